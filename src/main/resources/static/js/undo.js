// What was done a moment ago counts down; z goes to its button. When its time is over the button
// goes, and the sentence says what is so now. Everything works by form without this.
for (const act of document.querySelectorAll(".undo-act")) {
  const button = act.querySelector("button");
  if (!button) {
    continue;
  }
  const end = performance.now() + Number(act.dataset.left);
  const left = button.querySelector(".undo-left");
  const tick = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds > 0) {
      left.textContent = `(${seconds})`;
      setTimeout(tick, 250);
      return;
    }
    const after = act.querySelector(".undo-after");
    if (after) {
      act.querySelector(".undo-words").hidden = true;
      after.hidden = false;
    }
    button.remove();
  };
  tick();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  const button = document.querySelector(".undo-act button");
  if (button && !typing && event.key === "z" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    button.focus();
  }
});
