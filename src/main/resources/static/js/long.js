// Long comments show twelve lines and a button for the rest. Without this script all of it is shown.
const talk = document.getElementById("kommentare");
const words = document.getElementById("lesen")?.dataset;
// a button in the place of one more line would spare nothing
const SPARED = 2;

function show(text, button, all) {
  text.classList.toggle("text-cut", !all);
  button.setAttribute("aria-expanded", String(all));
  button.textContent = all ? words.less : words.more;
}

function cut(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "text-more";
  text.id ||= `${text.closest(".comment").id}-text`;
  button.setAttribute("aria-controls", text.id);
  show(text, button, false);
  text.after(button);
  button.addEventListener("click", () => {
    const all = !text.classList.contains("text-cut");
    show(text, button, !all);
    if (all) text.closest(".comment").scrollIntoView({ block: "nearest" });
  });
  // a link further down that takes the focus, a word that the browser found
  const open = () => show(text, button, true);
  text.addEventListener("focusin", open);
  text.addEventListener("scroll", open);
}

// what is folded has no height yet: looked at when it unfolds
function look(texts) {
  const long = [...texts].filter((text) => {
    if (text.clientHeight === 0 || text.dataset.measured) return false;
    text.dataset.measured = "";
    const line = parseFloat(getComputedStyle(text).lineHeight);
    return text.scrollHeight > line * (12 + SPARED);
  });
  const named = document.querySelector(".comment:target > .comment-text");
  long.filter((text) => text !== named).forEach(cut);
}

if (talk) {
  look(talk.querySelectorAll(".comment-text"));
  talk.addEventListener("comments-added", ({ detail }) =>
    look(detail.comments.flatMap((comment) => [...comment.querySelectorAll(".comment-text")])),
  );
  talk.addEventListener("toggle", (event) => look(event.target.querySelectorAll(".comment-text")), true);
}
