// The levers: native inputs in groups, an exact value beside each slider, and the list of what is changed.
// One change is in flight at a time: the next is sent when the figures have drawn the last («figures:drawn»), the
// newest value of each lever wins and the final one is always sent. A lever takes the server's value unless it was moved
// since the gesture that the server has answered; what another tool sets (undo, a file) goes before what still waits.
// What was typed goes as it stands and alone: the server reads it, and refuses nothing else with it.
const PATIENCE_MS = 1500; // a run that draws no figure must not hold the levers
const REST_MS = 150;
const REPLAY_MS = 1600;
const FRAME_MS = 50;
const PAGES = "[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]";
const panels = new WeakMap();

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".levers");
  let panel = panels.get(root);
  if (!panel) {
    panel = { root, rows: new Map(), groups: new Map(), visit: null, revision: null, pending: [], carried: [], problem: root.querySelector(".problem"), inFlight: null, resting: null, after: [], cut: false, ending: false, sequence: 0, timer: 0 };
    panels.set(root, panel);
    panel.onDrawn = (event) => acknowledge(panel, event.detail);
    document.addEventListener("figures:drawn", panel.onDrawn);
    panel.onReplay = () => replay(panel);
    document.addEventListener("levers:replay", panel.onReplay);
    panel.onRest = (event) => wait(panel, event, event.detail);
    document.addEventListener("levers:rest", panel.onRest);
    panel.onClick = (event) => leavePage(panel, event);
    document.addEventListener("click", panel.onClick, true);
    panel.onFree = () => send(panel);
    document.addEventListener("turn:free", panel.onFree);
  }
  Object.assign(panel, { setStateValue, setTriggerValue });
  show(panel, data);
  return () => {
    document.removeEventListener("figures:drawn", panel.onDrawn);
    document.removeEventListener("levers:replay", panel.onReplay);
    document.removeEventListener("levers:rest", panel.onRest);
    document.removeEventListener("click", panel.onClick, true);
    document.removeEventListener("turn:free", panel.onFree);
  };
}

function show(panel, data) {
  panel.data = { ...data, answered: data.sequence };
  document.documentElement.lang = data.language;
  const anew = panel.visit !== data.visit, overtaken = !anew && panel.revision !== data.revision;
  if (anew) forget(panel);
  if (overtaken) {
    unrest(panel);
    panel.pending = [];
    panel.ending = false;
  }
  if (overtaken || data.sequence >= panel.sequence) panel.carried = [];
  for (const [at, group] of data.groups.entries()) put(panel.root.querySelector(".levers-list"), showGroup(panel, group, overtaken), at);
  for (const [id, box] of panel.groups) box.hidden = !data.groups.some((group) => group.id === id);
  Object.assign(panel, { visit: data.visit, revision: data.revision });
  showChanges(panel, data);
  const place = panel.rows.get(data.error.path)?.element ?? panel.root;
  if (panel.problem.parentElement !== place) place.append(panel.problem);
  complain(panel, data.error.sentence);
  goOn(panel);
}

// A server that has started anew knows nothing of what the one before it has answered; what is on its way still counts.
function forget(panel) {
  for (const row of panel.rows.values()) if (row.sent !== panel.inFlight) row.sent = 0;
}

function showGroup(panel, group, overtaken) {
  let box = panel.groups.get(group.id);
  if (!box) {
    box = element(group.label ? "details" : "div", "lever-group", group.label ? '<summary></summary><p></p><button type="button" class="group-reset"></button><div></div>' : "<div></div>");
    box.dataset.group = group.id;
    panel.groups.set(group.id, box);
  }
  if (group.label) {
    set(box.querySelector("summary"), group.label);
    set(box.querySelector("p"), group.note);
    box.classList.toggle("changed", group.changed.length > 0);
    const reset = box.querySelector(".group-reset");
    set(reset, group.reset);
    reset.onclick = () => request(panel, ...group.changed.map((path) => ({ path, reset: true })));
  }
  const wanted = new Set(group.levers.map((lever) => lever.path));
  for (const [path, row] of panel.rows) {
    if (row.group !== group.id || wanted.has(path)) continue;
    row.element.remove();
    panel.rows.delete(path);
  }
  const list = box.lastElementChild;
  for (const [at, lever] of group.levers.entries()) {
    let row = panel.rows.get(lever.path);
    row ??= addRow(panel, group.id, lever);
    put(list, row.element, at);
    row.lever = lever;
    describe(row);
    if (overtaken || !isAhead(panel, row)) adopt(panel, row, lever.value);
    else place(panel, row);
  }
  return box;
}

