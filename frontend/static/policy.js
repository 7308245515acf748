// The editor of a draft: a length picked from the list goes into its field, and a field is marked as what is said below
// it, which comes anew while typing.
const isWrong = id => {
  const says = document.getElementById(id);
  return says !== null && says.classList.contains("invalid") && says.childElementCount > 0;
};

document.addEventListener("input", event => {
  const list = event.target.closest("select[data-sets]");
  if (list && list.value) document.getElementById(list.dataset.sets).value = list.value;
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
document.addEventListener("htmx:responseError", event => {
  const button = event.detail.elt;
  if ([401, 403].includes(event.detail.xhr.status) && button.matches("#draft button")) button.form.requestSubmit(button);
});
