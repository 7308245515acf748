// The editor of a draft: a length picked from the list goes into its field and one that is typed shows in the list; a field
// is marked as what is said below it, which comes anew while typing.
const isWrong = id => {
  const says = document.getElementById(id);
  return says !== null && says.classList.contains("invalid") && says.childElementCount > 0;
};

document.addEventListener("input", event => {
  const list = event.target.closest("select[data-sets]");
  if (list && list.value) document.getElementById(list.dataset.sets).value = list.value;
  const follows = document.querySelector(`select[data-sets="${event.target.id}"]`);
  if (follows) {
    follows.value = event.target.value.trim();
    if (follows.selectedIndex < 0) follows.value = "";
  }
});

document.addEventListener("htmx:afterSettle", () => {
  document.querySelectorAll("#draft :is(input, textarea)[aria-describedby]").forEach(field => {
    const wrong = field.getAttribute("aria-describedby").split(" ").some(isWrong);
    field.classList.toggle("is-bad", wrong);
    if (wrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  });
});

// Signed out meanwhile, or too old: sent as a form, what was typed comes back.
document.addEventListener("htmx:afterRequest", event => {
  const { elt: button, xhr } = event.detail;
  const refused = xhr.status === 403 || xhr.getResponseHeader("HX-Trigger") === "signed-out";
  if (refused && button.matches("#draft button")) button.form.requestSubmit(button);
});
