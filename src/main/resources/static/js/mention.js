// Names behind an @: first who talks on this page, then who else bears such a name. It only ever offers;
// typing goes on whatever the server does.
const talk = document.getElementById("kommentare");
const words = document.getElementById("schreiben").dataset;
const QUERY = /(?:^|[^\p{L}\p{N}\p{Cf}._@/-])@([\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,29})?$/u;
const MOST = 6;
const SHORTEST = 2;
const PAUSE = 150;
const PATIENCE = 1500;

const fold = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const known = new Map();
let list = null;
let field = null;
let timer = 0;
let asked = null;

// Who is answered first, then who wrote last on this page.
function talking() {
  const answered = field.form.dataset.parent && document.getElementById(field.form.dataset.parent);
  const names = [answered, ...(talk?.querySelectorAll(".comment") ?? [])].map(
    (comment) => comment?.querySelector(".comment-author a")?.textContent,
  );
  return [...new Set(names.filter(Boolean))];
}

function typed() {
  const before = field.value.slice(0, field.selectionStart);
  if (field.selectionStart !== field.selectionEnd) return null;
  const match = QUERY.exec(before.slice(-40));
  return match ? (match[1] ?? "") : null;
}

const begins = (name, query) => {
  const folded = fold(name);
  const part = fold(query);
  return folded.startsWith(part) || folded.split(/[ ._-]/).some((word) => word.startsWith(part));
};

function close() {
  clearTimeout(timer);
  asked?.abort();
  list?.remove();
  list = null;
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
}

function choose(name) {
  const start = field.selectionStart - typed().length;
  field.setSelectionRange(start, field.selectionStart);
  field.focus();
  if (!document.execCommand("insertText", false, `${name} `)) {
    field.setRangeText(`${name} `, start, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  close();
}

function activate(option) {
  for (const each of list.children) each.setAttribute("aria-selected", String(each === option));
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function open() {
  list = document.createElement("ul");
  list.className = "write-names";
  list.id = "namen";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.names);
  // the field keeps the focus
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.textContent);
  });
  field.closest("label").after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
}

function show(names) {
  const said = field.form.querySelector(".write-said");
  if (names.length === 0) {
    if (list) said.textContent = "";
    return close();
  }
  if (!list) open();
  list.replaceChildren(
    ...names.map((name, index) => {
      const option = document.createElement("li");
      option.id = `name-${index}`;
      option.setAttribute("role", "option");
      option.textContent = name;
      return option;
    }),
  );
  activate(list.firstElementChild);
  said.textContent = words.namesFound.replace("{0}", names.length);
}

async function ask(query) {
  const key = fold(query);
  if (known.has(key)) return known.get(key);
  // nobody begins like that: nobody goes on like that either
  if ([...known].some(([shorter, names]) => names.length === 0 && key.startsWith(shorter))) return [];
  asked?.abort();
  asked = new AbortController();
  const article = new URL(field.form.action).pathname.split("/", 3).join("/");
  const answer = await fetch(`${article}/namen?anfang=${encodeURIComponent(query)}`, {
    headers: { Accept: "application/json" },
    signal: AbortSignal.any([asked.signal, AbortSignal.timeout(PATIENCE)]),
  });
  if (!answer.ok) return [];
  const { names } = await answer.json();
  known.set(key, names);
  return names;
}

function suggest() {
  clearTimeout(timer);
  const query = typed();
  if (query === null) return close();
  const here = talking().filter((name) => begins(name, query));
  const complete = here.length === 1 && fold(here[0]) === fold(query.trimEnd());
  show(complete ? [] : here.slice(0, MOST));
  const loggedIn = document.documentElement.classList.contains("angemeldet");
  if ([...query.trim()].length < SHORTEST || here.length >= MOST || !loggedIn) return;
  timer = setTimeout(async () => {
    const others = await ask(query.trim()).catch(() => []);
    if (typed() !== query) return;
    const all = [...new Set([...here, ...others])].slice(0, MOST);
    if (all.length > here.length && !(all.length === 1 && fold(all[0]) === fold(query.trim()))) show(all);
  }, PAUSE);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches?.("form.write textarea")) return;
  field = event.target;
  suggest();
});

// before the form's own keys
document.addEventListener(
  "keydown",
  (event) => {
    if (!list || event.target !== field || event.isComposing) return;
    const options = [...list.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (step) activate(options.at((at + step) % options.length));
    else if (plain && (event.key === "Enter" || event.key === "Tab")) choose(options[at].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("focusout", (event) => {
  if (list && event.target === field) close();
});
