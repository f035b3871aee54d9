// The text of an article, laid out as readers will see it. The form's field stays what is sent: without this script, or
// where it fails, one writes in the field itself. The schema is the paper's own set of tags, and keeps them as they came.
import { Schema, DOMParser as Reading, DOMSerializer } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { keymap } from "prosemirror-keymap";
import { history, undo, redo } from "prosemirror-history";
import { baseKeymap, toggleMark, setBlockType, wrapIn, lift, chainCommands, exitCode } from "prosemirror-commands";
import { wrapInList, splitListItem, liftListItem, sinkListItem } from "prosemirror-schema-list";
import { gapCursor } from "prosemirror-gapcursor";

const field = document.getElementById("text");
const tools = document.getElementById("editor-tools");

const plain = (tag, content, group = "block", more = {}) => ({
  content,
  group,
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
  ...more,
});

// Attributes are kept where they were given.
const given = (names, node) => Object.fromEntries(names.filter((n) => node.attrs[n] !== null).map((n) => [n, node.attrs[n]]));
const attrs = (names) => Object.fromEntries(names.map((name) => [name, { default: null }]));
const read = (names) => (dom) => Object.fromEntries(names.map((name) => [name, dom.getAttribute(name)]));

const cell = (tag) => {
  const names = tag === "th" ? ["colspan", "rowspan", "scope"] : ["colspan", "rowspan"];
  return {
    content: "block+",
    attrs: attrs(names),
    isolating: true,
    parseDOM: [{ tag, getAttrs: read(names) }],
    toDOM: (node) => [tag, given(names, node), 0],
  };
};

// An agency's <b> stays a <b>: a text that nobody changed must not look changed.
const mark = (...tags) => ({
  attrs: { tag: { default: tags[0] } },
  parseDOM: tags.map((tag) => ({ tag, attrs: { tag } })),
  toDOM: (one) => [one.attrs.tag, 0],
});

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: plain("p", "inline*"),
    heading: {
      attrs: { level: { default: 2 } },
      content: "inline*",
      group: "block",
      defining: true,
      parseDOM: [2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    quote: plain("blockquote", "block+", "block", { defining: true }),
    pre: plain("pre", "text*", "block", { code: true, marks: "", parseDOM: [{ tag: "pre", preserveWhitespace: "full" }] }),
    rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    figure: {
      group: "block",
      atom: true,
      draggable: true,
      attrs: { picture: {} },
      parseDOM: [{ tag: "figure[data-picture]", getAttrs: (dom) => ({ picture: dom.dataset.picture }) }],
      toDOM: (node) => ["figure", { "data-picture": node.attrs.picture }],
    },
    bullets: plain("ul", "item+"),
    numbers: {
      content: "item+",
      group: "block",
      attrs: attrs(["start"]),
      parseDOM: [{ tag: "ol", getAttrs: read(["start"]) }],
      toDOM: (node) => ["ol", given(["start"], node), 0],
    },
    item: plain("li", "paragraph block*", "", { defining: true }),
    table: plain("table", "caption? thead? tbody* tfoot?", "block", { isolating: true }),
    caption: plain("caption", "inline*", ""),
    thead: plain("thead", "row+", ""),
    tbody: plain("tbody", "row+", ""),
    tfoot: plain("tfoot", "row+", ""),
    row: plain("tr", "(td | th)*", ""),
    td: cell("td"),
    th: cell("th"),
    break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    text: { group: "inline" },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (dom) => ({ href: dom.getAttribute("href") }) }],
      toDOM: (one) => ["a", { href: one.attrs.href, rel: "noopener" }, 0],
    },
    bold: mark("b", "strong"),
    italic: mark("i", "em"),
    underline: mark("u"),
    strike: mark("s"),
    sub: mark("sub"),
    sup: mark("sup"),
  },
});

const { nodes, marks } = schema;
const BLOCK = /<(p|h2|h3|ul|ol|blockquote|table|pre|hr|figure)\b/i;

// As the server reads it: words without tags are paragraphs at blank lines.
function source(text) {
  const parsed = new DOMParser().parseFromString(text, "text/html").body;
  if (BLOCK.test(text) || !text.trim()) return parsed;
  const body = document.implementation.createHTMLDocument("").body;
  for (const part of text.split(/\n\s*\n/)) {
    const paragraph = document.createElement("p");
    paragraph.innerHTML = new DOMParser().parseFromString(part.trim(), "text/html").body.innerHTML.replace(/\n/g, "<br>");
    body.append(paragraph);
  }
  return body;
}

function html(doc) {
  const box = document.implementation.createHTMLDocument("").body;
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: box.ownerDocument }));
  for (const holder of box.querySelectorAll("li, td, th")) {
    const paragraphs = [...holder.children].filter((child) => child.localName === "p");
    if (paragraphs.length === 1) paragraphs[0].replaceWith(...paragraphs[0].childNodes);
  }
  return [...box.children].map((child) => child.outerHTML).join("\n\n");
}

