// Answering below a comment, quoting it or the words selected in it, and texts that waited at the login.
const talk = document.getElementById("kommentare");
const SELECTED_JUST_NOW = 1000;
const LONGEST_QUOTE = 600;

function close(form) {
  const link = document.querySelector(`#${form.dataset.parent} .comment-reply`);
  form.remove();
  link?.focus();
}

function replyForm(comment, link) {
  const form = talk.querySelector("form.write").cloneNode(true);
  form.removeAttribute("data-submission");
  form.querySelector(".write-help").open = false;
  form.action = link.href;
  form.dataset.parent = comment.id;
  form.elements.aufgehoben?.remove();
  form.classList.add("write-reply");
  form.elements.text.defaultValue = "";
  form.elements.text.value = "";
  form.querySelectorAll(".form-error, .write-draft, .write-preview").forEach((one) => one.remove());
  form.querySelector(".write-look").setAttribute("formaction", `${link.href}/vorschau`);
  form.querySelector(".write-label span").textContent = talk.dataset.textReplyTo.replace(
    "{0}",
    () => comment.querySelector(".comment-author").textContent,
  );
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "button-quiet";
  cancel.textContent = talk.dataset.textCancel;
  cancel.addEventListener("click", () => close(form));
  form.querySelector(".write-look").before(cancel);
  return form;
}

function answer(comment) {
  for (let fold = comment.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  let form = talk.querySelector(`form[data-parent="${comment.id}"]`);
  if (!form) {
    form = replyForm(comment, comment.querySelector(".comment-reply"));
    comment.after(form);
    form.dispatchEvent(new CustomEvent("form-ready", { bubbles: true }));
  }
  form.elements.text.focus();
  return form;
}

// Back to what was typed: the words with their marks, without the host that we show behind a link.
function typed(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const behindLink = node.previousSibling?.nodeName === "A";
    return node.data.replace(/\n/g, "").replace(behindLink ? /^ \[[^\]]*\]/ : "", "");
  }
  const inner = [...node.childNodes].map(typed).join("");
  switch (node.nodeName) {
    case "BR":
      return "\n";
    case "STRONG":
      return `**${inner}**`;
    case "EM":
      return `*${inner}*`;
    case "A":
      return inner === node.getAttribute("href") ? inner : `[${inner}](${node.getAttribute("href")})`;
    case "P":
      return `${inner}\n\n`;
    case "LI":
      return `- ${inner.trim()}\n`;
    case "UL":
    case "OL":
      return `${inner}\n`;
    case "BLOCKQUOTE":
    case "BUTTON":
      return "";
    default:
      return inner;
  }
}

function cut(text) {
  const characters = [...text];
  if (characters.length <= LONGEST_QUOTE) return text;
  const head = characters.slice(0, LONGEST_QUOTE).join("");
  return `${head.replace(/\s\S*$/, "").trimEnd()} …`;
}

function wordsOf(node) {
  return typed(node).replace(/\n{3,}/g, "\n\n").trim() || node.textContent.trim();
}

// A click or a tap takes the selection away before the link hears of it.
let selected = { comment: null, text: "", until: 0 };

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed && selection.getRangeAt(0);
  const place = range && range.commonAncestorContainer;
  const text = (place?.nodeType === Node.TEXT_NODE ? place.parentElement : place)?.closest?.(".comment-text");
  if (text) {
    const comment = text.closest(".comment");
    selected = { comment, text: wordsOf(range.cloneContents()), until: Infinity };
  } else if (selected.until === Infinity) {
    selected.until = Date.now() + SELECTED_JUST_NOW;
  }
});

function quote(comment) {
  const passage = selected.comment === comment && Date.now() < selected.until ? selected.text : "";
  const words = passage || cut(wordsOf(comment.querySelector(".comment-text")));
  const field = answer(comment).elements.text;
  const before = field.value.trimEnd();
  const lines = words.split("\n").map((line) => (line.trim() ? `> ${line}` : ">"));
  field.value = `${before}${before && "\n\n"}${lines.join("\n")}\n\n`;
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollTop = field.scrollHeight;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

talk?.addEventListener("click", (event) => {
  const link = event.target.closest(".comment-reply, .comment-quote");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (!link || modified || !talk.querySelector("form.write")) return;
  event.preventDefault();
  const comment = link.closest(".comment");
  if (link.matches(".comment-quote")) quote(comment);
  else answer(comment);
});

talk?.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.write");
  if (event.key === "Escape" && form?.dataset.parent) close(form);
});

function fill(form, text) {
  if (!form || form.elements.text.value) return;
  form.elements.text.value = text;
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
}

// An answer whose comment is gone: in a form of its own, with a word about it, never as a new thread unasked.
function showGone(kept) {
  const main = talk.querySelector("form.write");
  const form = main.cloneNode(true);
  form.removeAttribute("data-submission");
  form.querySelectorAll(".form-error, .write-draft, .write-preview").forEach((one) => one.remove());
  form.elements.text.value = kept.text;
  const number = document.createElement("input");
  number.type = "hidden";
  number.name = "aufgehoben";
  number.value = kept.replyTo;
  const said = document.createElement("p");
  said.className = "form-error";
  said.setAttribute("role", "status");
  said.textContent = talk.dataset.textKeptGone;
  form.append(number);
  form.prepend(said);
  main.after(form);
  form.dispatchEvent(new CustomEvent("form-ready", { bubbles: true }));
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
  fill(answer(link.closest(".comment")), kept.text);
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (overlay && talk.querySelector("form.write")) overlay.kept.forEach(showKept);
});
