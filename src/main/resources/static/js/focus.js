// A click into the picture says where the eye should rest; the two numbers stay the truth.
const picture = document.querySelector("[data-focus]");
const left = document.getElementById("links");
const top_ = document.getElementById("oben");

function show(mark) {
  mark.style.left = `${left.value}%`;
  mark.style.top = `${top_.value}%`;
}

if (picture && left && top_) {
  const mark = document.createElement("span");
  mark.className = "pictures-mark";
  picture.append(mark);
  show(mark);
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    left.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    top_.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    show(mark);
  });
  for (const field of [left, top_]) {
    field.addEventListener("input", () => show(mark));
  }
}
