// The bell: how much is new for a reader. Who isn't logged in asks nothing.
const bell = document.querySelector(".bell");

function ring(unread) {
  if (!unread) return;
  const count = unread < 100 ? String(unread) : "99+";
  bell.querySelector("span").textContent = count;
  bell.setAttribute("aria-label", bell.dataset.text.replace("{0}", count));
  bell.hidden = false;
}

if (bell && document.cookie.includes("leser=")) {
  fetch("/mitteilungen/anzahl", { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : { unread: 0 }))
    .then((count) => ring(count.unread))
    .catch(() => {}); // offline: no bell, the page stands
}

// The list has been shown: what it held is read from now on.
const list = document.querySelector(".notifications[data-newest]");
if (list && list.querySelector(".notification-unread")) {
  addEventListener("pagehide", () => {
    navigator.sendBeacon("/mitteilungen/gelesen", new URLSearchParams({ bis: list.dataset.newest }));
  });
}
