// Writing, changing, deleting and rating, each where the reader is.
class Writing {
  constructor(view, entering) {
    this.view = view;
    this.entering = entering;
  }

  form(like, action, label, send) {
    const form = like.cloneNode(true);
    form.setAttribute("action", action);
    form.classList.add("write-reply", "embed-temporary");
    form.querySelectorAll(".form-error, .embed-note, [type=hidden]").forEach((each) => each.remove());
    form.removeAttribute("data-submission");
    form.elements.text.value = "";
    form.querySelector(".write-label span").textContent = label;
    const button = form.querySelector(".button");
    if (send) button.textContent = send;
    const cancel = made("button", "button-quiet embed-cancel", this.view.line.word("cancel"));
    cancel.type = "button";
    button.before(cancel);
    return form;
  }

  reply(link, text = "") {
    const comment = link.closest(".comment");
    const like = this.view.talk.querySelector("form.write");
    if (!like) return;
    const action = link.getAttribute("href");
    let form = [...this.view.talk.querySelectorAll("form.write")].find((each) => each.getAttribute("action") === action);
    if (!form) {
      form = this.form(like, action, this.view.line.word("reply", comment.querySelector(".comment-author").textContent.trim()));
      comment.after(form);
    }
    if (text) form.elements.text.value = text;
    this.view.typed(form.elements.text);
    form.elements.text.focus();
  }

  quote(comment) {
    const said = comment.querySelector(".comment-text").innerText.trim();
    this.reply(comment.querySelector(".comment-reply"), `> ${said.replaceAll("\n", "\n> ")}\n\n`);
  }

  async edit(comment) {
    const number = comment.dataset.number;
    const answer = await this.view.line.call("GET", `comments/${number}`);
    if (!answer.ok) return this.refused(comment, answer);
    const own = await answer.json();
    const action = comment.querySelector("[href$='/bearbeiten']").getAttribute("href");
    const like = this.view.talk.querySelector("form.write");
    if (!like) return;
    const form = this.form(like, action, this.view.line.word("edit"), this.view.line.word("save"));
    form.dataset.revision = own.revision;
    form.elements.text.value = own.text;
    comment.after(form);
    this.view.typed(form.elements.text);
    form.elements.text.focus();
  }

  delete(comment) {
    const number = comment.dataset.number;
    const gone = async () => {
      const answer = await this.view.line.call("DELETE", `comments/${number}`);
      if (!answer.ok) return this.refused(comment, answer);
      await this.view.show(this.view.query);
      this.view.say(this.view.line.word("deleted"));
      this.view.talk.querySelector("form.write textarea")?.focus({ preventScroll: true });
    };
    this.view.ask(
      this.view.line.word("delete"),
      [
        [this.view.line.word("delete-yes"), () => this.view.try(gone)],
        [this.view.line.word("cancel"), () => comment.querySelector("[href$='/loeschung']")?.focus()],
      ],
      comment,
    );
  }

  async refused(place, answer) {
    if (answer.status === 401) return this.entering.askSignIn(place);
    const { detail } = await answer.json();
    this.view.ask(detail, [], place);
  }

  close(temporary) {
    if (!temporary) return;
    const link = temporary.previousElementSibling?.querySelector?.(".comment-reply");
    temporary.remove();
    link?.focus();
  }

  async send(form) {
    if (!this.view.line.open) {
      this.view.pending = this.view.keyOf(form);
      return this.entering.signIn(form);
    }
    const [, number, kind] = this.view.keyOf(form).match(/^\/(\d+)\/(\w+)$/) ?? [];
    const text = form.elements.text.value;
    form.dataset.submission ||= uuid();
    const button = form.querySelector(".button");
    button.disabled = true;
    try {
      const answer =
        kind === "bearbeiten"
          ? await this.view.line.call("PATCH", `comments/${number}`, { text, revision: Number(form.dataset.revision) })
          : await this.view.line.call("POST", "comments", {
              text,
              replyTo: number ? Number(number) : null,
              submission: form.dataset.submission,
            });
      if (answer.status === 401) {
        this.view.pending = this.view.keyOf(form);
        return this.entering.askSignIn(form);
      }
      const data = await answer.json();
      if (!answer.ok) return this.view.note(form, data.detail, true);
      form.elements.text.value = "";
      if (form.matches(".embed-temporary")) form.remove();
      await this.view.show({ ...this.view.query, kommentar: data.number });
      this.view.go(data.number);
      this.view.say(this.view.line.word(data.state === "held" ? "held" : "posted"));
    } finally {
      button.disabled = false;
    }
  }

  async vote(form, button) {
    const row = form.closest(".comment-row") ?? form;
    if (!this.view.line.open) return this.entering.signIn(row);
    const number = form.closest(".comment").dataset.number;
    const pressed = button.getAttribute("aria-pressed") === "true";
    const value = pressed ? 0 : Number(button.dataset.value);
    const answer = await this.view.line.call("PUT", `comments/${number}/vote`, { value });
    if (!answer.ok) return this.refused(row, answer);
    const data = await answer.json();
    for (const each of form.querySelectorAll("button[data-value]")) {
      const shown = each.querySelector(".vote-count");
      if (shown) shown.textContent = (each.dataset.value === "1" ? data.up : data.down) ?? "";
      each.setAttribute("aria-pressed", String(Number(each.dataset.value) === data.own));
    }
  }
}
