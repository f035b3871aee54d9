// Folds a branch: the line at its left is a button.
const talk = document.getElementById("kommentare");

function below(comment) {
  const depth = Number(comment.dataset.depth);
  const replies = [];
  for (let next = comment.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(".comment") && Number(next.dataset.depth) <= depth) break;
    replies.push(next);
  }
  return replies;
}

function fold(comment, button) {
  const open = button.getAttribute("aria-expanded") === "true";
  const replies = below(comment);
  const comments = replies.filter((each) => each.matches(".comment")).length;
  replies.forEach((each) => (each.hidden = open));
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
  if (!below(comment).some((each) => each.matches(".comment"))) return;
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

talk?.querySelectorAll(".talk-comments > .comment").forEach(addButton);
