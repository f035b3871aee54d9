// Help while writing: marks by button and key, how much room is left, how it will look.
const words = document.getElementById("schreiben").dataset;
const NEAR_THE_END = 200;
const PAUSE = 800;
const MARKS = { b: "**", i: "*" };

const formOf = (event) => event.target.closest?.("form.write");

// As the server counts: characters as a person sees them typed, without what it takes away.
function length(text) {
  const kept = text
    .normalize("NFC")
    .replace(/(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Co}|\p{Cs}/gu, "")
    .replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, "\n\n")
    .replace(/^[\t\n \u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]+/, "")
    .replace(/[\t\n \u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]+$/, "");
  return [...kept].length;
}

let saying = 0;

function count(form) {
  const limit = Number(form.dataset.limit);
  const left = limit - length(form.elements.text.value);
  const near = left <= Math.min(NEAR_THE_END, limit / 2);
  const shown = form.querySelector(".write-count");
  shown.textContent = near ? String(left) : "";
  shown.classList.toggle("write-over", left < 0);
  clearTimeout(saying);
  // to who listens, in a pause: not with every letter
  const sentence = left < 0 ? words.over.replace("{0}", -left) : words.left.replace("{0}", left);
  saying = setTimeout(() => {
    form.querySelector(".write-said").textContent = near ? sentence : "";
  }, PAUSE);
}

// Like typing, so that the browser's own undo takes it back.
function type(field, text) {
  field.focus();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function around(field, mark) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const inside = value.slice(start, end);
  const size = mark.length;
  if (value.slice(start - size, start) === mark && value.slice(end, end + size) === mark) {
    field.setSelectionRange(start - size, end + size);
    type(field, inside);
    return field.setSelectionRange(start - size, end - size);
  }
  // a mark beside a blank is no mark
  const [, before, core, after] = inside.match(/^(\s*)([^]*?)(\s*)$/);
  type(field, before + mark + core + mark + after);
  const from = start + before.length + size;
  field.setSelectionRange(from, from + core.length);
}

function lines(field, mark) {
  const { selectionStart, selectionEnd, value } = field;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = value.indexOf("\n", selectionEnd);
  const end = next < 0 ? value.length : next;
  const each = value.slice(start, end).split("\n");
  const marked = each.every((line) => line.startsWith(mark));
  const text = each.map((line) => (marked ? line.slice(mark.length) : mark + line)).join("\n");
  // a quote or a list begins behind an empty line
  const gap = !marked && start > 0 && value[start - 2] !== "\n" && !value.slice(0, start - 1).split("\n").at(-1).startsWith(mark);
  field.setSelectionRange(start, end);
  type(field, (gap ? "\n" : "") + text);
}

function link(field) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const inside = value.slice(start, end);
  const address = /^https?:\/\/\S+$/.test(inside);
  type(field, address ? `[](${inside})` : `[${inside}](https://)`);
  const caret = address || !inside ? start + 1 : start + inside.length + 3;
  field.setSelectionRange(caret, address || !inside ? caret : caret + "https://".length);
}

function use(form, tool) {
  const field = form.elements.text;
  if (tool === "[]()") link(field);
  else if (tool.endsWith(" ")) lines(field, tool);
  else around(field, tool);
}

async function look(form, address) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ text: form.elements.text.value }),
  }).catch(() => null);
  const data = (await answer?.json().catch(() => null)) ?? { detail: words.trouble };
  const preview = form.querySelector(".write-preview") ?? document.createElement("section");
  preview.className = "write-preview";
  preview.setAttribute("aria-label", words.preview);
  preview.setAttribute("aria-live", "polite");
  if (!preview.isConnected) form.append(preview);
  const title = document.createElement("p");
  title.className = "write-preview-title";
  title.textContent = data.html === undefined ? data.detail : words.preview;
  const text = document.createElement("div");
  text.className = "comment-text";
  text.innerHTML = data.html ?? "";
  preview.replaceChildren(title, text);
  preview.scrollIntoView({ block: "nearest" });
}

document.addEventListener("input", (event) => {
  const form = formOf(event);
  if (!form) return;
  form.querySelector(".write-preview")?.remove();
  count(form);
});

document.addEventListener("submit", (event) => {
  if (!event.submitter?.matches(".write-look")) return;
  event.preventDefault();
  look(event.target, event.submitter.formAction);
});

document.addEventListener("click", (event) => {
  const tool = event.target.closest(".write-tools button");
  if (tool) use(tool.form, tool.dataset.tool);
});

document.addEventListener("keydown", (event) => {
  const form = formOf(event);
  if (!form) return;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const mark = MARKS[event.key.toLowerCase()];
  if (command && mark && event.target === form.elements.text) {
    event.preventDefault();
    around(event.target, mark);
  }
  // a toolbar is one stop of the Tab key
  const tool = event.target.closest(".write-tools button");
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!tool || !step) return;
  const tools = [...tool.parentElement.children];
  const next = tools.at((tools.indexOf(tool) + step) % tools.length);
  tools.forEach((each) => (each.tabIndex = each === next ? 0 : -1));
  next.focus();
});

document.querySelectorAll("form.write textarea").forEach((field) => count(field.form));
