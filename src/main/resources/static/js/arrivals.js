// What comes in while one reads: counts follow quietly, new comments are offered by one button at the page's
// lower edge and put in their places when it is pressed. Nothing that is being read moves by itself.
const talk = document.getElementById("kommentare");
const place = talk?.querySelector(".talk-live");
const words = place?.dataset;
const LENGTH = 20; // of a stretch, as the server cuts them
const MOST = 60; // past it the page is better loaded anew
const PATIENCE = 10_000; // between two sentences for who listens to the page
const QUIET = 400;

const applied = new Set(); // change numbers
const fresh = new Map(); // number -> author
const edited = new Set();
let known = Number(talk?.dataset.change);
let last = Number(talk?.dataset.last);
const hint = document.cookie.split("; ").find((part) => part.startsWith("leser="));
let me = hint ? decodeURIComponent(hint.slice("leser=".length).replaceAll("+", " ")) : null;
let ignores = new Set();
let missed = false;

const at = (number) => document.getElementById(`kommentar-${number}`);
const stretchOf = (number) => Math.floor((number - 1) / LENGTH) * LENGTH + 1;
const stands = (number) => at(number)?.matches(":not(.comment-removed)");
const wanted = () =>
  [...fresh].filter(([number, by]) => by !== me && !ignores.has(by) && !stands(number));

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay) return;
  me = overlay.name;
  ignores = new Set(overlay.ignores);
  offer();
});

function countVotes({ number, up, down }) {
  const comment = at(number);
  const show = (selector, value) => {
    const count = comment?.querySelector(`:scope > .comment-row ${selector} .vote-count`);
    if (count) count.textContent = value;
  };
  show(".vote-up", up);
  show(".vote-down", down);
}

// The own comment was let through: the word that it waits is gone, nothing moves up.
function letThrough(comment) {
  comment.classList.remove("comment-held");
  comment.querySelectorAll(".comment-waits").forEach((word) => (word.style.visibility = "hidden"));
}

function apply({ number, what, by }) {
  const comment = at(number);
  if (what === "new" && comment?.matches(".comment-held")) letThrough(comment);
  else if (what === "new" && !stands(number)) fresh.set(number, by);
  if (what === "edited" && comment) edited.add(number);
  if (what === "gone") {
    fresh.delete(number);
    edited.delete(number);
    comment?.dispatchEvent(new CustomEvent("comment-gone", { bubbles: true }));
  }
}

function take(told) {
  // the page itself may be a moment ahead
  if (told.change >= known) document.getElementById("kommentare-titel").textContent = told.title;
  told.votes.forEach(countVotes);
  const changes = told.changes.filter(
    (change) => change.at > Number(talk.dataset.change) && !applied.has(change.at),
  );
  changes.forEach((change) => applied.add(change.at));
  changes.forEach(apply);
  const before = last;
  if (told.change > known) {
    let gap = told.change - known > MOST;
    for (let one = known + 1; !gap && one <= told.change; one++) gap = !applied.has(one);
    known = told.change;
    last = Math.max(last, told.last);
    if (gap) lookLater(before);
  }
  offer();
}

async function stretch(from) {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(`/artikel/${talk.dataset.article}/kommentare/stueck?ab=${from}`);
    if (!answer.ok) throw new Error(`stretch: ${answer.status}`);
    const drawn = document.createRange().createContextualFragment(await answer.text());
    const found = drawn.querySelector(".talk-stretch");
    // another node may hear a moment later
    if (Number(found.dataset.change) >= known || tries === 4) return found;
    await new Promise((resolve) => setTimeout(resolve, QUIET * tries));
  }
}

// Something was missed, while the page slept or on the way: what is new since then is looked up, not all at once.
function lookLater(before) {
  if (last <= before) return;
  if (last - before > MOST) {
    missed = true;
    return;
  }
  setTimeout(() => look(before).catch(() => (missed = true)).then(offer), Math.random() * 1500);
}

async function look(before) {
  for (let from = stretchOf(before + 1); from <= last; from += LENGTH) {
    for (const box of (await stretch(from)).children) {
      const number = Number(box.dataset.number);
      const author = box.querySelector(".comment-author");
      if (number > before && author && !at(number)) fresh.set(number, author.textContent);
    }
  }
}

let button = null;
const status = document.createElement("span");
let saidAt = -PATIENCE;
let saying = 0;

function say(sentence) {
  clearTimeout(saying);
  const due = saidAt + PATIENCE - performance.now();
  saying = setTimeout(() => {
    saidAt = performance.now();
    status.textContent = sentence;
  }, Math.max(0, due));
}

