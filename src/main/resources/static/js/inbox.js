// The open list stays up to date: every few seconds it asks whether anything changed, and then puts
// new items in and takes gone ones out. A row that somebody is at work on stays as it is.
const note = document.querySelector("[data-stand]");
const EVERY = 4000;

function busy(row) {
  return row.contains(document.activeElement) || row.querySelector("details[open]");
}

function rows(list) {
  return new Map([...(list?.children ?? [])].map((row) => [row.dataset.item, row]));
}

function adopt(page) {
  const list = document.querySelector("[data-live]");
  const fresh = page.querySelector("[data-live]");
  if (!list || !fresh) {
    const there = list ?? document.querySelector(".desk > .empty");
    const come = fresh ?? page.querySelector(".desk > .empty");
    if (there && come && !(list && [...list.children].some(busy))) {
      there.replaceWith(come);
    }
    return 0;
  }
  const known = rows(list);
  let added = 0;
  const wanted = [...fresh.children].map((row) => {
    const old = known.get(row.dataset.item);
    if (!old) {
      row.classList.add("desk-fresh");
      added += 1;
    }
    return old && busy(old) ? old : row;
  });
  const kept = new Set(wanted);
  known.forEach((row) => {
    if (!kept.has(row) && !busy(row)) {
      row.remove();
    }
  });
  let before = list.firstElementChild;
  for (const row of wanted) {
    if (row === before) {
      before = before.nextElementSibling;
    } else if (!row.contains(document.activeElement)) {
      list.insertBefore(row, before);
    }
  }
  return added;
}

async function look() {
  const answer = await fetch("/redaktion/eingang/stand", { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const stand = await answer.text();
  if (stand === note.dataset.stand) {
    return;
  }
  const address = new URL(location.href);
  address.searchParams.delete("fertig");
  const page = await fetch(address, { credentials: "same-origin" });
  if (!page.ok) {
    throw new Error(String(page.status));
  }
  const html = new DOMParser().parseFromString(await page.text(), "text/html");
  note.dataset.stand = stand;
  const added = adopt(html);
  const tabs = html.querySelector(".desk-tabs");
  const shown = document.querySelector(".desk-tabs");
  if (tabs && shown && !shown.contains(document.activeElement)) {
    shown.replaceWith(tabs);
  }
  if (added > 0) {
    note.textContent = note.dataset.new;
  }
}

async function again() {
  if (document.visibilityState === "visible") {
    try {
      await look();
      if (note.textContent === note.dataset.lost) {
        note.textContent = "";
      }
    } catch {
      note.textContent = note.dataset.lost;
    }
  }
  setTimeout(again, EVERY);
}

if (note) {
  setTimeout(again, EVERY);
}
