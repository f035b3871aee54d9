// Shows what the paper sends to this device, also while none of its pages is open.
addEventListener("push", (event) => {
  const { title, body, path, tag, lang, time } = event.data.json();
  event.waitUntil(
    registration.showNotification(title, {
      body,
      tag,
      lang,
      timestamp: time,
      icon: "/favicon.svg",
      data: { path },
    }),
  );
});

// Leads to what it tells of, in a page of ours that is open or in a new one.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  const target = new URL(event.notification.data.path, location.origin);
  if (target.origin !== location.origin) return;
  event.waitUntil(open(target.href));
});

async function open(address) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = pages.find((page) => page.url === address);
  return same ? same.focus() : clients.openWindow(address);
}

// The browser changed its address at the push service.
addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function renew(event) {
  const options = event.oldSubscription?.options;
  const fresh = event.newSubscription ?? (options && (await registration.pushManager.subscribe(options)));
  if (!fresh) return;
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/konto/mitteilungen/geraete", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
}
