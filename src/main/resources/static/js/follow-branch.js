// Following a branch of the talk: a button at every comment, for who is logged in.
const talk = document.getElementById("kommentare");
const words = talk?.querySelector("form.follow")?.dataset;
const followed = new Set();

function show(form, follows) {
  const number = form.closest(".comment").dataset.number;
  const button = form.querySelector("button");
  form.elements.wert.value = follows ? "0" : "1";
  button.textContent = follows ? words.textBranchLeave : words.textBranch;
  const name = follows ? words.textBranchLeaveOf : words.textBranchOf;
  button.setAttribute("aria-label", name.replace("{0}", number));
}

function add(comment, follows) {
  const row = comment.querySelector(":scope > .comment-row");
  if (!row || row.querySelector("form.branch")) return;
  if (words.closed === "true" && !follows) return;
  const form = document.createElement("form");
  form.className = "branch";
  form.method = "post";
  form.action = `/artikel/${talk.dataset.article}/kommentare/${comment.dataset.number}/folgen`;
  form.innerHTML = '<input type="hidden" name="wert"><button class="comment-own"></button>';
  row.append(form);
  show(form, follows);
}

async function send(form) {
  const wanted = form.elements.wert.value;
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ wert: wanted }),
  });
  if (!answer.ok) return form.submit(); // the page says what is wrong
  // also for the comment drawn anew after an edit
  const number = Number(form.closest(".comment").dataset.number);
  if (wanted === "1") followed.add(number);
  else followed.delete(number);
  show(form, wanted === "1");
}

talk?.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.branch")) return;
  event.preventDefault();
  send(form).catch(() => form.submit());
});

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay || !words) return;
  overlay.branches.forEach((number) => followed.add(number));
  const addAll = () => {
    for (const comment of talk.querySelectorAll(".talk-comments .comment[data-number]")) {
      add(comment, followed.has(Number(comment.dataset.number)));
    }
  };
  addAll();
  // what was just written or has just come in
  new MutationObserver(addAll).observe(talk.querySelector(".talk-comments"), {
    childList: true,
    subtree: true,
  });
});
