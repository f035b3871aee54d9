// The widget's line to the paper: what the page is, what it may, and the calls. No cookie travels; who
// writes shows a pass that is good for fifteen minutes, under this page only.
const PAPER = document.currentScript && new URL(document.currentScript.src).origin;

const encoded = (text) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const random = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

// randomUUID is there on safe pages only
const uuid = () => random().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");

const meta = (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute);

class Line {
  constructor(element) {
    this.element = element;
    this.paper = element.getAttribute("paper") ?? PAPER;
    this.site = element.getAttribute("site") ?? "";
    this.key = element.getAttribute("article-key") ?? "";
    const address =
      element.getAttribute("page") || meta("link[rel=canonical]", "href") || location.href;
    this.address = new URL(address, location.href).href.replace(/#.*$/, "");
    const language = (element.lang || document.documentElement.lang || "de").slice(0, 2);
    this.language = GIVEN.words[language] ? language : "de";
    this.stored = `talblatt:${this.site}:${this.key || this.address}`;
    this.pass = this.remembered();
  }

  word(key, ...values) {
    return values.reduce((text, value, i) => text.replace(`{${i}}`, value), GIVEN.words[this.language][key]);
  }

  get headline() {
    return (
      this.element.getAttribute("headline") || meta("meta[property='og:title']", "content") || document.title
    );
  }

  // a reload in the same tab finds its pass again; a page may forbid even that
  remembered() {
    try {
      const pass = JSON.parse(sessionStorage.getItem(this.stored));
      return pass?.until > Date.now() ? pass : null;
    } catch {
      return null;
    }
  }

  keep(pass) {
    this.pass = pass;
    try {
      if (pass) sessionStorage.setItem(this.stored, JSON.stringify(pass));
      else sessionStorage.removeItem(this.stored);
    } catch {
      // then the pass lives as long as the page
    }
  }

  get open() {
    if (this.pass && this.pass.until <= Date.now()) this.keep(null);
    return this.pass !== null;
  }

  // the talk as the reader sees it, or as everybody does
  async read(query) {
    const asked = new URLSearchParams({ ...query, sprache: this.language });
    if (this.open) {
      const own = await this.call("GET", `thread?${asked}`);
      if (own.ok) return own;
      if (own.status !== 401) return own;
    }
    const key = this.key ? `/${encoded(this.key)}` : "";
    return fetch(`${this.paper}/einbettung/${this.site}/${encoded(this.address)}${key}?${asked}`, {
      credentials: "omit",
    });
  }

  async call(method, path, body) {
    const headers = { Accept: "application/json" };
    if (this.pass) headers.Authorization = `Bearer ${this.pass.token}`;
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(`${this.paper}/api/v1/embed/${path}`, {
      method,
      headers,
      credentials: "omit",
      body: body && JSON.stringify(body),
    });
    if (answer.status === 401) this.keep(null);
    return answer;
  }

  // exchanges what the page's house signed, or what the login window granted
  async exchange(shown) {
    this.keep(null);
    const { address, key, headline, language } = this;
    const answer = await this.call("POST", "token", {
      site: this.site,
      page: { address, key, headline, language },
      ...shown,
    });
    const data = await answer.json();
    if (!answer.ok) return { problem: String(data.type).replace(/.*\//, ""), detail: data.detail };
    if (data.token) this.keep({ token: data.token, name: data.name, until: Date.now() + data.seconds * 1000 });
    return data;
  }

  // a window of the paper's own, so that its cookies are nobody's third party; resolves to its code
  window() {
    const nonce = random();
    const asked = new URLSearchParams({ herkunft: location.origin, nonce });
    const opened = window.open(
      `${this.paper}/einbettung/${this.site}/anmeldung?${asked}`,
      "talblatt",
      "popup,width=520,height=720",
    );
    if (!opened) return Promise.resolve({ why: "blocked" });
    return new Promise((resolve) => {
      const done = (result) => {
        clearInterval(watch);
        removeEventListener("message", hear);
        resolve(result);
      };
      const hear = ({ origin, source, data }) => {
        if (origin === this.paper && source === opened && data?.talblatt === "code" && data.nonce === nonce)
          done({ code: data.code });
      };
      // closing and handing over come in any order
      const watch = setInterval(() => opened.closed && setTimeout(done, 500, { why: "closed" }), 500);
      addEventListener("message", hear);
    });
  }
}
