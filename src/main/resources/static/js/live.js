// Hears of what happens under the article while it is looked at, and passes it on to the page as "live" events.
// Of all tabs of a browser that show the same article one holds the connection and tells the others; a tab that
// nobody sees holds none. Where anything of this is missing or fails, nothing happens, and the page stays as it is.
const talk = document.getElementById("kommentare");
const article = talk?.dataset.article;
const REMEMBERED = 64;
const FIRST_WORD = 30_000;
const SHORTEST_PAUSE = 15_000;
const LONGEST_PAUSE = 600_000;

let radio = null; // to the other tabs
let leads = false;
let over = false;
let failures = 0;
let newest = null; // what a tab that comes later has to know
let asleep = null; // ends what this tab does while it is seen

function pass(told) {
  talk.dispatchEvent(new CustomEvent("live", { detail: told }));
}

function remember(told) {
  const changes = [...(newest?.changes ?? []), ...told.changes].slice(-REMEMBERED);
  newest = { ...told, changes, votes: [] };
}

function hear(told) {
  remember(told);
  pass(told);
  radio?.postMessage({ told });
}

function ended() {
  over = true;
  talk.dispatchEvent(new CustomEvent("live-end"));
}

// One connection, up to its end; resolves with the pause before the next.
function stream(signal) {
  return new Promise((resolve) => {
    const source = new EventSource(`/artikel/${article}/ereignisse`);
    // somebody on the way keeps it all to themselves: no use in holding on
    const mute = setTimeout(() => close(LONGEST_PAUSE), FIRST_WORD);
    function close(pause) {
      clearTimeout(mute);
      source.close();
      resolve(pause);
    }
    signal.addEventListener("abort", () => close(0), { once: true });
    source.addEventListener("message", (event) => {
      clearTimeout(mute);
      failures = 0;
      hear(JSON.parse(event.data));
    });
    source.addEventListener("end", () => {
      ended();
      radio?.postMessage({ end: true });
      close(0);
    });
    // the browser itself tries again as long as the server answers at all
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) close(pause());
    });
  });
}

function pause() {
  const time = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures++);
  return time * (0.5 + Math.random() / 2);
}

function wait(time, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    signal.addEventListener("abort", () => resolve(clearTimeout(timer)), { once: true });
  });
}

async function lead(signal) {
  leads = true;
  while (!signal.aborted && !over) {
    await wait(await stream(signal), signal);
  }
  leads = false;
}

// Whoever holds the lock has the connection; it passes on to the next tab when that one closes or is hidden.
function listen() {
  if (over || asleep || document.hidden) return;
  asleep = new AbortController();
  const { signal } = asleep;
  if (!radio || !navigator.locks) {
    lead(signal);
    return;
  }
  radio.postMessage({ ask: true });
  navigator.locks.request(`live:${article}`, { signal }, () => lead(signal)).catch((reason) => {
    if (reason.name !== "AbortError") lead(signal);
  });
}

function sleep() {
  asleep?.abort();
  asleep = null;
}

function hearOthers({ data }) {
  if (data.told) {
    remember(data.told);
    pass(data.told);
  } else if (data.end) {
    ended();
  } else if (data.ask && leads && newest) {
    radio.postMessage({ told: newest });
  }
}

if (talk && "EventSource" in globalThis && "AbortController" in globalThis) {
  try {
    radio = new BroadcastChannel(`live:${article}`);
    radio.addEventListener("message", hearOthers);
  } catch {
    radio = null; // private windows of some browsers: each tab for itself
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : listen()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", listen);
  listen();
}
