// What the components share.
const READ_MS = 1000;

function set(target, value) {
  if (target.textContent !== value) target.textContent = value ?? "";
}

function element(tag, className = "", html = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = html;
  return made;
}

// Puts a child at a place of its parent: what is kept from one answer to the next stands in the order of the last.
function put(parent, child, at) {
  if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
}

// Asks the server for something in its turn. A message can be overtaken on its way by another run, so what is unanswered
// goes along each time, and the server does each once. Gives the moment that ``data.answered`` reaches with the answer.
// ``box``: a component's data, setTriggerValue and place for problems.
function ask(box, message) {
  const asked = { ...message, moment: performance.timeOrigin + performance.now(), seen: seen(box) };
  box.asked = [...(box.asked ?? []), asked];
  inTurn(() => {
    box.asked = box.asked.filter(({ moment }) => moment > box.data.answered);
    box.setTriggerValue("asked", box.asked.filter(({ moment }) => moment <= asked.moment));
  }, asked.moment, () => box.data.answered >= asked.moment);
  return asked.moment;
}

// What could not be done, over what stands below it: nothing moves. A click, Escape or the next thing asked takes it away.
function complain(box, sentence) {
  if (sentence !== box.sentence) box.shownAt = performance.now();
  box.sentence = sentence;
  set(box.problem, box.awayAt === box.data.answered ? "" : sentence);
  box.problem.onclick = () => away(box);
  box.problem.parentElement.onkeydown = (event) => { if (event.key === "Escape") away(box); };
}

// The last answer that has been read: a problem that has just come up stands until more is asked about the same.
function seen(box) {
  if (!box.problem?.textContent || performance.now() - box.shownAt > READ_MS) {
    box.seen = box.data.answered;
    away(box);
  }
  return box.seen ?? 0;
}

function away(box) {
  box.awayAt = box.data.answered;
  if (box.problem) set(box.problem, "");
}

// A field whose text the server reads when it is entered; what was entered is the scenario's to undo, not the text's.
function typedField(input, enter) {
  Object.assign(input, { type: "text", autocomplete: "off", isTyping: false });
  input.addEventListener("input", () => { input.isTyping = true; });
  input.addEventListener("blur", () => { input.isTyping = false; });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") input.isTyping = false; });
  input.addEventListener("change", () => {
    input.isTyping = false;
    input.moment = enter(input.value);
  });
}

// A typed field that selects what stands, so that the next number takes its place.
function numberField(input, enter) {
  input.inputMode = "decimal";
  input.addEventListener("pointerdown", () => { input.isNew = document.activeElement !== input; });
  input.addEventListener("click", () => { if (input.isNew) input.select(); });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") input.select(); });
  typedField(input, enter);
}

// Puts the server's text into a field, unless something is being typed there or has not been answered.
function renew(box, input, text) {
  if (input.isTyping || input.moment > box.data.answered || input.value === text) return;
  input.value = text;
  if (document.activeElement === input) input.select();
}

// The chosen file's name, size and bytes in base64, which the server reads; no bytes where it is too large to be what is asked for.
async function readFile(input, largest) {
  const [file] = input.files;
  if (!file) return null;
  const content = file.size > largest ? null : await base64(file);
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

// Calls ``send`` when the levers are at rest and everything that was asked for before is done. The server knows it by its
// ``moment``, so it may be sent again, and ``isDone`` says whether it is done; without a moment any run is the answer.
function inTurn(send, moment = 0, isDone = () => false) {
  afterLevers(() => {
    if (document.dispatchEvent(new CustomEvent("turn:take", { detail: { send, moment, isDone }, cancelable: true }))) send();
  });
}
