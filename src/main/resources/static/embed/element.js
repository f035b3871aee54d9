// <talblatt-discussion>: the talk in a shadow root, drawn by the paper; without this script its content,
// a link, is what readers see.
const sheet = new CSSStyleSheet();
sheet.replaceSync(GIVEN.style);

class TalblattDiscussion extends HTMLElement {
  // a token that the house signed, or a function that fetches one; also as the attribute sign-on. It may
  // have been set before this script came
  signOn = this.signOn ?? null;
  #parts;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const view = new View(this, root);
    const entering = new Entering(view);
    const writing = new Writing(view, entering);
    view.writing = writing;
    this.#parts = { view, entering, writing };
    root.addEventListener("click", (event) => this.#clicked(event));
    root.addEventListener("submit", (event) => this.#submitted(event));
    root.addEventListener("input", (event) => view.typed(event.target));
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") writing.close(event.target.closest(".embed-temporary"));
    });
    // what the page sets in the same breath counts
    queueMicrotask(() => this.#begin());
  }

  async #begin() {
    const { view, entering } = this.#parts;
    const linked = location.hash.match(/^#kommentar-(\d{1,9})$/);
    await view.try(async () => {
      await view.show(linked ? { kommentar: linked[1] } : {});
      if (linked) view.go(linked[1]);
      if (view.line.open || !entering.signs()) return;
      if ((await entering.enter(false)).token) await view.show(view.query);
    });
  }

  // signs out, also for the house's own logout
  async signOut() {
    const { view } = this.#parts;
    await view.try(async () => {
      await view.line.call("DELETE", "token");
      view.line.keep(null);
      await view.show(view.query);
      view.say(view.line.word("out"));
    });
  }

  #clicked(event) {
    const { view, entering, writing } = this.#parts;
    const target = event.target.closest("a, button");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const comment = target.closest(".comment");
    const href = target.getAttribute("href") ?? "";
    const act =
      target.dataset.talk !== undefined
        ? () => view.turn(target.dataset.talk)
        : href.startsWith("#kommentar-")
          ? () => view.go(href.slice(11)) || view.turn(`kommentar=${href.slice(11)}`)
          : target.matches(".wall-in")
            ? () => entering.signIn(target.closest(".wall"))
            : target.matches(".embed-out")
              ? () => this.signOut()
              : target.matches(".embed-cancel")
                ? () => writing.close(target.closest(".embed-temporary"))
                : target.matches(".comment-quote")
                  ? () => writing.quote(comment)
                : target.matches(".comment-reply")
                  ? () => writing.reply(target)
                  : comment && href.endsWith("/bearbeiten")
                    ? () => writing.edit(comment)
                    : comment && href.endsWith("/loeschung")
                      ? () => writing.delete(comment)
                      : null;
    if (!act) return;
    event.preventDefault();
    view.try(async () => act());
  }

  #submitted(event) {
    const { view, writing } = this.#parts;
    event.preventDefault();
    const form = event.target;
    if (form.matches(".write")) view.try(() => writing.send(form));
    else if (form.matches(".vote")) view.try(() => writing.vote(form, event.submitter));
  }
}

if (!customElements.get("talblatt-discussion")) customElements.define("talblatt-discussion", TalblattDiscussion);
