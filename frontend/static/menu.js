const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", event => {
  open().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  open().forEach(menu => {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  });
});

document.addEventListener("focusin", event => {
  open().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
