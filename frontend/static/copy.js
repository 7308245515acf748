const said = document.getElementById("said");

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button || button.classList.contains("is-done")) return;
  const source = document.getElementById(button.dataset.copy);
  const word = button.querySelector(".copy-word");
  const before = word.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    getSelection().selectAllChildren(source);
    return;
  }
  word.textContent = said.textContent = button.dataset.done;
  button.classList.add("is-done");
  setTimeout(() => {
    word.textContent = before;
    said.textContent = "";
    button.classList.remove("is-done");
  }, 2000);
});
