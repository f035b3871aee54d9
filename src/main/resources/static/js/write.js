// Sending without leaving the page and without ever losing a text: a refusal, a lost connection or an
// ended session leave it where it stands. Forms are shared with the other scripts by events: "form-ready"
// when one is put on the page, "form-sent" when the server has taken what stood in it, "form-refused" when not.
const talk = document.getElementById("kommentare");
const words = document.getElementById("schreiben")?.dataset;
const PATIENCE = 30_000;

function say(form, sentence, role = "alert") {
  let said = form.querySelector(".form-error");
  if (!said) {
    said = document.createElement("p");
    said.className = "form-error";
    form.prepend(said);
  }
  said.setAttribute("role", role);
  said.textContent = sentence;
  said.hidden = !sentence;
}

// A fold beside it may hold what belongs to a comment further up.
function lastOfBranch(comment) {
  const depth = Number(comment.dataset.depth);
  let last = comment;
  for (let next = comment.nextElementSibling; next; next = next.nextElementSibling) {
    const first = next.matches(".comment") ? next : next.querySelector(".comment");
    if (first && Number(first.dataset.depth) <= depth) break;
    last = next;
  }
  return last;
}

function insert(form, data) {
  const drawn = document.createRange().createContextualFragment(data.html);
  const comment = drawn.querySelector(".comment");
  if (!comment) return;
  comment.classList.add("comment-new");
  const parent = form.dataset.parent && document.getElementById(form.dataset.parent);
  if (parent) lastOfBranch(parent).after(drawn);
  else talk.querySelector(".talk-comments").prepend(drawn);
  document.getElementById("kommentare-titel").textContent = data.title;
  talk.querySelector(".talk-empty")?.remove();
  comment.tabIndex = -1;
  comment.focus({ preventScroll: true });
  comment.scrollIntoView({ block: "nearest" });
}

// An answer whose comment has gone meanwhile can still stand by itself.
function standAlone(form) {
  const number = document.createElement("input");
  number.type = "hidden";
  number.name = "aufgehoben";
  number.value = form.dataset.parent.slice("kommentar-".length);
  form.append(number);
  form.action = talk.querySelector("form.write").action;
  delete form.dataset.parent;
  say(form, talk.dataset.textKeptGone);
}

function refused(form, status, data) {
  if (status === 409 && form.dataset.parent) return standAlone(form);
  say(form, data.detail ?? words.trouble);
  form.dispatchEvent(new CustomEvent("form-refused", { bubbles: true, detail: { status } }));
}

function taken(form, data) {
  form.dataset.submission = crypto.randomUUID();
  if (data.same) form.elements.text.value = "";
  form.dispatchEvent(new CustomEvent("form-sent", { bubbles: true, detail: data }));
  if (!form.dataset.edits) insert(form, data);
  if (!data.same) return say(form, words.already);
  form.elements.aufgehoben?.remove();
  if (form !== talk.querySelector("form.write")) form.remove();
}

async function post(form) {
  const body = new URLSearchParams(new FormData(form));
  body.set("abgabe", form.dataset.submission);
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body,
    signal: AbortSignal.timeout(PATIENCE),
  });
  // not logged in: the form goes the plain way, the server keeps the text and asks who writes
  if (answer.status === 401) return HTMLFormElement.prototype.submit.call(form);
  const data = await answer.json().catch(() => ({}));
  if (answer.ok && data.html !== undefined) taken(form, data);
  else refused(form, answer.status, data);
}

// The key stays the same until the server has answered: sent again, the text is posted once.
async function send(form) {
  if (form.dataset.sending) return;
  const button = form.querySelector(".button");
  form.dataset.sending = "true";
  // not disabled, which would take the focus away
  button.setAttribute("aria-disabled", "true");
  say(form, "");
  try {
    await post(form);
  } catch {
    form.dataset.offline = "true";
    say(form, talk.dataset.textOffline);
  } finally {
    delete form.dataset.sending;
    button.removeAttribute("aria-disabled");
  }
}

addEventListener("online", () => {
  for (const form of talk?.querySelectorAll("form.write[data-offline]") ?? []) {
    delete form.dataset.offline;
    say(form, words.online, "status");
  }
});

// Another button of the form (the preview) has its own address and its own script.
talk?.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.write")) return;
  if (event.submitter?.hasAttribute("formaction")) {
    return onceCome(event, () => form.requestSubmit(event.submitter));
  }
  event.preventDefault();
  send(form);
});

talk?.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.write");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

// Both ways in take along what stands in the form typed into last, else in the last one that holds a text:
// the server keeps it and asks who writes.
let lastTyped = null;

talk?.addEventListener("input", (event) => {
  lastTyped = event.target.closest("form.write") ?? lastTyped;
});

function typedForm() {
  const typed = [...talk.querySelectorAll("form.write")].filter((form) =>
    form.elements.text.value.trim(),
  );
  return typed.includes(lastTyped) ? lastTyped : typed.at(-1);
}

talk?.addEventListener("click", (event) => {
  const way = event.target.closest(".wall-in, .wall-new");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  const form = way && !modified && typedForm();
  if (!form) return;
  event.preventDefault();
  const step = document.createElement("input");
  step.type = "hidden";
  step.name = "schritt";
  step.value = way.matches(".wall-new") ? "neu" : "";
  form.append(step);
  HTMLFormElement.prototype.submit.call(form);
  step.remove();
});

// What only a writer needs comes with the first touch of a form, or of a link to one's own comment.
const fetched = new Map();
const arrived = new Set();

function fetchScript(address) {
  const come = (done) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = address;
    script.onload = script.onerror = () => done(arrived.add(address));
    document.head.append(script);
  };
  if (!fetched.has(address)) fetched.set(address, new Promise(come));
  return fetched.get(address);
}

function scriptsFor(target) {
  if (target.closest?.("form.write")) return words.scripts.split(" ");
  return target.closest?.("a.comment-own") ? words.ownScripts.split(" ") : [];
}

// Pressed before its script has come: once more when it has. Where it can't be had, the plain way is left.
function onceCome(event, act) {
  const missing = scriptsFor(event.target).filter((address) => !arrived.has(address));
  if (missing.length === 0) return;
  event.preventDefault();
  Promise.all(missing.map(fetchScript)).then(act);
}

function ready(form) {
  form.dataset.submission ??= crypto.randomUUID();
}

if (talk && words) {
  talk.addEventListener("form-ready", (event) => ready(event.target));
  talk.querySelectorAll("form.write").forEach(ready);
  for (const type of ["focusin", "pointerover"]) {
    talk.addEventListener(type, (event) => scriptsFor(event.target).forEach(fetchScript));
  }
  talk.addEventListener("click", (event) => {
    const pressed = event.target.closest("a.comment-own, .write-tools button");
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (pressed && !modified) onceCome(event, () => pressed.click());
  });
}
