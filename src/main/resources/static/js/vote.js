// Rating without leaving the page.
const talk = document.getElementById("kommentare");

function wallBelow(row) {
  const old = talk.querySelector(".wall-here");
  old?.remove();
  const wall = talk.querySelector(".wall").cloneNode(true);
  wall.classList.add("wall-here");
  wall.setAttribute("role", "status");
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

async function rate(form, button) {
  const pressed = button.getAttribute("aria-pressed") === "true";
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ wert: pressed ? 0 : button.dataset.value }),
  });
  const row = form.closest(".comment-row");
  if (answer.status === 401) return wallBelow(row);
  const data = await answer.json();
  if (!answer.ok) return say(row, data.detail);
  for (const each of form.querySelectorAll("button")) {
    each.querySelector(".vote-count").textContent = each.dataset.value === "1" ? data.up : data.down;
    each.setAttribute("aria-pressed", String(Number(each.dataset.value) === data.own));
  }
}

talk?.addEventListener("submit", (event) => {
  const form = event.target.closest("form.vote");
  if (!form) return;
  event.preventDefault();
  rate(form, event.submitter).catch(() => say(form.closest(".comment-row"), talk.dataset.textOffline));
});
