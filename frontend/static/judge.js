// What is judged while typing, or asked again and again, is old when no answer comes: the page says so, says why, and asks
// again.
const PATIENCE = 5_000;
let asking;

const why = xhr => {
  if (xhr.getResponseHeader("HX-Trigger") === "signed-out" || [401, 403].includes(xhr.status)) return "signed-out";
  return xhr.status === 0 || xhr.status >= 500 ? "unavailable" : undefined;
};

document.addEventListener("htmx:afterRequest", event => {
  const { xhr } = event.detail;
  const stale = document.getElementById("stale");
  if (!stale) return;
  clearTimeout(asking);
  const reason = why(xhr);
  stale.querySelectorAll("[data-when]").forEach(says => { says.hidden = says.dataset.when !== reason; });
  stale.hidden = !reason;
  if (reason === "unavailable") {
    asking = setTimeout(() => document.querySelector("[data-judges]")?.dispatchEvent(new Event("judge-again")), PATIENCE);
  }
});
