// What is removed while one reads, a comment or the whole article, doesn't stay on the screen.
const talk = document.getElementById("kommentare");
const words = talk?.querySelector(".talk-live")?.dataset;

// Its words are gone at once, its place stays as high as it was.
function blank(comment) {
  if (!comment.querySelector(":scope > .comment-text")) return;
  const focused = comment.contains(document.activeElement);
  comment.style.boxSizing = "border-box";
  comment.style.minHeight = `${comment.offsetHeight}px`;
  const sentence = document.createElement("p");
  sentence.className = "comment-gone";
  sentence.textContent = words.gone;
  comment.replaceChildren(sentence, ...comment.querySelectorAll(":scope > .fold"));
  comment.classList.remove("comment-unread", "comment-new");
  comment.classList.add("comment-removed");
  if (focused) {
    comment.tabIndex = -1;
    comment.focus({ preventScroll: true });
  }
}

// Nothing of a withdrawn article stays on the screen but what its reader has typed.
function withdraw() {
  const sentence = document.createElement("p");
  sentence.className = "talk-withdrawn";
  sentence.setAttribute("role", "alert");
  sentence.textContent = words.withdrawn;
  document.title = words.withdrawn;
  const typed = [...talk.querySelectorAll("form.write textarea")].filter((field) => field.value.trim());
  document.querySelector(".article")?.remove();
  talk.replaceChildren(sentence);
  if (typed.length === 0) return;
  const keep = document.createElement("p");
  keep.textContent = words.keep;
  for (const field of typed) {
    field.readOnly = true;
    field.setAttribute("aria-label", words.keep);
  }
  talk.append(keep, ...typed);
}

if (words) {
  talk.addEventListener("comment-gone", (event) => blank(event.target));
  talk.addEventListener("live-end", withdraw);
}