// Whether the lever was moved after what the server has answered.
function isAhead(panel, row) {
  return row.sent > panel.data.sequence || row === panel.resting || panel.pending.some(({ path }) => path === row.lever.path);
}

// A lever is a slider with an exact value, a row of choices, or a switch.
function addRow(panel, group, lever) {
  const row = { group, kind: lever.kind, lever, sent: 0 };
  const input = { slider: slider, choice: choice, switch: toggle }[lever.kind];
  row.element = element("div", `lever lever-${lever.kind}`);
  input(panel, row);
  row.element.append(element("div", "lever-bottom", '<span class="lever-hint"></span><button type="button" class="lever-reset"></button>'));
  row.reset = row.element.querySelector(".lever-reset");
  row.reset.addEventListener("click", () => { restore(panel, row); row.focus.focus(); });
  panel.rows.set(lever.path, row);
  return row;
}

function slider(panel, row) {
  row.element.innerHTML = `<div class="lever-top"><label></label>
      <span class="lever-exact"><input type="text"><span aria-hidden="true"></span></span></div>
    <input type="range">`;
  row.range = row.focus = row.element.querySelector("[type=range]");
  row.exact = row.element.querySelector("[type=text]");
  row.range.dataset.lever = row.lever.path;
  row.range.id = `lever-${row.lever.path}`;
  row.element.querySelector("label").htmlFor = row.range.id;
  row.range.addEventListener("input", () => move(panel, row, Number(row.range.value), true));
  row.range.addEventListener("change", () => settle(panel, row));
  row.range.addEventListener("dblclick", () => restore(panel, row));
  row.range.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") restore(panel, row);
  });
  numberField(row.exact, (text) => type(panel, row, text));
}

function choice(panel, row) {
  row.element.innerHTML = '<fieldset><legend></legend><div class="lever-options"></div></fieldset>';
  row.options = row.lever.options.map(([value]) => {
    const option = element("label", "", '<input type="radio"><span></span>');
    const input = option.firstElementChild;
    input.name = `lever-${row.lever.path}`;
    input.value = value;
    input.addEventListener("change", () => move(panel, row, value, false));
    row.element.querySelector(".lever-options").append(option);
    return option;
  });
  row.element.firstElementChild.dataset.lever = row.lever.path;
  row.focus = row.options[0].firstElementChild;
}

function toggle(panel, row) {
  row.element.innerHTML = '<label class="lever-top"><span></span><input type="checkbox" role="switch"></label>';
  row.box = row.focus = row.element.querySelector("input");
  row.box.dataset.lever = row.lever.path;
  row.box.addEventListener("change", () => move(panel, row, row.box.checked, false));
}

function describe(row) {
  const { lever, element: box } = row;
  box.title = lever.description;
  set(box.querySelector(".lever-hint"), lever.hint);
  set(row.reset, lever.reset);
  if (row.kind === "slider") {
    set(box.querySelector("label"), lever.label);
    set(box.querySelector(".lever-exact span"), lever.unit);
    Object.assign(row.range, { min: lever.low, max: lever.high, step: lever.step });
    row.exact.setAttribute("aria-label", lever.exact);
  } else if (row.kind === "choice") {
    set(box.querySelector("legend"), lever.label);
    lever.options.forEach(([, name], at) => set(row.options[at].lastElementChild, name));
  } else set(box.querySelector("label span"), lever.label);
}

