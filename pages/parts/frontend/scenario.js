// The scenario as a whole: undo and redo, its link, its file, its name. Says so when the connection was lost.
const SAID_MS = 4000;
const KEPT = "scenario-history"; // where the history waits while the page is loaded anew
const boxes = new WeakMap();
let visit = null; // the server's name of this visit: another one means that the server knows no history yet
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
  show(box);
  if (arrivals && arrivals !== `${data.visit} ${data.arrivals}`) say(box, data.reconnected);
  arrivals = `${data.visit} ${data.arrivals}`;
  if (visit !== data.visit) meet(box);
  else sessionStorage.setItem(KEPT, JSON.stringify({ present: data.present, ...data.history }));
  return () => {
    document.removeEventListener("keydown", box.onKey);
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
  root.querySelector("[data-do=undo]").disabled = !data.history.past.length;
  root.querySelector("[data-do=redo]").disabled = !data.history.future.length;
  root.querySelector(".scenario-tools").ariaLabel = data.labels.tools;
  const name = root.querySelector(".scenario-name");
  Object.assign(name, { placeholder: data.labels.name, ariaLabel: data.labels.name });
  renew(box, name, data.name);
  complain(box, data.problem);
}

// A page that was loaded anew, or met a server that has started anew, gives it the history it had.
function meet(box) {
  const { data } = box;
  visit = data.visit;
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  if (kept.present === data.present && (kept.past.length || kept.future.length)) ask(box, { do: "restore", past: kept.past, future: kept.future });
}

function connected(box) {
  const isConnected = document.querySelector("[data-test-connection-state]").dataset.testConnectionState === "CONNECTED";
  if (isConnected && box.lost) ask(box, { do: "arrive" }); // a server that has started anew runs nothing until it is asked
  if (!isConnected && !box.lost) say(box, box.data.lost, 0);
  box.lost = !isConnected;
}

function act(box, what) {
  if (what === "link") copy(box);
  else if (what === "save") saveFile(box.data.file);
  else if (what === "open") box.root.querySelector("[type=file]").click();
  else ask(box, { do: what });
}

// M leads into a meeting. Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; while text is typed they belong to it.
function shortcut(box, event) {
  const typing = event.target.matches?.("input[type=text], textarea, select");
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !typing && !document.querySelector("[role=dialog]");
  if (plain && event.key.toLowerCase() === "m" && !document.documentElement.classList.contains("meeting")) return ask(box, { do: "meeting" });
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyped(event.target)) return;
  const key = event.key.toLowerCase();
  const what = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
  if (!what) return;
  event.preventDefault();
  ask(box, { do: what }); // whether or not the button is lit yet: the server knows
}

// Text that is still being typed; other text fields always are.
function isTyped(target) {
  return target.matches?.("input[type=text], textarea") && target.isTyping !== false;
}

async function copy(box) {
  const link = `${location.origin}${location.pathname}?${box.data.link}`;
  try {
    await navigator.clipboard.writeText(link);
  } catch { // no clipboard without https: by the old way
    const field = document.createElement("textarea");
    field.value = link;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say(box, box.data.copied);
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
