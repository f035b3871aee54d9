// Asks how far the packing is and says so; loads the page once it is done. Without JavaScript the
// page loads itself again.
const note = document.querySelector("[data-export]");
const bar = document.querySelector("progress");
const PAUSE = 1500;

async function look() {
  const answer = await fetch(note.dataset.export, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    return;
  }
  const { ready, done, total } = await answer.json();
  if (ready) {
    location.reload();
    return;
  }
  note.textContent = note.dataset.text.replace("{done}", done).replace("{total}", total);
  bar.value = done;
  setTimeout(look, PAUSE);
}

if (note) {
  setTimeout(look, PAUSE);
}