function adopt(panel, row, value) {
  Object.assign(row, { value, sent: 0, typed: false });
  if (row.kind === "slider") row.range.value = value;
  place(panel, row);
}

function place(panel, row) {
  const { lever, element: box, value } = row;
  box.classList.toggle("changed", differs(value, lever.default));
  if (row.kind === "switch") row.box.checked = value;
  if (row.kind === "choice") row.options.forEach((option, at) => { option.firstElementChild.checked = lever.options[at][0] === value; });
  if (row.kind !== "slider") return;
  const text = format(value, panel.data.decimal);
  const share = (position) => `${(100 * (position - lever.low)) / (lever.high - lever.low)}%`;
  if (!row.typed) renew(panel, row.exact, text);
  row.range.setAttribute("aria-valuetext", `${text} ${lever.unit}`);
  row.range.style.setProperty("--filled", share(value));
  row.range.style.setProperty("--default", share(lever.default));
}

function differs(a, b) {
  return typeof a === "number" ? Math.abs(a - b) > 1e-9 : a !== b;
}

function format(value, decimal) {
  const text = String(Math.round(value * 1e6) / 1e6).replace("-", "\u2212");
  return (text.includes(".") ? text : `${text}.0`).replace(".", decimal);
}

function type(panel, row, text) {
  panel.cut = true;
  row.typed = true;
  request(panel, { path: row.lever.path, text });
}

// What is changed, each with its own way back.
function showChanges(panel, data) {
  const box = panel.root.querySelector(".levers-changes");
  box.hidden = !data.changes.length;
  set(box.querySelector("summary"), data.changesLabel);
  set(box.querySelector(".levers-reset-all"), data.resetAll);
  box.querySelector(".levers-reset-all").onclick = () => request(panel, { path: "", reset: true });
  const lines = data.changes.map(({ path, text, reset }) => {
    const line = element("li", "", '<span></span><button type="button" class="lever-reset"></button>');
    set(line.firstElementChild, text);
    set(line.lastElementChild, reset);
    line.lastElementChild.setAttribute("aria-label", `${reset}: ${text}`);
    line.lastElementChild.onclick = () => request(panel, { path, reset: true });
    return line;
  });
  const key = JSON.stringify(data.changes);
  if (box.dataset.key !== key) box.querySelector("ul").replaceChildren(...lines);
  box.dataset.key = key;
}

// A released lever, or one moved by a key, is at rest when nothing more comes at once: keys repeat.
function settle(panel, row) {
  unrest(panel);
  panel.resting = row;
  panel.rest = setTimeout(() => move(panel, row, row.value, false), REST_MS);
}

function unrest(panel) {
  clearTimeout(panel.rest);
  panel.resting = null;
}

// What must not overtake a change waits until it is answered. A lever that was just released counts as at rest, and a
// replay is cut short.
function wait(panel, event, then) {
  if (panel.resting) move(panel, panel.resting, panel.resting.value, false);
  if (!isBusy(panel)) return;
  panel.cut = true;
  event.preventDefault();
  panel.after.push(then);
}

function isBusy(panel) {
  return panel.inFlight || panel.pending.length || panel.replaying || panel.ending;
}

function goOn(panel) {
  if (!isBusy(panel)) for (const then of panel.after.splice(0)) then();
}

// Another page would lose the change, and Streamlit its place, if both came at once.
function leavePage(panel, event) {
  const link = event.target.closest?.(PAGES);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!event.isTrusted) return; // its turn has come
  if (document.documentElement.hasAttribute("data-asking")) {
    event.preventDefault();
    inTurn(() => link.click());
  } else wait(panel, event, () => link.click());
  if (event.defaultPrevented) event.stopImmediatePropagation();
}

function restore(panel, row) {
  if (panel.data.locked) return; // no accidental reset in a meeting
  row.value = row.lever.default;
  if (row.kind === "slider") row.range.value = row.value;
  row.typed = false;
  place(panel, row);
  request(panel, { path: row.lever.path, reset: true });
}

