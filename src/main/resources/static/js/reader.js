// Who reads: the name in the corner, and what only they see of a thread.
// The session itself is out of a script's reach; the cookie "leser" is a hint that there may be one.
const hint = document.cookie.split("; ").find((part) => part.startsWith("leser="));
const talk = document.getElementById("kommentare");
const corner = document.querySelector(".corner a:not(.bell)");

if (hint && corner) {
  corner.textContent = decodeURIComponent(hint.slice("leser=".length).replaceAll("+", " "));
  corner.href = "/konto";
}

function forget() {
  document.cookie = "leser=; path=/; max-age=0";
  document.documentElement.classList.remove("angemeldet");
  if (corner) {
    corner.textContent = corner.dataset.text;
    corner.href = "/anmelden";
  }
}

// Who turns the pages of one talk is on one visit: what was new at its beginning stays new.
function turning() {
  const [how] = performance.getEntriesByType("navigation");
  if (how?.type === "back_forward") return true;
  const from = document.referrer && new URL(document.referrer);
  return (
    how?.type === "navigate" && from?.origin === location.origin && from.pathname === location.pathname
  );
}

async function load() {
  if (!hint || !talk || talk.dataset.personal === "true") return null;
  const kept = `seit:${talk.dataset.article}`;
  const since = turning() && sessionStorage.getItem(kept);
  const answer = await fetch(
    `/ich/artikel/${talk.dataset.article}${since ? `?seit=${since}` : ""}`,
  );
  if (!answer.ok) return null;
  const overlay = await answer.json();
  if (overlay.seen !== null && overlay.name) sessionStorage.setItem(kept, overlay.seen);
  if (!overlay.name) {
    forget();
    return null;
  }
  return overlay;
}

// What a reader without JavaScript sees at an address of its own is here the article itself.
if (talk?.dataset.personal === "true") {
  history.replaceState(history.state, "", talk.dataset.path + location.hash);
}

function showVotes(overlay) {
  for (const [number, value] of Object.entries(overlay.votes)) {
    document
      .querySelector(`#kommentar-${number} .vote button[data-value="${value}"]`)
      ?.setAttribute("aria-pressed", "true");
  }
}

function ownLink(number, action, text) {
  const link = document.createElement("a");
  link.className = "comment-own";
  link.href = `/artikel/${talk.dataset.article}/kommentare/${number}/${action}`;
  link.textContent = text;
  return link;
}

function showOwn(overlay) {
  for (const [number, editable] of Object.entries(overlay.own)) {
    const row = document.querySelector(`#kommentar-${number} .comment-row`);
    if (!row) continue;
    row.querySelectorAll(".vote button").forEach((button) => (button.disabled = true));
    row.querySelector(".comment-report")?.remove();
    if (editable && overlay.may.write) row.append(ownLink(number, "bearbeiten", talk.dataset.textEdit));
    row.append(ownLink(number, "loeschung", talk.dataset.textDelete));
  }
}

function showHeld(overlay) {
  for (const held of overlay.held) {
    const comment = document.createElement("article");
    comment.className = "comment comment-held depth-0";
    comment.id = `kommentar-${held.number}`;
    comment.innerHTML = `<div class="comment-text">${held.html}</div><p class="comment-waits"></p>`;
    comment.querySelector(".comment-waits").textContent = talk.dataset.textHeld;
    talk.querySelector(".talk-comments").before(comment);
  }
}

const overlay = load().catch(() => null);
globalThis.talblatt = { overlay };
overlay.then((shown) => {
  if (!shown) return;
  // the hint may hold a name that was changed on another device
  if (corner) corner.textContent = shown.name;
  showVotes(shown);
  showOwn(shown);
  showHeld(shown);
});
