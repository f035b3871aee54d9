// Readers whom one does not want to read: their comments fold, and every other one can be folded.
const talk = document.getElementById("kommentare");
const nameOf = (comment) => comment.querySelector(".comment-author a")?.textContent;

function fold(comment) {
  const name = nameOf(comment);
  if (!name || comment.querySelector(":scope > .comment-unfold")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "comment-unfold";
  button.setAttribute("aria-expanded", "false");
  button.textContent = talk.dataset.textIgnored.replace("{0}", name);
  button.addEventListener("click", () => {
    const folded = comment.classList.toggle("comment-ignored");
    button.setAttribute("aria-expanded", String(!folded));
  });
  comment.prepend(button);
  comment.classList.add("comment-ignored");
  comment.querySelector(".comment-ignore")?.remove();
}

const ofAuthor = (href) =>
  [...talk.querySelectorAll(".talk-comments .comment")].filter(
    (comment) => comment.querySelector(".comment-author a")?.getAttribute("href") === href,
  );

function say(comment, sentence) {
  const said = comment.querySelector(".comment-error") ?? document.createElement("p");
  said.className = "comment-error";
  said.setAttribute("role", "alert");
  said.textContent = sentence;
  comment.append(said);
}

async function ignore(link, comment) {
  const href = link.dataset.reader;
  const answer = await fetch(`${href}/ignoriert`, {
    method: "POST",
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) return say(comment, (await answer.json()).detail);
  ofAuthor(href).forEach(fold);
  comment.querySelector(".comment-unfold")?.focus();
}

function addButton(comment) {
  const author = comment.querySelector(".comment-author a");
  const row = comment.querySelector(".comment-row");
  if (!author || !row) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "comment-own comment-ignore";
  button.dataset.reader = author.getAttribute("href");
  button.textContent = talk.dataset.textIgnore;
  button.setAttribute("aria-label", talk.dataset.textIgnoreName.replace("{0}", author.textContent));
  button.addEventListener("click", () =>
    ignore(button, comment).catch(() => say(comment, talk.dataset.textOffline)),
  );
  row.append(button);
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay) return;
  const ignored = new Set(overlay.ignored);
  for (const comment of talk.querySelectorAll(".talk-comments .comment")) {
    const number = Number(comment.dataset.number);
    if (ignored.has(number)) fold(comment);
    else if (!(number in overlay.own)) addButton(comment);
  }
  talk.addEventListener("comments-added", ({ detail }) =>
    detail.comments.filter((comment) => nameOf(comment) !== overlay.name).forEach(addButton),
  );
});
