// What is ticked in a list is counted in the bar below it, which comes and goes with the first and the last tick.
const form = document.getElementById("selection");
const bar = form.querySelector(".bulk");
const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
const page = document.getElementById("page-of-them");
const chosen = document.getElementById("chosen");
let last;

const count = () => {
  if (!chosen) return;
  const ticked = boxes.filter(box => box.checked).length;
  bar.hidden = ticked === 0;
  const text = ticked === 1 ? chosen.dataset.one : chosen.dataset.many.replace("{0}", ticked);
  if (chosen.textContent !== text) chosen.textContent = text;
  page.checked = ticked === boxes.length;
  page.indeterminate = ticked > 0 && ticked < boxes.length;
};

page?.addEventListener("change", () => {
  boxes.forEach(box => { box.checked = page.checked; });
  count();
});

form.addEventListener("click", event => {
  const at = boxes.indexOf(event.target);
  if (at < 0) return;
  if (event.shiftKey && last !== undefined) {
    const [from, to] = [Math.min(last, at), Math.max(last, at)];
    boxes.slice(from, to + 1).forEach(box => { box.checked = event.target.checked; });
  }
  last = at;
  count();
});

form.addEventListener("change", count);

document.getElementById("clear").addEventListener("click", event => {
  if (!chosen) return;
  event.preventDefault();
  boxes.forEach(box => { box.checked = false; });
  count();
  page.focus();
});

addEventListener("pageshow", count);
count();
