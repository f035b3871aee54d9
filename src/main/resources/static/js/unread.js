// What is new since the last visit: marked, counted, and one key (n) from one to the next.
const talk = document.getElementById("kommentare");
const words = document.getElementById("lesen")?.dataset;
const LONG_ENOUGH = 3000;

function tell() {
  const last = Number(talk.dataset.last);
  if (last > 0) {
    navigator.sendBeacon(
      `/ich/artikel/${talk.dataset.article}/gelesen`,
      new URLSearchParams({ bis: last }),
    );
  }
}

// all that is new in the talk, also on its other pages
let numbers = [];

function mark(comment) {
  comment.classList.add("comment-unread");
  const head = comment.querySelector(":scope > .comment-head");
  if (!head || head.querySelector(".comment-fresh")) return;
  const word = document.createElement("span");
  word.className = "comment-fresh";
  word.textContent = words.freshMark;
  head.append(word);
}

function countFolded(fold) {
  const fresh = fold.querySelectorAll(".comment-unread").length;
  const label = fold.querySelector(".more-closed");
  if (fresh > 0) label.append(`, ${words.ofThem.replace("{0}", fresh)}`);
}

function count() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "unread-count";
  button.textContent =
    numbers.length === 1 ? words.freshOne : words.fresh.replace("{0}", numbers.length);
  const unseen = document.createElement("span");
  unseen.className = "unseen";
  unseen.textContent = ` ${words.freshNext}`;
  button.append(unseen);
  button.setAttribute("aria-keyshortcuts", "n");
  button.addEventListener("click", next);
  document.getElementById("kommentare-titel").after(button);
}

function show(overlay) {
  numbers = overlay.fresh;
  if (numbers.length === 0) return;
  for (const number of numbers) {
    const comment = document.getElementById(`kommentar-${number}`);
    if (comment) mark(comment);
  }
  talk.querySelectorAll(".more-replies").forEach(countFolded);
  count();
}

function go(comment) {
  for (let fold = comment; (fold = fold.closest("details:not([open])")); ) fold.open = true;
  comment.tabIndex = -1;
  comment.focus({ preventScroll: true });
  comment.scrollIntoView({ block: "start" });
}

// to the next on this page, behind the last to another page that has some
function next() {
  const here = [...talk.querySelectorAll(".comment-unread:not([hidden])")];
  const at =
    document.activeElement?.closest(".comment-unread") ?? talk.querySelector(".comment-unread:target");
  const target = here[here.indexOf(at) + 1];
  if (target) return go(target);
  const shown = here.map((comment) => Number(comment.dataset.number));
  const others = numbers.filter((number) => !shown.includes(number));
  const other = others.find((number) => number > Math.max(0, ...shown)) ?? others[0];
  if (other) location.href = `/artikel/${talk.dataset.article}/kommentare/${other}`;
  else if (here.length > 0) go(here[0]);
}

function suspended({ until, reason }) {
  const { dataset } = talk;
  if (!until) return dataset.textSuspendedOpen.replace("{0}", () => reason);
  const end = new Date(until).toLocaleString(document.documentElement.lang, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: dataset.zone,
  });
  return dataset.textSuspendedUntil.replace("{0}", end).replace("{1}", () => reason);
}

// Who is suspended reads why and until when instead of the forms, and finds the way to object.
function lock(overlay) {
  if (overlay.may.write) return;
  const sentence = document.createElement("p");
  sentence.className = "talk-suspended";
  sentence.textContent = overlay.suspension
    ? suspended(overlay.suspension)
    : talk.dataset.textSuspended;
  const way = document.createElement("a");
  way.href = "/konto/meldungen";
  way.textContent = talk.dataset.textSuspendedObject;
  sentence.append(" ", way);
  talk.querySelector("form.write")?.before(sentence);
  talk.querySelectorAll("form.write, .comment-reply").forEach((one) => one.remove());
  talk.querySelectorAll(".vote button").forEach((button) => (button.disabled = true));
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay) return;
  lock(overlay);
  show(overlay);
  setTimeout(() => document.visibilityState === "visible" && tell(), LONG_ENOUGH);
  addEventListener("pagehide", tell);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "n" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) next();
});

// What has come in while one reads counts as new like the rest.
talk?.addEventListener("comments-added", ({ detail }) => {
  const fresh = detail.comments.filter((comment) => comment.matches(".comment-unread"));
  fresh.forEach(mark);
  numbers = [...new Set([...numbers, ...fresh.map((comment) => Number(comment.dataset.number))])];
  const button = talk.querySelector("button.unread-count");
  button?.remove();
  if (button) count();
});
