// Folds a branch: the line at its left is a button.
const talk = document.getElementById("kommentare");

// the page's comments in reading order, whether or not they stand behind a fold
const units = () =>
  [...talk.querySelectorAll(".talk-comments > *, .more-replies > :not(summary)")].filter(
    (each) => !each.matches(".more-replies"),
  );
const within = (unit) => (unit.matches(".comment") ? unit : unit.querySelector(".comment"));

function below(comment, all) {
  const depth = Number(comment.dataset.depth);
  const replies = [];
  const start = all.findIndex((unit) => within(unit) === comment);
  for (const unit of all.slice(start + 1)) {
    const next = within(unit);
    if (next && Number(next.dataset.depth) <= depth) break;
    replies.push(unit);
  }
  return replies;
}

function fold(comment, button) {
  const open = button.getAttribute("aria-expanded") === "true";
  const replies = below(comment, units());
  const comments = replies.filter(within).length;
  replies.forEach((each) => (each.hidden = open));
  // a fold all of whose comments are gone goes with them
  new Set(replies.map((each) => each.closest(".more-replies"))).forEach((more) => {
    if (more) more.hidden = !more.querySelector(":scope > :not(summary, [hidden])");
  });
  // an inner branch that was folded by itself shows as open again with its outer one
  replies.forEach((each) => each.querySelector(".fold")?.setAttribute("aria-expanded", "true"));
  button.setAttribute("aria-expanded", String(!open));
  const text = comments === 1 ? talk.dataset.textUnfoldOne : talk.dataset.textUnfold;
  button.querySelector("span").textContent = open
    ? text.replace("{0}", comments)
    : talk.dataset.textFold;
  button.classList.toggle("fold-closed", open);
}

function addButton(comment) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold";
  button.setAttribute("aria-expanded", "true");
  const label = document.createElement("span");
  label.textContent = talk.dataset.textFold;
  button.append(label);
  button.addEventListener("click", () => fold(comment, button));
  comment.append(button);
}

if (talk) {
  const all = units();
  all
    .map(within)
    .filter((comment) => comment && below(comment, all).some(within))
    .forEach(addButton);
}
