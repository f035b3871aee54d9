// Moderation by keyboard: j and k go from case to case, a keeps or publishes, x opens the removal,
// ? shows the keys. A template fills the statement. Everything works by form without this.
const cases = [...document.querySelectorAll(".case")];

const current = () => cases.findIndex((one) => one.contains(document.activeElement));

function go(step) {
  const at = current();
  const next = cases[at < 0 ? (step > 0 ? 0 : cases.length - 1) : at + step];
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const keys = {
  j: () => go(1),
  k: () => go(-1),
  a: () => cases[current()]?.querySelector(".case-keep")?.focus(),
  x: () => {
    const details = cases[current()]?.querySelector("details");
    if (!details) return;
    details.open = true;
    details.querySelector("select, textarea").focus();
  },
  "?": () => {
    const help = document.querySelector(".desk-keys");
    if (help) help.hidden = !help.hidden;
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
});

// What was typed by hand stays.
document.addEventListener("change", (event) => {
  if (!event.target.matches(".case-template")) return;
  const statement = event.target.form.elements.begruendung;
  const known = [...event.target.options].map((option) => option.dataset.text);
  if (!statement.value.trim() || known.includes(statement.value)) {
    statement.value = event.target.selectedOptions[0].dataset.text ?? "";
  }
});
