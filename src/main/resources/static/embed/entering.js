// Being let in: by what the page's house signed, or by the paper's own login window.
class Entering {
  constructor(view) {
    this.view = view;
  }

  async enter(agreed) {
    const signs = this.signs();
    const token = typeof signs === "function" ? await signs() : signs;
    const entered = token ? await this.view.line.exchange({ signOn: token, agreed }) : {};
    this.view.invite(entered.agree ? entered.name : "");
    if (entered.problem) this.view.complain(entered.detail);
    return entered;
  }

  async signIn(place) {
    if (!this.view.element.dispatchEvent(new CustomEvent("talblatt-signin", { bubbles: true, cancelable: true }))) return;
    await this.view.try(async () => {
      const entered = this.signs() ? await this.enter(false) : {};
      if (entered.agree) return this.agree(entered.name, place);
      if (entered.token) return this.entered();
      if (entered.problem === "account-exists") return this.askWindow(entered.detail, place);
      await this.viaWindow(place);
    });
  }

  // another click: browsers open windows for those only
  askWindow(text, place) {
    const login = this.view.talk.querySelector(".wall-in")?.textContent ?? this.view.line.word("join");
    this.view.ask(text, [[login, () => this.view.try(() => this.viaWindow(place))]], place);
  }

  async viaWindow(place) {
    const result = await this.view.line.window();
    if (result.why) return this.askWindow(this.view.line.word(result.why), place);
    const entered = await this.view.line.exchange({ code: result.code });
    if (entered.token) return this.entered();
    this.view.complain(entered.detail);
    this.askWindow(entered.detail, place);
  }

  agree(name, place) {
    const join = async () => {
      const entered = await this.enter(true);
      if (entered.token) await this.entered();
      else this.askWindow(entered.detail ?? this.view.line.word("offline"), place);
    };
    this.view.ask(
      this.view.line.word("agree", name, GIVEN.age),
      [
        [this.view.line.word("join"), () => this.view.try(join)],
        [this.view.line.word("cancel"), () => {}],
      ],
      place,
    );
  }

  async entered() {
    await this.view.show(this.view.query);
    const forms = [...this.view.talk.querySelectorAll("form.write")];
    const form = forms.find((each) => this.view.keyOf(each) === this.view.pending) ?? forms[0];
    this.view.say(this.view.line.word("ready"));
    form?.elements.text.focus();
    if (form?.elements.text.value) this.view.note(form, this.view.line.word("ready"));
  }

  askSignIn(place) {
    const login = this.view.talk.querySelector(".wall-in")?.textContent ?? this.view.line.word("join");
    this.view.ask(this.view.line.word("signin"), [[login, () => this.signIn(place)]], place);
  }

  signs() {
    return this.view.element.signOn || this.view.element.getAttribute("sign-on");
  }
}
