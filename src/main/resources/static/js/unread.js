// What is new since the last visit: marked, counted, and one key (n) from one to the next.
const talk = document.getElementById("kommentare");
const LONG_ENOUGH = 3000;

function tell() {
  const last = Number(talk.dataset.last);
  if (last > 0) {
    navigator.sendBeacon(
      `/ich/artikel/${talk.dataset.article}/gelesen`,
      new URLSearchParams({ bis: last }),
    );
  }
}

function mark(overlay) {
  const own = new Set(Object.keys(overlay.own));
  const fresh = [...talk.querySelectorAll(".talk-comments > .comment")].filter(
    (comment) =>
      Number(comment.dataset.number) > overlay.seen && !own.has(comment.dataset.number),
  );
  fresh.forEach((comment) => comment.classList.add("comment-unread"));
  if (fresh.length === 0) return;
  const count = document.createElement("button");
  count.type = "button";
  count.className = "unread-count";
  count.textContent = talk.dataset.textNew.replace("{0}", fresh.length);
  count.setAttribute("aria-keyshortcuts", "n");
  count.addEventListener("click", next);
  document.getElementById("kommentare-titel").after(count);
}

function next() {
  const fresh = [...talk.querySelectorAll(".comment-unread:not([hidden])")];
  const at = fresh.indexOf(document.activeElement?.closest(".comment-unread"));
  const target = fresh[(at + 1) % fresh.length];
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

function suspended({ until, reason }) {
  const { dataset } = talk;
  if (!until) return dataset.textSuspendedOpen.replace("{0}", () => reason);
  const end = new Date(until).toLocaleString(document.documentElement.lang, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: dataset.zone,
  });
  return dataset.textSuspendedUntil.replace("{0}", end).replace("{1}", () => reason);
}

// Who is suspended reads why and until when instead of the forms, and finds the way to object.
function lock(overlay) {
  if (overlay.may.write) return;
  const sentence = document.createElement("p");
  sentence.className = "talk-suspended";
  sentence.textContent = overlay.suspension
    ? suspended(overlay.suspension)
    : talk.dataset.textSuspended;
  const way = document.createElement("a");
  way.href = "/konto/meldungen";
  way.textContent = talk.dataset.textSuspendedObject;
  sentence.append(" ", way);
  talk.querySelector("form.write")?.before(sentence);
  talk.querySelectorAll("form.write, .comment-reply").forEach((one) => one.remove());
  talk.querySelectorAll(".vote button").forEach((button) => (button.disabled = true));
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay) return;
  lock(overlay);
  if (overlay.seen !== null) mark(overlay);
  setTimeout(() => document.visibilityState === "visible" && tell(), LONG_ENOUGH);
  addEventListener("pagehide", tell);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "n" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) next();
});
