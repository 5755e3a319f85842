// The scenario as a whole: undo and redo, its link, its file, its name. Says so when the connection was lost.
const SAID_MS = 4000;
const KEPT = "scenario-history"; // where the history waits while the page is loaded anew
const UNANSWERED = 3; // files that were read last: the server may not have said yet that it uses them
const boxes = new WeakMap();
let visit = null; // the server's name of this visit: another one means that the server knows no history yet
let latest = null; // what this page would find if it were loaded anew, for where the browser keeps nothing
let own = null; // what the visitor has given, as the server told it last
const files = new Map(); // stamp → a file that was read on this page, kept nowhere else
let arrivals = null; // changes when the server has answered after a lost connection

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".scenario");
  let box = boxes.get(root);
  if (!box) {
    box = { root, problem: root.querySelector(".problem") };
    boxes.set(root, box);
    prepare(box);
  }
  Object.assign(box, { data, setTriggerValue });
  keepTurns(box);
  show(box);
  answered(data);
  if (arrivals && arrivals !== `${data.visit} ${data.arrivals}`) say(box, own && hasAny(own.names) ? data.reconnected_own : data.reconnected);
  arrivals = `${data.visit} ${data.arrivals}`;
  if (visit !== data.visit) meet(box);
  else remember(data);
  return () => {
    document.removeEventListener("keydown", box.onKey);
    document.removeEventListener("focusin", box.onFocus);
    document.removeEventListener("file:read", box.onFile);
    document.removeEventListener("shortcuts:switched", box.onSwitched);
    box.connection.disconnect();
    boxes.delete(root);
  };
}

function prepare(box) {
  const { root } = box;
  for (const button of root.querySelectorAll("button")) button.addEventListener("click", () => act(box, button.dataset.do));
  const file = root.querySelector("[type=file]");
  file.addEventListener("change", () => open(box, file));
  const name = root.querySelector(".scenario-name");
  typedField(name, (text) => ask(box, { do: "name", name: text }));
  box.onKey = (event) => shortcut(box, event);
  document.addEventListener("keydown", box.onKey);
  box.onFocus = ({ target }) => { box.byKeys = target.matches(":focus-visible"); };
  document.addEventListener("focusin", box.onFocus);
  box.onFile = (event) => files.set(event.detail.stamp, event.detail);
  document.addEventListener("file:read", box.onFile);
  box.onSwitched = () => show(box);
  document.addEventListener("shortcuts:switched", box.onSwitched);
  box.connection = new MutationObserver(() => connected(box));
  const app = document.querySelector("[data-test-connection-state]");
  if (app) box.connection.observe(app, { attributeFilter: ["data-test-connection-state"] });
}

function show(box) {
  const { root, data } = box;
  for (const button of root.querySelectorAll("button")) {
    const label = data.labels[button.dataset.do];
    if (button.dataset.do === "presets") set(button, label);
    else Object.assign(button, { title: label, ariaLabel: label });
  }
  const keys = root.querySelector("[data-do=keys]"), on = shortcutsAreOn();
  Object.assign(keys, { title: on ? data.keys_on : data.keys_off, ariaPressed: String(on) });
  root.querySelector("[data-do=undo]").disabled = !data.history.past.length;
  root.querySelector("[data-do=redo]").disabled = !data.history.future.length;
  root.querySelector(".scenario-tools").ariaLabel = data.labels.tools;
  const name = root.querySelector(".scenario-name");
  Object.assign(name, { placeholder: data.labels.name, ariaLabel: data.labels.name });
  renew(box, name, data.name);
  complain(box, data.problem);
}

function hasAny(found) {
  return Object.keys(found).length > 0;
}

// What a server that starts anew is given back: the history, also by a page that was loaded anew; what the visitor has
// given only by this page, so in storage stands no more than its names.
function remember(data) {
  latest = { present: data.present, ...data.history, names: Object.values(data.own.names) };
  keep(KEPT, latest);
  own = data.own;
  const wanted = new Set([...Object.values(own.files), ...[...files.keys()].slice(-UNANSWERED)]);
  for (const stamp of files.keys()) if (!wanted.has(stamp)) files.delete(stamp);
}

