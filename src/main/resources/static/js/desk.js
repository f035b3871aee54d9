// The inbox by keyboard: j and k go from item to item, p publishes, t takes into the editor, m merges,
// x opens the discard form, / the filter, u leads back, ? shows the keys. On an item's own page the same
// without j and k. Everything works by link and form without this.
const one = document.querySelector(".desk[data-one]");
const items = () => [...document.querySelectorAll(".desk-item")];

const current = () => items().findIndex((item) => item.contains(document.activeElement));
const place = () => one ?? items()[current()];

function go(step) {
  const at = current();
  const all = items();
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  next?.querySelector("h2 a")?.focus();
}

const keys = {
  j: () => go(1),
  k: () => go(-1),
  p: () => place()?.querySelector(".desk-main")?.focus(),
  t: () => place()?.querySelector(".desk-take")?.focus(),
  m: () => place()?.querySelector(".desk-merge")?.focus(),
  x: () => {
    const details = place()?.querySelector(".desk-actions details");
    if (details) {
      details.open = true;
      details.querySelector("input").focus();
    }
  },
  u: () => document.querySelector(".desk-back a")?.click(),
  "/": () => {
    const filter = document.querySelector(".desk-filter");
    if (filter) {
      filter.open = true;
      filter.querySelector("input[type=search]").focus();
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
