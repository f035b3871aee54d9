// Changing and taking back one's own comment where it stands.
const talk = document.getElementById("kommentare");
const words = document.getElementById("schreiben")?.dataset;

async function formOf(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { form: page.querySelector("form.write"), newest: page.querySelector(".comment-quoted"), ok: answer.ok };
}

function show(comment, hidden) {
  for (const part of comment.children) {
    if (!part.matches(".comment-head, .fold, form.write")) part.hidden = hidden;
  }
}

function close(form) {
  const comment = document.getElementById(form.dataset.edits);
  form.remove();
  show(comment, false);
  comment.querySelector(".comment-own")?.focus();
}

function cancelButton(act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-quiet";
  button.textContent = talk.dataset.textCancel;
  button.addEventListener("click", act);
  return button;
}

async function edit(link) {
  const comment = link.closest(".comment");
  const { form, ok } = await formOf(link.href);
  if (!form || !ok) return location.assign(link.href);
  form.dataset.edits = comment.id;
  form.querySelector(".write-back").replaceWith(cancelButton(() => close(form)));
  show(comment, true);
  comment.querySelector(".comment-head").after(form);
  form.dispatchEvent(new CustomEvent("form-ready", { bubbles: true }));
  const field = form.elements.text;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

// All but the button that folds what stands below.
function redraw(comment, html) {
  const drawn = document.createRange().createContextualFragment(html).querySelector(".comment");
  comment.className = drawn.className;
  comment.replaceChildren(...drawn.children, ...comment.querySelectorAll(":scope > .fold"));
}

// Somebody, maybe the author on another device, was faster: both texts are shown, sending again decides.
async function conflict(form) {
  const { form: fresh, newest } = await formOf(form.action);
  if (!fresh) return;
  form.elements.fassung.value = fresh.elements.fassung.value;
  const shown = newest ?? document.createElement("blockquote");
  shown.className = "comment-quoted";
  if (!newest) shown.textContent = fresh.elements.text.value;
  form.querySelector(".comment-quoted")?.remove();
  form.querySelector(".write-label").before(shown);
}

function status(sentence, after) {
  const line = document.createElement("p");
  line.className = "comment-gone";
  line.setAttribute("role", "status");
  line.tabIndex = -1;
  line.textContent = sentence;
  after(line);
  line.focus();
  return line;
}

// The words come back into a form; what they were a comment of is not undone.
function bringBack(line, parent, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.deletedBack;
  button.addEventListener("click", () => {
    const reply = parent && document.querySelector(`#kommentar-${parent} .comment-reply`);
    reply?.click();
    const form = reply ? talk.querySelector(`form[data-parent="kommentar-${parent}"]`) : talk.querySelector("form.write");
    const field = form.elements.text;
    field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${text}` : text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
    line.remove();
  });
  line.append(" ", button);
}

async function remove(comment, address, asking) {
  const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" } });
  if (answer.status === 401) return location.assign(address);
  const data = await answer.json();
  if (!answer.ok) {
    asking.querySelector("span").textContent = data.detail;
    return;
  }
  asking.remove();
  document.getElementById("kommentare-titel").textContent = data.title;
  if (data.html) {
    redraw(comment, data.html);
    bringBack(status(words.deleted, (line) => comment.append(line)), data.replyTo, data.text);
  } else {
    bringBack(status(words.deleted, (line) => comment.replaceWith(line)), data.replyTo, data.text);
  }
}

function confirm(link) {
  const comment = link.closest(".comment");
  const row = link.closest(".comment-row");
  if (comment.querySelector(".comment-asking")) return;
  const asking = document.createElement("p");
  asking.className = "comment-asking";
  asking.setAttribute("role", "alertdialog");
  const question = document.createElement("span");
  question.textContent = words.deleteQuestion;
  question.id = `frage-${comment.dataset.number}`;
  asking.setAttribute("aria-labelledby", question.id);
  const yes = document.createElement("button");
  yes.type = "button";
  yes.className = "button-ember";
  yes.textContent = talk.dataset.textDelete;
  yes.addEventListener("click", () =>
    remove(comment, link.href, asking).catch(() => (question.textContent = talk.dataset.textOffline)),
  );
  const back = () => {
    asking.remove();
    link.focus();
  };
  asking.addEventListener("keydown", (event) => event.key === "Escape" && back());
  const no = cancelButton(back);
  asking.append(question, no, yes);
  row.after(asking);
  no.focus();
}

talk?.addEventListener("click", (event) => {
  const link = event.target.closest("a.comment-own");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (!link || modified || !words) return;
  event.preventDefault();
  if (link.pathname.endsWith("/loeschung")) confirm(link);
  else edit(link).catch(() => location.assign(link.href));
});

talk?.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.write");
  if (event.key === "Escape" && form?.dataset.edits) close(form);
});

talk?.addEventListener("form-sent", (event) => {
  const { edits } = event.target.dataset;
  if (!edits) return;
  const comment = document.getElementById(edits);
  redraw(comment, event.detail.html);
  comment.tabIndex = -1;
  comment.focus({ preventScroll: true });
});

talk?.addEventListener("form-refused", (event) => {
  if (event.target.dataset.edits && event.detail.status === 409) conflict(event.target);
});
