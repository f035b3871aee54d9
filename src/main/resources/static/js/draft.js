// What is typed is kept in this browser until it is sent, thrown away, or thirty days old, for whoever
// typed it: another reader at the same machine never sees it, and logging out takes all of it away.
const talk = document.getElementById("kommentare");
const words = document.getElementById("schreiben")?.dataset;
const PREFIX = "entwurf:";
const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000;

const reader = () =>
  document.cookie.split("; ").find((part) => part.startsWith("leser="))?.slice("leser=".length) ?? "";

// a form for an answer whose comment is gone sends to the same address as the main one
const keyOf = (form) =>
  `${PREFIX}${new URL(form.action).pathname}${form.elements.aufgehoben?.value ?? ""}`;

// A browser may refuse to keep anything; then the form is all there is.
function stored(work) {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}

// Typed before the login it belongs to whoever logs in then.
function read(key) {
  const draft = stored((store) => JSON.parse(store.getItem(key)));
  if (!draft?.text || Date.now() - draft.at > LONGEST_KEPT) return null;
  return draft.reader === "" || draft.reader === reader() ? draft : null;
}

// An answer that was begun says so on its comment.
function showBegun(link, begun) {
  link.dataset.text ??= link.textContent;
  link.textContent = begun ? words.continue : link.dataset.text;
}

const replyLink = ({ dataset }) =>
  dataset.parent && talk.querySelector(`#${dataset.parent} > .comment-row > .comment-reply`);

function keep(form) {
  const { value: text, defaultValue } = form.elements.text;
  if (!text.trim() || text === defaultValue) return drop(form);
  const link = replyLink(form);
  if (link) showBegun(link, true);
  const draft = { text, at: Date.now(), reader: reader(), submission: form.dataset.submission };
  stored((store) => store.setItem(keyOf(form), JSON.stringify(draft)));
}

function drop(form) {
  const link = replyLink(form);
  if (link) showBegun(link, false);
  stored((store) => store.removeItem(keyOf(form)));
}

function dropOld() {
  const keys = stored((store) => Object.keys(store)) ?? [];
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const at = stored((store) => JSON.parse(store.getItem(key)).at) ?? 0;
    if (Date.now() - at > LONGEST_KEPT) stored((store) => store.removeItem(key));
  }
}

function put(form, text) {
  form.elements.text.value = text;
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
}

function when(at) {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return new Date(at).toLocaleString(document.documentElement.lang, {
    timeZone: talk.dataset.zone,
    timeStyle: "short",
    ...(today ? {} : { dateStyle: "short" }),
  });
}

function notice(form, sentence, label, act) {
  const line = form.querySelector(".write-draft") ?? document.createElement("p");
  line.className = "write-draft";
  line.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", act);
  line.replaceChildren(`${sentence} `, button);
  form.querySelector(".write-row").before(line);
}

function offer(form, draft) {
  notice(form, words.draft.replace("{0}", when(draft.at)), words.discard, () => {
    const thrownAway = form.elements.text.value;
    put(form, form.elements.text.defaultValue);
    notice(form, words.discarded, words.bringBack, () => {
      put(form, thrownAway);
      form.querySelector(".write-draft").remove();
      form.elements.text.focus();
    });
    form.elements.text.focus();
  });
}

// What the server put into a form is newer than a draft, but for the text of a comment being changed.
function restore(form) {
  const draft = read(keyOf(form));
  const { value } = form.elements.text;
  if (!draft || (value && draft.text !== value && !form.dataset.edits)) return;
  // sent, but the answer never came: the same key posts it once
  if (draft.submission) form.dataset.submission = draft.submission;
  // a browser may fill forms itself when a page is loaded again
  if (draft.text === value) return;
  put(form, draft.text);
  offer(form, draft);
}

if (talk && words) {
  dropOld();
  talk.addEventListener("form-ready", (event) => restore(event.target));
  talk.addEventListener("form-sent", (event) => {
    if (!event.detail.same) return keep(event.target);
    drop(event.target);
    event.target.querySelector(".write-draft")?.remove();
  });
  talk.addEventListener("input", (event) => {
    const form = event.target.closest("form.write");
    if (form && event.target === form.elements.text) keep(form);
  });
  talk.querySelectorAll("form.write").forEach(restore);
  for (const link of talk.querySelectorAll(".comment-reply")) {
    if (read(PREFIX + new URL(link.href).pathname)) showBegun(link, true);
  }
}
