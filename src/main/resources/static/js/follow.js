// Following a talk without leaving the page.
const form = document.querySelector("form.follow");

function show(follows) {
  form.elements.wert.value = follows ? "0" : "1";
  form.querySelector("button").textContent = follows ? form.dataset.textLeave : form.dataset.textFollow;
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (overlay?.follows) show(true);
});

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wanted = form.elements.wert.value;
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ wert: wanted }),
    });
    if (answer.ok) show(wanted === "1");
    else form.submit();
  } catch {
    form.submit();
  }
});
