// Passkeys: log in or confirm with one, set one up, and tell the browser which ones are still good.
// Without this script or without passkeys the password is there; nothing is shown that can't work.
const usable = "PublicKeyCredential" in globalThis && !/^[\d.]+$|:/.test(location.hostname);
const QUESTION_LIVES = 4 * 60 * 1000;

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function send(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const data = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(data.detail), { problem: data });
  return data;
}

function say(box, sentence) {
  const said = box.querySelector(".passkey-said");
  said.textContent = sentence;
  said.hidden = !sentence;
}

// what the server says, else what the browser's refusal means
function explain(box, failure) {
  if (failure.problem?.type.endsWith("/reauthentication-required")) {
    location.assign(`/konto/bestaetigen?zurueck=${encodeURIComponent(location.pathname)}`);
  } else if (failure.problem) say(box, failure.problem.detail);
  else if (failure.name === "NotAllowedError") say(box, box.dataset.stopped);
  else if (failure.name === "InvalidStateError" && box.dataset.known) say(box, box.dataset.known);
  else if (failure.name !== "AbortError") say(box, box.dataset.failed);
}

// A browser asks one thing at a time: a new question takes the place of the one in the field.
let waiting = null;

async function ask(box, mediation) {
  const question = await send(`${box.dataset.passkey}/aufgabe`);
  waiting?.abort();
  waiting = new AbortController();
  const shown = await navigator.credentials.get({
    mediation,
    signal: waiting.signal,
    publicKey: {
      ...question,
      challenge: bytes(question.challenge),
      allowCredentials: named(question.allowCredentials),
    },
  });
  return { shown, rpId: question.rpId };
}

async function enter(box, mediation, kept) {
  const { shown, rpId } = await ask(box, mediation);
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  try {
    const onward = await send(box.dataset.passkey, {
      id: shown.id,
      clientData: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      user: userHandle && text(userHandle),
      text: kept ?? box.dataset.text,
      zurueck: box.dataset.back,
    });
    location.assign(onward.location);
  } catch (failure) {
    if (failure.problem?.type.endsWith("/unknown-passkey")) {
      PublicKeyCredential.signalUnknownCredential?.({ rpId, credentialId: shown.id }).catch(() => {});
    }
    throw failure;
  }
}

// The browser offers passkeys in the login field itself. The question is renewed before it ends.
async function offerInField(box) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  enter(box, "conditional").catch((failure) => explain(box, failure));
}

// Text typed under an article is kept by the server before the login, as with the password.
let typedInto = null;

async function keep(wall) {
  if (!wall.closest("#kommentare")) return undefined;
  const typed = [...document.querySelectorAll("form.write")].filter((form) =>
    form.elements.text.value.trim(),
  );
  const form = typed.includes(typedInto) ? typedInto : typed.at(-1);
  if (!form) return undefined;
  const body = new URLSearchParams(new FormData(form));
  body.set("abgabe", form.dataset.submission);
  const answer = await fetch(form.action, { method: "POST", headers: { Accept: "text/html" }, body });
  if (answer.status !== 401) {
    // not the login page: the form goes the plain way and is answered there
    HTMLFormElement.prototype.submit.call(form);
    throw new DOMException("", "AbortError");
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("form[action='/anmelden'] [name=text]").value;
}

async function add(box) {
  const address = box.dataset.passkeyAdd;
  const wanted = await send(`${address}/aufgabe`);
  const made = await navigator.credentials.create({
    publicKey: {
      ...wanted,
      challenge: bytes(wanted.challenge),
      user: { ...wanted.user, id: bytes(wanted.user.id) },
      excludeCredentials: named(wanted.excludeCredentials),
    },
  });
  const onward = await send(address, {
    id: made.id,
    clientData: text(made.response.clientDataJSON),
    attestation: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
  location.assign(onward.location);
}

async function pressed(button) {
  const box = button.closest("[data-passkey], [data-passkey-add]");
  say(box, "");
  button.disabled = true;
  try {
    if (box.dataset.passkeyAdd) await add(box);
    else await enter(box, undefined, await keep(box));
  } catch (failure) {
    explain(box, failure);
    if (box.dataset.autofill === "true") offerInField(box);
  } finally {
    button.disabled = false;
  }
}

// What was removed here is no longer offered by the browser, and a changed name is shown there.
function signal(list) {
  const { domain: rpId, handle: userId, name, passkeys } = list.dataset;
  if (!userId) return;
  const allAcceptedCredentialIds = passkeys.split(" ").filter(Boolean);
  PublicKeyCredential.signalAllAcceptedCredentials?.({
    rpId,
    userId,
    allAcceptedCredentialIds,
  }).catch(() => {});
  PublicKeyCredential.signalCurrentUserDetails?.({
    rpId,
    userId,
    name,
    displayName: name,
  }).catch(() => {});
}

if (usable) {
  document
    .querySelectorAll("[data-passkey], [data-passkey-add]")
    .forEach((box) => (box.hidden = false));
  document.querySelectorAll(".passkey-none").forEach((hint) => (hint.hidden = true));
  document.querySelectorAll("[data-passkeys]").forEach(signal);
  document.addEventListener("input", (event) => {
    typedInto = event.target.closest("form.write") ?? typedInto;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-passkey] button, [data-passkey-add] button");
    if (button) pressed(button);
  });
  const inField = document.querySelector("[data-autofill=true]");
  if (inField) {
    offerInField(inField);
    setInterval(() => document.hidden || offerInField(inField), QUESTION_LIVES);
  }
}
