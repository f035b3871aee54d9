// Writing without leaving the page and without ever losing a text: what is typed is kept in the
// browser until it is sent; behind the login wall the server keeps it.
const talk = document.getElementById("kommentare");
const NEAR_THE_END = 200;

// a form for an answer whose comment is gone sends to the same address as the main one
const keyOf = (form) =>
  `entwurf:${new URL(form.action).pathname}${form.elements.aufgehoben?.value ?? ""}`;

function remember(form) {
  const text = form.elements.text.value;
  if (text.trim()) localStorage.setItem(keyOf(form), text);
  else localStorage.removeItem(keyOf(form));
}

function count(form) {
  const typed = [...form.elements.text.value].length;
  const left = Number(form.dataset.limit) - typed;
  const shown = form.querySelector(".write-count");
  shown.textContent = left <= NEAR_THE_END ? String(left) : "";
  shown.classList.toggle("write-over", left < 0);
}

function say(form, sentence) {
  let said = form.querySelector(".form-error");
  if (!said) {
    said = document.createElement("p");
    said.className = "form-error";
    said.setAttribute("role", "alert");
    form.prepend(said);
  }
  said.textContent = sentence;
  said.hidden = !sentence;
}

let lastTyped = null;

function prepare(form) {
  form.dataset.submission = crypto.randomUUID();
  const field = form.elements.text;
  if (!field.value) field.value = localStorage.getItem(keyOf(form)) ?? "";
  field.addEventListener("input", () => {
    lastTyped = form;
    remember(form);
    count(form);
  });
  count(form);
}

function lastOfBranch(comment) {
  const depth = Number(comment.dataset.depth);
  let last = comment;
  for (let next = comment.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(".comment") && Number(next.dataset.depth) <= depth) break;
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

async function send(form) {
  const button = form.querySelector("button:not([type=button])");
  button.disabled = true;
  say(form, "");
  try {
    const body = new URLSearchParams(new FormData(form));
    body.set("abgabe", form.dataset.submission);
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
    });
    // not logged in: the form goes the plain way, the server keeps the text and asks who writes
    if (answer.status === 401) return HTMLFormElement.prototype.submit.call(form);
    const data = await answer.json();
    if (!answer.ok) return say(form, data.detail);
    localStorage.removeItem(keyOf(form));
    form.elements.text.value = "";
    insert(form, data);
    form.elements.aufgehoben?.remove();
    if (form !== talk.querySelector("form.write")) form.remove();
    else form.dataset.submission = crypto.randomUUID();
  } catch {
    say(form, talk.dataset.textOffline);
  } finally {
    button.disabled = false;
  }
}

function close(form) {
  const link = document.querySelector(`#${form.dataset.parent} .comment-reply`);
  form.remove();
  link?.focus();
}

function replyForm(comment, link) {
  const form = talk.querySelector("form.write").cloneNode(true);
  form.action = link.href;
  form.dataset.parent = comment.id;
  form.elements.aufgehoben?.remove();
  form.classList.add("write-reply");
  form.elements.text.value = "";
  form.querySelector(".form-error")?.remove();
  form.querySelector(".write-label span").textContent = talk.dataset.textReplyTo.replace(
    "{0}",
    comment.querySelector(".comment-author").textContent,
  );
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "button-quiet";
  cancel.textContent = talk.dataset.textCancel;
  cancel.addEventListener("click", () => close(form));
  form.querySelector(".write-row .button").before(cancel);
  return form;
}

function answer(link) {
  const comment = link.closest(".comment");
  let form = talk.querySelector(`form[data-parent="${comment.id}"]`);
  if (!form) {
    form = replyForm(comment, link);
    comment.after(form);
    prepare(form);
  }
  form.elements.text.focus();
}

talk?.querySelectorAll("form.write").forEach(prepare);

talk?.addEventListener("submit", (event) => {
  if (!event.target.matches("form.write")) return;
  event.preventDefault();
  send(event.target);
});

talk?.addEventListener("click", (event) => {
  const reply = event.target.closest(".comment-reply");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (reply && !modified && talk.querySelector("form.write")) {
    event.preventDefault();
    answer(reply);
    return;
  }
  const way = event.target.closest(".wall-in, .wall-new");
  const form = way && !modified && typedForm();
  if (form) {
    event.preventDefault();
    takeAlong(form, way.matches(".wall-new"));
  }
});

// The form typed into last, else the last one that holds a text: an open answer before a new thread.
function typedForm() {
  const typed = [...talk.querySelectorAll("form.write")].filter((form) =>
    form.elements.text.value.trim(),
  );
  return typed.includes(lastTyped) ? lastTyped : typed.at(-1);
}

// Both ways in take along what stands in the form: the server keeps it and asks who writes.
function takeAlong(form, register) {
  const step = document.createElement("input");
  step.type = "hidden";
  step.name = "schritt";
  step.value = register ? "neu" : "";
  form.append(step);
  HTMLFormElement.prototype.submit.call(form);
  step.remove();
}

talk?.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.write");
  if (!form) return;
  if (event.key === "Escape" && form.dataset.parent) close(form);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

function fill(form, text) {
  if (!form || form.elements.text.value) return;
  form.elements.text.value = text;
  count(form);
}

// An answer whose comment is gone: in a form of its own, with a word about it, never as a new thread unasked.
function showGone(kept) {
  const main = talk.querySelector("form.write");
  const form = main.cloneNode(true);
  form.elements.text.value = kept.text;
  const number = document.createElement("input");
  number.type = "hidden";
  number.name = "aufgehoben";
  number.value = kept.replyTo;
  form.append(number);
  main.after(form);
  prepare(form);
  say(form, talk.dataset.textKeptGone);
}

function showElsewhere(kept) {
  const line = document.createElement("p");
  line.className = "talk-kept";
  const link = document.createElement("a");
  link.href = `/ich/artikel/${talk.dataset.article}/ansicht?kommentar=${kept.replyTo}#kommentar-${kept.replyTo}`;
  link.textContent = talk.dataset.textKeptElsewhere.replace("{0}", kept.replyTo);
  line.append(link);
  talk.querySelector("form.write").after(line);
}

function showKept(kept) {
  if (kept.replyTo === null) return fill(talk.querySelector("form.write"), kept.text);
  if (kept.gone) return showGone(kept);
  const link = document.querySelector(`#kommentar-${kept.replyTo} .comment-reply`);
  if (!link) return showElsewhere(kept);
  answer(link);
  fill(talk.querySelector(`form[data-parent="kommentar-${kept.replyTo}"]`), kept.text);
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (overlay && talk.querySelector("form.write")) overlay.kept.forEach(showKept);
});