function move(panel, row, value, moving) {
  panel.cut = true; // a hand on a lever ends a replay
  Object.assign(row, { value, typed: false });
  if (row.kind === "slider" && Number(row.range.value) !== value) row.range.value = value;
  place(panel, row);
  request(panel, { path: row.lever.path, value, moving });
}

// The last change once more: every lever that it moved goes from where it was to where it is, then all is as before.
function replay(panel) {
  const steps = panel.data.replay;
  if (!steps.length || panel.replaying) return;
  const start = performance.now();
  let part = 0;
  panel.cut = false;
  panel.replaying = setInterval(() => {
    if (part < 1 && !panel.cut) {
      part = Math.min(1, (performance.now() - start) / REPLAY_MS);
      return request(panel, ...steps.map((step) => ({ path: step.path, value: between(panel, step, part), moving: true })));
    }
    if (panel.inFlight || panel.pending.length) return; // what was asked for last is still on its way
    clearInterval(panel.replaying);
    panel.replaying = null;
    panel.ending = true; // until the server has put the scenario back
    setTimeout(() => end(panel), PATIENCE_MS);
    panel.setTriggerValue("replayed", true);
  }, FRAME_MS);
}

function end(panel) {
  panel.ending = false;
  goOn(panel);
}

function between(panel, { path, from, to }, part) {
  const smooth = part * part * (3 - 2 * part);
  const whole = Number.isInteger(from) && Number.isInteger(to) && panel.rows.get(path)?.kind !== "slider";
  const value = typeof from === "boolean" || to === null ? (part < 0.5 ? from : to) : from + (to - from) * smooth;
  const row = panel.rows.get(path);
  const shown = whole ? Math.round(value) : value;
  if (row) adopt(panel, row, shown);
  return shown;
}

// Waits in line behind the change in flight; of each lever only the newest waits.
function request(panel, ...changes) {
  unrest(panel);
  const paths = new Set(changes.map((change) => change.path));
  const asked = changes.map((change) => ({ ...change, seen: seen(panel) }));
  panel.pending = [...panel.pending.filter((waiting) => !paths.has(waiting.path)), ...asked];
  panel.moving = changes.some((change) => change.moving);
  send(panel);
}

function send(panel) {
  if (panel.inFlight || !panel.pending.length || document.documentElement.hasAttribute("data-asking")) return;
  panel.sequence = Math.max(Date.now(), panel.sequence + 1, panel.data.sequence + 1);
  const changes = nextChanges(panel);
  const gesture = { changes, moving: panel.moving && changes.some(({ moving }) => moving), sequence: panel.sequence, seen: Math.min(...changes.map(({ seen }) => seen)) };
  for (const { path } of changes) if (panel.rows.has(path)) panel.rows.get(path).sent = gesture.sequence;
  panel.carried = changes;
  panel.inFlight = gesture.sequence;
  panel.timer = setTimeout(() => release(panel), PATIENCE_MS);
  const elsewhere = new CustomEvent("levers:moved", { detail: gesture, cancelable: true });
  if (!gesture.moving || document.dispatchEvent(elsewhere)) panel.setStateValue("gesture", gesture);
}

// Everything that waits, up to what was typed; first what may still be on its way, for the next message would overtake it.
function nextChanges(panel) {
  const later = new Set(panel.pending.map(({ path }) => path));
  panel.pending.unshift(...panel.carried.filter(({ path }) => !later.has(path)));
  const typed = panel.pending.findIndex((change) => "text" in change);
  return panel.pending.splice(0, typed < 0 ? panel.pending.length : typed || 1);
}

function acknowledge(panel, sequence) {
  if (!panel.inFlight || sequence < panel.inFlight) return;
  panel.carried = [];
  release(panel);
}

function release(panel) {
  clearTimeout(panel.timer);
  panel.inFlight = null;
  send(panel);
  goOn(panel);
}
