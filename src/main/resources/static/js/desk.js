// The inbox by keyboard: j and k go from item to item, p publishes, x opens the discard form,
// ? shows the keys. Everything works by link and form without this.
const items = [...document.querySelectorAll(".desk-item")];

const current = () => items.findIndex((item) => item.contains(document.activeElement));

function go(step) {
  const at = current();
  const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step];
  next?.querySelector("h2 a")?.focus();
}

const keys = {
  j: () => go(1),
  k: () => go(-1),
  p: () => items[current()]?.querySelector(".desk-main")?.focus(),
  x: () => {
    const details = items[current()]?.querySelector("details");
    if (details) {
      details.open = true;
      details.querySelector("input").focus();
    }
  },
  "?": () => {
    const help = document.querySelector(".desk-keys");
    help.hidden = !help.hidden;
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) {
    return;
  }
  event.preventDefault();
  keys[event.key]();
});
