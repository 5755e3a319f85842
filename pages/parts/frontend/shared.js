// What the components share.

function set(target, value) {
  if (target.textContent !== value) target.textContent = value ?? "";
}

function element(tag, className = "", html = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = html;
  return made;
}

// The chosen file's name, size and content, as ``read`` gives it; none where it is too large to be what is asked for.
async function readFile(input, largest, read = (file) => file.text()) {
  const [file] = input.files;
  if (!file) return null;
  const content = file.size > largest ? null : await read(file);
  input.value = "";
  const found = { name: file.name, size: file.size, content, stamp: crypto.getRandomValues(new Uint32Array(2)).join("") };
  document.dispatchEvent(new CustomEvent("file:read", { detail: found })); // who keeps it for a server that starts anew
  return found;
}

// What the browser keeps for this visit. Where it lets no site keep anything (site data blocked, a frame of another
// site), the page goes on without.
function keep(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch { /* only what a page loaded anew would have found is lost */ }
}

function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

// Single keys are shortcuts until the visitor switches them off (WCAG 2.1.4), for this visit.
const SHORTCUTS = "shortcuts";

function shortcutsAreOn() {
  const { dataset } = document.documentElement;
  dataset[SHORTCUTS] ??= kept(SHORTCUTS) ?? "on";
  return dataset[SHORTCUTS] === "on";
}

function switchShortcuts() {
  const { dataset } = document.documentElement;
  dataset[SHORTCUTS] = shortcutsAreOn() ? "off" : "on";
  keep(SHORTCUTS, dataset[SHORTCUTS]);
  document.dispatchEvent(new CustomEvent("shortcuts:switched"));
}

// Whether a key belongs to what has the focus: a text, a slider, a row of choices, a list.
function takesKeys(target) {
  return Boolean(target.closest?.("input, select, textarea, [contenteditable=true], [role=radio], [role=slider], [role=listbox], [role=combobox], [role=dialog]"));
}

// A file's bytes in base64, for a server that knows what they are.
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

// Saves what the server made: ``content`` is base64.
function saveFile({ name, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const anchor = element("a");
  anchor.href = URL.createObjectURL(new Blob([bytes]));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

// Calls ``then`` when every change of a lever has been answered: what is asked for next must not overtake it.
function afterLevers(then) {
  if (document.dispatchEvent(new CustomEvent("levers:rest", { detail: then, cancelable: true }))) then();
}

// Asks the server when the levers are at rest and everything that was asked for before is done. ``send`` gets the number
// that the server knows this by, for it may be called again; without one any run is the answer.
function inTurn(send, numbered = true) {
  afterLevers(() => {
    if (document.dispatchEvent(new CustomEvent("turn:take", { detail: { send, numbered }, cancelable: true }))) send(0);
  });
}