// A page that was loaded anew, or met a server that has started anew, gives it what it had.
function meet(box) {
  const { data } = box, before = kept(KEPT) ?? latest ?? {}, message = { do: "restore" };
  visit = data.visit;
  if (before.present === data.present && before.past.length + before.future.length) Object.assign(message, { past: before.past, future: before.future });
  if (own && hasAny(own.names)) message.own = { numbers: own.numbers, files: Object.fromEntries(Object.entries(own.files).map(([name, stamp]) => [name, files.get(stamp) ?? {}])) };
  if (message.past || message.own) ask(box, message);
  if (!own && before.names?.length) set(box.problem, data.gone.replace("{names}", before.names.join(", ")));
}

function connected(box) {
  const isConnected = document.querySelector("[data-test-connection-state]").dataset.testConnectionState === "CONNECTED";
  if (isConnected && box.lost) ask(box, { do: "arrive" }); // a server that has started anew runs nothing until it is asked
  if (!isConnected && !box.lost) say(box, box.data.lost, 0);
  box.lost = !isConnected;
}

function act(box, what) {
  if (what === "link") copy(box);
  else if (what === "keys") switchShortcuts();
  else if (what === "save") saveFile(box.data.file);
  else if (what === "open") box.root.querySelector("[type=file]").click();
  else {
    document.documentElement.dataset.meeting = what === "meeting" ? "asked" : "";
    ask(box, { do: what });
  }
}

// M leads into a meeting, unless the key belongs to what has the focus. Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; while text is
// typed they belong to it.
function shortcut(box, event) {
  const key = event.key.toLowerCase(), { target } = event;
  if (event.altKey) return;
  if (!event.ctrlKey && !event.metaKey) {
    const isFree = shortcutsAreOn() && !takesKeys(target, box.byKeys) && !document.querySelector("[role=dialog]");
    const { classList, dataset } = document.documentElement;
    if (key === "m" && isFree && !classList.contains("meeting")) act(box, "meeting");
    if (key === "escape" && dataset.meeting === "asked") dataset.meeting = "left"; // before it is there
    return;
  }
  if (isTyped(target)) return;
  const what = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
  if (!what) return;
  event.preventDefault();
  ask(box, { do: what }); // whether or not the button is lit yet: the server knows
}

// Whether a key belongs to what has the focus: a text, a list; a slider or a row of choices only where the keyboard led
// there, for who clicks a year and presses M means the meeting.
function takesKeys(target, byKeys) {
  const typed = "input:not([type=range]), select, textarea, [contenteditable=true], [role=listbox], [role=combobox], [role=dialog]";
  return Boolean(target.closest?.(typed) || (byKeys && target.closest?.("[type=range], [role=slider], [role=radio]")));
}

// Text that is still being typed; other text fields always are.
function isTyped(target) {
  return target.matches?.("input[type=text], textarea") && target.isTyping !== false;
}

async function copy(box) {
  const link = `${location.origin}${location.pathname}?${box.data.link}`;
  try {
    await navigator.clipboard.writeText(link);
    return say(box, box.data.copied);
  } catch { // no clipboard without https: by the old way
    const field = document.createElement("textarea");
    field.value = link;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    say(box, isCopied ? box.data.copied : box.data.not_copied.replace("{link}", link), isCopied ? SAID_MS : 0);
  }
}

async function open(box, input) {
  const opened = await readFile(input, box.data.largest);
  if (opened) ask(box, { do: "open", ...opened });
}

function say(box, sentence, milliseconds = SAID_MS) {
  const place = box.root.querySelector(".scenario-said");
  clearTimeout(box.saying);
  set(place, sentence);
  if (milliseconds) box.saying = setTimeout(() => set(place, ""), milliseconds);
}
