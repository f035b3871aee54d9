// Logging out takes along what this browser kept of texts not yet sent: the machine may be shared.
document.addEventListener("submit", (event) => {
  const way = new URL(event.target.action).pathname;
  if (!way.endsWith("abmelden")) return;
  const keys = Object.keys(localStorage).filter((key) => key.startsWith("entwurf:"));
  keys.forEach((key) => localStorage.removeItem(key));
});
