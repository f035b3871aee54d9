// Rating without leaving the page.
const talk = document.getElementById("kommentare");

function wallBelow(row, number) {
  talk.querySelector(".wall-here")?.remove();
  const wall = talk.querySelector(".wall").cloneNode(true);
  wall.classList.add("wall-here");
  wall.setAttribute("role", "status");
  // back to the comment, not to the top
  for (const link of wall.querySelectorAll('a[href*="zurueck="]')) {
    link.href += `?kommentar=${number}%23kommentar-${number}`;
  }
  row.after(wall);
}

function say(row, sentence) {
  let said = row.parentElement.querySelector(".comment-error");
  if (!said) {
    said = document.createElement("p");
    said.className = "comment-error";
    said.setAttribute("role", "alert");
    row.after(said);
  }
  said.textContent = sentence;
}

// Without counts where this reader doesn't see them: hidden until rated.
function show(vote, up, down) {
  vote.hidden = false;
  for (const [side, count] of [["up", up], ["down", down]]) {
    const place = vote.querySelector(`.vote-${side} .vote-count`);
    if (place) place.textContent = count ?? "";
  }
}

async function rate(form, button) {
  const pressed = button.getAttribute("aria-pressed") === "true";
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ wert: pressed ? 0 : button.dataset.value }),
  });
  const row = form.closest(".comment-row");
  if (answer.status === 401) return wallBelow(row, form.closest(".comment").dataset.number);
  const data = await answer.json();
  if (!answer.ok) return say(row, data.detail);
  row.parentElement.querySelector(".comment-error")?.remove();
  show(form, data.up, data.down);
  for (const each of form.querySelectorAll("button")) {
    each.setAttribute("aria-pressed", String(Number(each.dataset.value) === data.own));
  }
}

talk?.addEventListener("submit", (event) => {
  const form = event.target.closest("form.vote");
  if (!form) return;
  event.preventDefault();
  rate(form, event.submitter).catch(() => say(form.closest(".comment-row"), talk.dataset.textOffline));
});

globalThis.talblatt?.overlay?.then((overlay) => {
  for (const [number, [up, down]] of Object.entries(overlay?.counts ?? {})) {
    const vote = document.querySelector(`#kommentar-${number} .vote`);
    if (vote) show(vote, up, down);
  }
});
