// The work that a registration from a suspicious network takes (identity/guard/Puzzle.java): done in
// small pieces while its person types, so that nothing waits and nothing stutters.
const form = document.getElementById("formular");
const { nonce, count, bits } = form.dataset;
const status = form.querySelector(".form-work");
const K = constants();
let waiting = null;
let done = false;

form.addEventListener("submit", (event) => {
  if (done) return;
  event.preventDefault();
  waiting = event.submitter ?? undefined;
  status.textContent = status.dataset.text;
});

work(0, []);

function work(i, found) {
  if (i < Number(count)) {
    found.push(solve(`${nonce}:${i}:`));
    setTimeout(work, 0, i + 1, found);
    return;
  }
  form.elements.arbeit.value = found.join(",");
  done = true;
  status.textContent = "";
  if (waiting !== null) form.requestSubmit(waiting);
}

function solve(start) {
  for (let n = 0; ; n++) {
    if (firstWord(start + n) >>> (32 - Number(bits)) === 0) return n;
  }
}

// The first 32 bits of the SHA-256 of less than 56 ASCII characters: one block. The browser's own
// SHA-256 is missing without HTTPS, and answers too slowly for many small texts.
function firstWord(text) {
  const w = new Uint32Array(64);
  for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  w[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = K.start;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + K.rounds[i] + w[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (a + K.start[0]) >>> 0;
}

function turn(x, by) {
  return (x >>> by) | (x << (32 - by));
}

// FIPS 180-4: the first 32 bits of the fractional parts of roots of the first primes.
function constants() {
  const part = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  return {
    start: primes.slice(0, 8).map((p) => part(Math.sqrt(p))),
    rounds: Int32Array.from(primes, (p) => part(Math.cbrt(p))),
  };
}
