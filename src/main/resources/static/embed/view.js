// What is seen of a talk: the paper draws it, here it is put in its place without losing what is typed.
const made = (name, className, text = "") =>
  Object.assign(document.createElement(name), { className, textContent: text });

class View {
  query = {};
  // the form whose sending waits for a login
  pending = "";
  // whom the house vouches for, before they agreed to the rules
  invited = "";

  constructor(element, root) {
    this.element = element;
    this.line = new Line(element);
    this.talk = made("div", "embed-loading");
    this.talk.append(document.createElement("slot"));
    this.said = made("p", "unseen");
    this.said.setAttribute("role", "status");
    root.append(this.talk, this.said);
  }

  async show(query) {
    this.query = query;
    this.talk.classList.add("embed-busy");
    this.talk.setAttribute("aria-busy", "true");
    try {
      const answer = await this.line.read(query);
      this.place(await answer.text());
    } finally {
      this.talk.classList.remove("embed-busy", "embed-loading");
      this.talk.removeAttribute("aria-busy");
    }
  }

  // what is typed outlives a new drawing
  place(html) {
    const typed = new Map();
    for (const form of this.talk.querySelectorAll("form.write"))
      if (form.elements.text.value) typed.set(this.keyOf(form), form.elements.text.value);
    this.talk.innerHTML = html;
    for (const form of this.talk.querySelectorAll("form.write")) {
      form.elements.text.value ||= typed.get(this.keyOf(form)) ?? "";
      typed.delete(this.keyOf(form));
      this.typed(form.elements.text);
    }
    for (const [key, text] of typed) this.again(key, text);
    if (this.invited) this.invite(this.invited);
    const shown = this.talk.querySelector(".embed");
    if (shown?.dataset.problem) return this.complain(shown.textContent.trim());
    const count = Number(shown?.dataset.count ?? 0);
    this.element.dispatchEvent(new CustomEvent("talblatt-count", { detail: { count }, bubbles: true }));
  }

  // who has an account at the house needs no registration: the wall calls them by their name
  invite(name) {
    this.invited = name;
    if (!name) return;
    for (const way of this.talk.querySelectorAll(".wall-in")) way.textContent = this.line.word("as", name);
    for (const way of this.talk.querySelectorAll(".wall-new")) way.remove();
  }

  // the number in an article's id is not known before the first comment
  keyOf(form) {
    return form.getAttribute("action").replace(/.*\/kommentare/, "");
  }

  again(key, text) {
    const [, number, kind] = key.match(/^\/(\d+)\/(\w+)$/) ?? [];
    const link = this.comment(number)?.querySelector(".comment-reply");
    if (kind === "antworten" && link) this.writing.reply(link, text);
    else {
      const field = this.talk.querySelector("form.write")?.elements.text;
      if (field) field.value = [field.value, text].filter(Boolean).join("\n\n");
    }
  }

  comment(number) {
    return number && this.talk.querySelector(`#kommentar-${number}`);
  }

  go(number) {
    const comment = this.comment(number);
    if (!comment) return false;
    comment.closest("details")?.setAttribute("open", "");
    comment.classList.add("comment-new");
    comment.tabIndex = -1;
    comment.focus({ preventScroll: true });
    comment.scrollIntoView({ block: "center" });
    return true;
  }

  async turn(query) {
    await this.show(Object.fromEntries(new URLSearchParams(query)));
    const title = this.talk.querySelector(".talk-title");
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }

  say(text) {
    this.said.textContent = text;
  }

  complain(text) {
    console.error(`<talblatt-discussion site="${this.line.site}"> on ${location.origin}: ${text}`);
    this.element.dispatchEvent(new CustomEvent("talblatt-error", { detail: text, bubbles: true }));
  }

  async try(work) {
    try {
      await work();
    } catch (trouble) {
      this.complain(String(trouble));
      this.ask(this.line.word("offline"), [[this.line.word("retry"), () => this.try(() => this.show(this.query))]]);
    }
  }

  // a line with buttons, where the reader is at work
  ask(text, choices, place = this.talk.querySelector(".talk") ?? this.talk) {
    this.talk.querySelector(".embed-ask")?.remove();
    const ask = made("div", "embed-ask embed-temporary");
    ask.setAttribute("role", "alert");
    ask.append(made("p", "", text));
    for (const [label, act] of choices) {
      const button = made("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => {
        ask.remove();
        act();
      });
      ask.append(button, " ");
    }
    if (place === this.talk || place.matches(".talk")) place.prepend(ask);
    else place.after(ask);
    ask.querySelector("button")?.focus();
  }

  note(form, text, wrong = false) {
    form.querySelector(".form-error, .embed-note")?.remove();
    const note = made("p", wrong ? "form-error" : "embed-note", text);
    note.setAttribute("role", wrong ? "alert" : "status");
    form.prepend(note);
  }

  typed(field) {
    const form = field?.closest?.("form.write");
    if (!form) return;
    const left = Number(form.dataset.limit) - [...field.value].length;
    const shown = form.querySelector(".write-count");
    if (!shown) return;
    shown.textContent = left <= 200 ? String(left) : "";
    shown.classList.toggle("write-over", left < 0);
  }
}
