// Where a reader is. A comment that the address names is opened wherever it is folded, and followed
// where it stands on another page by now; who comes back finds open what they had opened.
const talk = document.getElementById("kommentare");
const folds = () => talk.querySelectorAll("details[id]");

function named() {
  const number = /^#kommentar-(\d+)$/.exec(location.hash)?.[1];
  if (!number) return;
  const comment = document.getElementById(`kommentar-${number}`);
  if (comment) return unfold(comment);
  seek(number).catch(() => {}); // offline: the page stays as it is
}

// Asked first, as one that is gone is nowhere; and once only, as its page may be on the way to us.
async function seek(number) {
  if (history.state?.sought === number) return;
  history.replaceState({ ...history.state, sought: number }, "");
  const address = `/artikel/${talk.dataset.article}/kommentare/${number}`;
  const answer = await fetch(address, { method: "HEAD", redirect: "manual" });
  if (answer.type === "opaqueredirect") location.replace(address);
}

function unfold(comment) {
  let folded = false;
  for (let fold = comment; (fold = fold.closest("details:not([open])")); ) {
    fold.open = true;
    folded = true;
  }
  if (folded) comment.scrollIntoView({ block: "start" });
}

function remember() {
  const opened = [...folds()].filter((fold) => fold.open).map((fold) => fold.id);
  history.replaceState({ ...history.state, opened }, "");
}

if (talk) {
  const opened = history.state?.opened ?? [];
  folds().forEach((fold) => {
    if (opened.includes(fold.id)) fold.open = true;
  });
  named();
  addEventListener("hashchange", named);
  // does not bubble
  talk.addEventListener("toggle", remember, true);
  // print shows all
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...talk.querySelectorAll("details:not([open])")];
    closed.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((fold) => (fold.open = false)));
}