const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView());
  return true;
});

const commands = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  heading: (state, dispatch) =>
    (within(state, nodes.heading, { level: 2 }) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level: 2 }))(state, dispatch),
  bullets: chainCommands(wrapInList(nodes.bullets), liftListItem(nodes.item)),
  numbers: chainCommands(wrapInList(nodes.numbers), liftListItem(nodes.item)),
  quote: (state, dispatch) => (within(state, nodes.quote) ? lift : wrapIn(nodes.quote))(state, dispatch),
  undo,
  redo,
};

function within(state, type, wanted = {}) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(wanted).every(([key, value]) => node.attrs[key] === value)) return true;
  }
  return false;
}

function marked(state, type) {
  const { from, $from, to, empty } = state.selection;
  return Boolean(empty ? type.isInSet(state.storedMarks || $from.marks()) : state.doc.rangeHasMark(from, to, type));
}

const active = {
  bold: (state) => marked(state, marks.bold),
  italic: (state) => marked(state, marks.italic),
  link: (state) => marked(state, marks.link),
  heading: (state) => within(state, nodes.heading),
  bullets: (state) => within(state, nodes.bullets),
  numbers: (state) => within(state, nodes.numbers),
  quote: (state) => within(state, nodes.quote),
};

// A picture in the text: the one that the form's list holds under its number.
function figureView(node) {
  const dom = document.createElement("figure");
  dom.className = "editor-figure";
  const chosen = document.querySelector(`label[for="bild-${CSS.escape(node.attrs.picture)}"]`);
  if (chosen) dom.append(...chosen.cloneNode(true).childNodes);
  else dom.textContent = tools.dataset.picture.replace("{0}", node.attrs.picture);
  return { dom };
}

function open() {
  const bar = tools.content.firstElementChild.cloneNode(true);
  const place = document.createElement("div");
  place.className = "editor-area";
  const address = bar.querySelector(".editor-link");
  let view = null;

  const show = (state) => {
    for (const button of bar.querySelectorAll("[data-do]")) {
      const on = active[button.dataset.do];
      if (on) button.setAttribute("aria-pressed", String(on(state)));
    }
  };
  const askLink = () => {
    if (marked(view.state, marks.link)) return toggleMark(marks.link)(view.state, view.dispatch);
    if (view.state.selection.empty) return false;
    address.hidden = false;
    address.querySelector("input").focus();
    return true;
  };
  const setLink = () => {
    const input = address.querySelector("input");
    const href = input.value.trim();
    address.hidden = true;
    input.value = "";
    const full = /^(https?:|mailto:)/i.test(href) ? href : href.includes("@") ? `mailto:${href}` : `https://${href}`;
    if (href) toggleMark(marks.link, { href: full })(view.state, view.dispatch);
    view.focus();
  };
  const addFigure = () => {
    const picture = document.querySelector("input[name=bild]:checked")?.value;
    if (!picture || picture === "0") return document.getElementById("bild").focus();
    view.dispatch(view.state.tr.replaceSelectionWith(nodes.figure.create({ picture })).scrollIntoView());
    view.focus();
  };

  view = new EditorView(place, {
    state: EditorState.create({
      doc: Reading.fromSchema(schema).parse(source(field.value)),
      plugins: [
        history(),
        keymap({ "Mod-b": commands.bold, "Mod-i": commands.italic, "Mod-k": askLink, "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo }),
        keymap({ Enter: splitListItem(nodes.item), "Mod-]": sinkListItem(nodes.item), "Mod-[": liftListItem(nodes.item), "Shift-Enter": lineBreak }),
        keymap(baseKeymap),
        gapCursor(),
      ],
    }),
    nodeViews: { figure: figureView },
    attributes: { id: "text-bereich", role: "textbox", "aria-multiline": "true", "aria-labelledby": "text-name", class: "text" },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      show(view.state);
      if (!transaction.docChanged) return;
      field.value = html(view.state.doc);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });

  bar.addEventListener("click", (event) => {
    const act = event.target.closest("[data-do]")?.dataset.do;
    if (act === "link") askLink();
    else if (act === "set-link") setLink();
    else if (act === "figure") addFigure();
    else if (act) {
      commands[act](view.state, view.dispatch);
      view.focus();
    }
  });
  address.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Escape") address.querySelector("input").value = "";
    setLink();
  });
  const label = document.querySelector('label[for="text"]');
  label.id = "text-name";
  label.addEventListener("click", () => view.focus());
  field.hidden = true;
  document.getElementById("text-hinweis").hidden = true;
  field.after(bar, place);
  show(view.state);
}

if (field && tools) open();
