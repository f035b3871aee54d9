// Notifications on this device: the browser is asked only when its reader clicks.
const box = document.getElementById("geraete");
const said = box?.querySelector(".push-said");
const supported =
  isSecureContext && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

function show(state) {
  for (const part of box.querySelectorAll("[data-state]")) part.hidden = part.dataset.state !== state;
}

async function subscribed() {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return registration?.pushManager.getSubscription();
}

async function state() {
  if (!supported) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return box.dataset.here === "true" && (await subscribed()) ? "on" : "off";
}

const bytes = (base64) =>
  Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

async function subscribe() {
  const answer = await fetch("/konto/mitteilungen/geraete/schluessel", { method: "POST" });
  if (!answer.ok) throw new Error(answer.statusText);
  const { key } = await answer.json();
  await navigator.serviceWorker.register("/push.js", { scope: "/" });
  const { pushManager } = await navigator.serviceWorker.ready;
  // one made for another key, or another reader's, is worth nothing
  await (await pushManager.getSubscription())?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

async function switchOn() {
  if ((await Notification.requestPermission()) !== "granted") return show(await state());
  said.textContent = box.dataset.textWait;
  const { endpoint, keys } = (await subscribe()).toJSON();
  const answer = await fetch("/konto/mitteilungen/geraete", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
  if (!answer.ok) {
    said.textContent = (await answer.json()).detail;
    return;
  }
  location.replace("/konto/mitteilungen?hinweis=geraet-an");
}

box?.querySelector(".push-on").addEventListener("click", () => {
  said.textContent = "";
  switchOn().catch(() => {
    said.textContent = box.dataset.textFailed;
  });
});

// switched off here: the browser forgets it too
box?.querySelector(".push-off[data-here=true]")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await (await subscribed())?.unsubscribe();
  } finally {
    event.target.submit();
  }
});

if (box) state().then(show, () => show("unsupported"));
