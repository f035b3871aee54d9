// A box beside each password that shows what was typed. Without script there is none.
const words = { de: "Passwort zeigen", it: "Mostra la password", en: "Show password" };
const text = words[document.documentElement.lang.slice(0, 2)] ?? words.de;

for (const field of document.querySelectorAll("input[type=password]")) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  label.className = "password-show";
  box.type = "checkbox";
  box.addEventListener("change", () => (field.type = box.checked ? "text" : "password"));
  label.append(box, ` ${text}`);
  field.after(label);
  // sent and kept by the browser as the password that it is
  field.form?.addEventListener("submit", () => (field.type = "password"));
}
