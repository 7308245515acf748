// A page that answers a form stands for its own address: to reload it or to come back to it sends nothing again. One that
// carries what was typed through sign-in has it from the form alone.
const page = document.documentElement.dataset.page;
if (page && !document.querySelector("input[name=typed]")) history.replaceState(history.state, "", page);

// Another language or theme is the page drawn anew: a form in which something was typed goes along, to be shown again.
const isTyped = field => {
  if (field.type === "hidden" || field.defaultValue === undefined && !field.options) return false;
  if (field.options) return [...field.options].some(option => option.selected !== option.defaultSelected);
  return field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
};

let redrawn = false;
document.addEventListener("htmx:afterSwap", () => { redrawn = true; });

// What the server wrote into a form was typed as well when the form is its answer to one.
const typedForm = answer => {
  const forms = [...document.querySelectorAll("main form[method=post]")]
    .filter(form => form.querySelector("input:not([type=hidden]), textarea, select"));
  return forms.find(form => [...form.elements].some(isTyped)) ?? (answer || redrawn ? forms[0] : undefined);
};

document.addEventListener("click", event => {
  const button = event.target.closest("button[data-anew]");
  if (!button) return;
  const form = typedForm(button.dataset.answer);
  if (form) {
    if (!form.getAttribute("id")) form.setAttribute("id", "typed");
    button.setAttribute("form", form.getAttribute("id"));
    button.setAttribute("formaction", button.dataset.anew + form.getAttribute("action"));
    button.setAttribute("formnovalidate", "");
  } else {
    ["form", "formaction", "formnovalidate"].forEach(name => button.removeAttribute(name));
  }
});
