// Runs before the first paint: without a theme of its own the page follows the system.
const root = document.documentElement;
root.classList.add("js");
if (!root.dataset.bsTheme) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => { root.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  dark.addEventListener("change", follow);
  follow();
}
