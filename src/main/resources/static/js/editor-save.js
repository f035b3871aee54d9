// Keeps what is written every few seconds, says who else is there, and what they have stored meanwhile.
const form = document.getElementById("editor");
const saved = document.getElementById("editor-saved");
const notice = document.getElementById("editor-notice");
const QUIET = 1500;
const LONGEST = 5000;
const PRESENCE = 4000;

let changedAt = 0;
let timer = 0;
let running = null;
let leaving = false;

const path = () => form.action.replace(/\/[a-z]+$/, "");

function say(text) {
  if (saved.textContent !== text) saved.textContent = text;
}

function show(notices) {
  const shown = [...notice.children].map((line) => line.textContent.trim());
  if (shown.length === notices.length && shown.every((text, at) => text === notices[at])) return;
  notice.replaceChildren(
    ...notices.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    }),
  );
}

async function send(noun, body) {
  const answer = await fetch(`${path()}/${noun}`, {
    method: "POST",
    body: new URLSearchParams(body),
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(answer.status), { said: problem.detail ?? problem.title });
  }
  return answer.json();
}

async function save() {
  const began = changedAt;
  say(form.dataset.textSaving);
  try {
    const kept = await send("sicherung", new FormData(form));
    // what another window wrote isn't in this one yet: the next save has to join it once more
    if (!kept.joined) form.elements.stand.value = kept.revision;
    show(kept.notices);
    if (changedAt === began) {
      changedAt = 0;
      // another window wrote, too: what both wrote is kept, and this one shows it
      if (kept.joined) return location.reload();
    }
    say(kept.saved);
  } catch (failure) {
    say(failure.said ?? form.dataset.textOffline);
    timer = setTimeout(run, LONGEST);
  }
}

function run() {
  clearTimeout(timer);
  if (!running && changedAt && !leaving) {
    running = save().finally(() => {
      running = null;
      if (changedAt) schedule();
    });
  }
  return running;
}

let first = 0;

function schedule() {
  clearTimeout(timer);
  first ||= Date.now();
  const wait = Math.max(0, Math.min(QUIET, first + LONGEST - Date.now()));
  timer = setTimeout(() => {
    first = 0;
    run();
  }, wait);
}

async function beHere() {
  if (document.hidden || leaving || running) return;
  const { basis, stand } = form.elements;
  const status = await send("anwesenheit", { basis: basis.value, stand: stand.value }).catch(() => null);
  if (status) show(status.notices);
}

if (form && saved) {
  form.addEventListener("input", () => {
    changedAt = Date.now();
    schedule();
  });
  form.addEventListener("change", () => form.dispatchEvent(new Event("input")));
  // what is on its way arrives before what is stored
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      event.preventDefault();
      const { submitter } = event;
      running.finally(() => form.requestSubmit(submitter));
      return;
    }
    leaving = true;
  });
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("beforeunload", (event) => {
    if (changedAt && !leaving) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? run() : beHere()));
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      changedAt ||= Date.now();
      run();
    }
  });
  setInterval(beHere, PRESENCE);
  beHere();
}
