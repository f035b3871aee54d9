// What the article's rules mean for this reader: from when on they may write, when again where the talk is
// slow. And the newsroom's ways to a comment and to the rules, which only it is shown.
const talk = document.getElementById("kommentare");
const rules = talk?.querySelector(".talk-rules");
const words = document.getElementById("redaktion")?.dataset;
const STEP = 15_000;

function say(text) {
  let line = rules.querySelector(".talk-wait");
  if (!text) return line?.remove();
  if (!line) {
    line = document.createElement("p");
    line.className = "talk-rule talk-wait";
    line.setAttribute("role", "status");
    rules.append(line);
  }
  if (line.textContent !== text) line.textContent = text;
}

function format(moment, parts) {
  const style = { timeZone: talk.dataset.zone, ...parts };
  return new Intl.DateTimeFormat(document.documentElement.lang, style).format(moment);
}

// No form where it could only be refused; what was typed before stays in sight.
function bar(from) {
  say(rules.dataset.textFrom.replace("{0}", format(from, { dateStyle: "long", timeStyle: "short" })));
  talk.classList.add("talk-barred");
  for (const form of talk.querySelectorAll("form.write")) form.hidden = !form.elements.text.value;
}

let timer = 0;

function wait(until) {
  clearTimeout(timer);
  const left = until - Date.now();
  if (left <= 0) return say("");
  const minutes = Math.ceil(left / 60_000);
  const text = minutes === 1 ? rules.dataset.textNextOne : rules.dataset.textNext;
  const hour = format(until, { hour: "2-digit", minute: "2-digit" });
  say(text.replace("{0}", minutes).replace("{1}", hour));
  timer = setTimeout(() => wait(until), Math.min(STEP, left + 100));
}

function link(href, text, name) {
  const made = document.createElement("a");
  made.className = name;
  made.href = href;
  made.textContent = text;
  return made;
}

function care(comment) {
  const row = comment.querySelector(":scope > .comment-row");
  if (!row || row.querySelector(".comment-newsroom")) return;
  const href = `/redaktion/artikel/${talk.dataset.article}/kommentare/${comment.dataset.number}`;
  row.append(link(href, words.textNewsroom, "comment-own comment-newsroom"));
}

function newsroom() {
  const line = document.createElement("p");
  line.className = "talk-newsroom";
  line.append(link(`/redaktion/artikel/${talk.dataset.article}/diskussion`, words.textAdjust, ""));
  document.getElementById("kommentare-titel").after(line);
  const comments = talk.querySelector(".talk-comments");
  const all = () => comments.querySelectorAll(".comment[data-number]").forEach(care);
  all();
  new MutationObserver(all).observe(comments, { childList: true, subtree: true });
}

globalThis.talblatt?.overlay.then((overlay) => {
  if (!overlay?.talk) return;
  const { from, next, newsroom: ours } = overlay.talk;
  if (ours && words) newsroom();
  if (rules && from) bar(new Date(from));
  if (rules && next) wait(new Date(next));
  if (!rules || ours) return;
  const slow = Number(rules.dataset.slow) * 1000;
  if (slow) talk.addEventListener("form-sent", (event) => {
    if (!event.target.dataset.edits) wait(new Date(Date.now() + slow));
  });
});