function offer() {
  const count = wanted().length;
  if (count === 0 && !missed) {
    if (button) clear();
    return;
  }
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "live-show";
    button.addEventListener("click", open);
    place.append(button);
  }
  const sentence = missed ? words.some : count === 1 ? words.one : words.many.replace("{0}", count);
  if (button.textContent === sentence) return;
  button.textContent = sentence;
  say(sentence);
}

function clear() {
  button.remove();
  button = null;
  clearTimeout(saying);
  status.textContent = "";
}

async function open() {
  if (missed || fresh.size > MOST) {
    location.assign(`${talk.dataset.path}?sortierung=neueste#kommentare`);
    return;
  }
  button.setAttribute("aria-disabled", "true");
  try {
    await show();
  } catch {
    button.textContent = words.trouble;
    say(words.trouble);
  } finally {
    button?.removeAttribute("aria-disabled");
  }
}

async function show() {
  const upTo = last;
  const numbers = [...fresh.keys(), ...edited].sort((one, other) => one - other);
  const drawn = await Promise.all([...new Set(numbers.map(stretchOf))].map(stretch));
  const boxes = drawn.flatMap((each) => [...each.children]);
  const shown = [];
  for (const number of numbers) {
    const box = boxes.find((each) => Number(each.dataset.number) === number);
    if (box) shown.push(put(box, fresh.has(number)));
    fresh.delete(number);
    edited.delete(number);
  }
  if (fresh.size === 0) talk.dataset.last = Math.max(Number(talk.dataset.last), upTo);
  clear();
  offer();
  talk.dispatchEvent(new CustomEvent("comments-added", { detail: { comments: shown } }));
  arriveAt(shown.filter((comment) => comment.matches(".comment-unread")));
}

function put(box, isFresh) {
  const comment = box.querySelector(".comment");
  const old = at(box.dataset.number);
  const by = comment.querySelector(".comment-author")?.textContent;
  if (isFresh && by !== me && !ignores.has(by)) comment.classList.add("comment-unread");
  linkParent(comment, box.dataset.parent);
  if (old) old.replaceWith(comment);
  else insert(ignores.has(by) ? folded(comment, by) : comment, comment, box.dataset.parent);
  return comment;
}

// The parent is named where the place doesn't say it.
function linkParent(comment, parent) {
  const link = comment.querySelector(".comment-parent");
  if (!link) return;
  const here = at(parent) !== null;
  link.classList.toggle("unseen", here && Number(comment.dataset.depth) <= 4);
  link.href = here ? `#kommentar-${parent}` : `/artikel/${talk.dataset.article}/kommentare/${parent}`;
}

function folded(comment, by) {
  const fold = document.createElement("details");
  fold.className = "comment-folded";
  const summary = document.createElement("summary");
  summary.textContent = talk.dataset.textIgnored.replace("{0}", () => by);
  fold.append(summary, comment);
  return fold;
}

function insert(unit, comment, parent) {
  const list = talk.querySelector(".talk-comments");
  talk.querySelector(".talk-empty")?.remove();
  const answered = parent && at(parent);
  if (answered && list.contains(answered)) lastOfBranch(answered).after(unit);
  else if (!parent && words.order === "oldest" && words.final === "true") list.append(unit);
  else list.prepend(unit);
}

function lastOfBranch(comment) {
  const all = [...talk.querySelectorAll(".talk-comments .comment")];
  let end = all.indexOf(comment);
  while (end + 1 < all.length && Number(all[end + 1].dataset.depth) > Number(comment.dataset.depth)) end++;
  return all[end].closest(".comment-folded") ?? all[end];
}

function arriveAt(comments) {
  const first = comments.sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )[0];
  if (!first) return;
  for (let fold = first; (fold = fold.closest("details:not([open])")); ) fold.open = true;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

if (place) {
  status.className = "unseen";
  status.setAttribute("role", "status");
  place.append(status);
  talk.addEventListener("live", (event) => take(event.detail));
  // what one has just sent stands there already, whichever came first
  talk.addEventListener("form-sent", () => setTimeout(offer));
}

// The key that goes from one new comment to the next fetches those that wait, behind the last.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "n" || typing || event.ctrlKey || event.metaKey || event.altKey || !button) return;
  const left = [...talk.querySelectorAll(".comment-unread:not([hidden])")];
  const here = document.activeElement?.closest(".comment-unread");
  if (left.length === 0 || here === left.at(-1)) {
    event.stopImmediatePropagation();
    open();
  }
}, true);
