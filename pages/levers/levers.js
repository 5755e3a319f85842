// The levers: native inputs in groups, an exact value beside each slider, and the list of what is changed.
// One change is in flight at a time: the next is sent when the figures have drawn the last («figures:drawn»), the
// newest value of each lever wins and the final one is always sent. A lever takes the server's value unless it was moved
// since the gesture that the server has answered; what another tool sets (undo, a file) goes before what still waits.
// What was typed goes as it stands and alone: the server reads it, and refuses nothing else with it.
import { complain, inTurn, seen } from "../visit/asking.js";
import { button, element, part, put, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { PAGE_LINKS } from "../visit/streamlit_insides.js";
import { numberField, renew } from "../visit/typed_fields.js";

/** @import { Lever, LeverGroup, LeversMessage, Step } from "../messages.js" */
/** @import { Change } from "../visit/events.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<LeversMessage & { answered: number }> & ReturnType<typeof own>} Panel */
/**
 * A lever on the page: a slider has ``range`` and ``exact``, a choice ``options``, a switch ``box``. ``focus`` takes the
 * focus when the lever is put back.
 * @typedef {{
 *   group: string,
 *   kind: Lever["kind"],
 *   lever: Lever,
 *   sent: number,
 *   typed: boolean,
 *   value: any,
 *   element: HTMLElement,
 *   reset: HTMLButtonElement,
 *   focus: HTMLElement,
 *   range: HTMLInputElement,
 *   exact: HTMLInputElement,
 *   options: HTMLLabelElement[],
 *   box: HTMLInputElement,
 * }} Row
 */

const PATIENCE_MS = 1500; // a run that draws no figure must not hold the levers
const REST_MS = 150;
const REPLAY_MS = 1600;
const FRAME_MS = 50;

export default opening(".levers", { own, open, show });

function own() {
  return {
    rows: /** @type {Map<string, Row>} */ (new Map()),
    groups: /** @type {Map<string, HTMLElement>} */ (new Map()),
    visit: /** @type {string | null} */ (null),
    revision: /** @type {number | null} */ (null),
    pending: /** @type {Change[]} */ ([]),
    carried: /** @type {Change[]} */ ([]),
    inFlight: /** @type {number | null} */ (null),
    resting: /** @type {Row | null} */ (null),
    after: /** @type {(() => void)[]} */ ([]),
    replaying: 0,
    cut: false,
    ending: false,
    moving: false,
    sequence: 0,
    timer: 0,
    rest: 0,
  };
}

/** @param {Panel} panel */
function open(panel) {
  const { listen } = panel;
  listen(document, "figures:drawn", (event) => acknowledge(panel, event.detail));
  listen(document, "levers:replay", () => replay(panel));
  listen(document, "levers:rest", (event) => wait(panel, event, event.detail));
  listen(document, "click", (event) => leavePage(panel, event), { capture: true });
  listen(document, "turn:free", () => send(panel));
}

/** @param {Panel} panel */
function show(panel) {
  const data = { ...panel.data, answered: panel.data.sequence }, { root } = panel, list = part(root, ".levers-list");
  panel.data = data;
  document.documentElement.lang = data.language;
  const anew = panel.visit !== data.visit, overtaken = !anew && panel.revision !== data.revision;
  if (anew) forget(panel);
  if (overtaken) {
    unrest(panel);
    panel.pending = [];
    panel.ending = false;
  }
  if (overtaken || data.sequence >= panel.sequence) panel.carried = [];
  for (const [at, group] of data.groups.entries()) put(list, showGroup(panel, group, overtaken), at);
  for (const [id, box] of panel.groups) box.hidden = !data.groups.some((group) => group.id === id);
  Object.assign(panel, { visit: data.visit, revision: data.revision });
  showChanges(panel);
  const place = panel.rows.get(data.error.path)?.element ?? root;
  if (panel.problem && panel.problem.parentElement !== place) place.append(panel.problem);
  complain(panel, data.error.sentence);
  goOn(panel);
}

/**
 * A server that has started anew knows nothing of what the one before it has answered; what is on its way still counts.
 * @param {Panel} panel
 */
function forget(panel) {
  for (const row of panel.rows.values()) if (row.sent !== panel.inFlight) row.sent = 0;
}

/**
 * @param {Panel} panel
 * @param {LeverGroup} group
 * @param {boolean} overtaken
 */
function showGroup(panel, group, overtaken) {
  const box = panel.groups.get(group.id) ?? addGroup(panel, group);
  if (group.label) {
    set(part(box, "summary"), group.label);
    set(part(box, "p"), group.note);
    box.classList.toggle("changed", group.changed.length > 0);
    const reset = part(box, ".group-reset");
    set(reset, group.reset);
    reset.onclick = () => request(panel, ...group.changed.map((path) => ({ path, reset: true })));
  }
  const wanted = new Set(group.levers.map((lever) => lever.path));
  for (const [path, row] of panel.rows) {
    if (row.group !== group.id || wanted.has(path)) continue;
    row.element.remove();
    panel.rows.delete(path);
  }
  const list = /** @type {HTMLElement} */ (box.lastElementChild);
  for (const [at, lever] of group.levers.entries()) {
    const row = panel.rows.get(lever.path) ?? addRow(panel, group.id, lever);
    put(list, row.element, at);
    row.lever = lever;
    describe(row);
    if (overtaken || !isAhead(panel, row)) adopt(panel, row, lever.value);
    else place(panel, row);
  }
  return box;
}

/**
 * @param {Panel} panel
 * @param {LeverGroup} group
 */
function addGroup(panel, { id, label }) {
  const box = label
    ? element("details", "lever-group", element("summary"), element("p"), button("group-reset"), element("div"))
    : element("div", "lever-group", element("div"));
  box.dataset.group = id;
  panel.groups.set(id, box);
  return box;
}

// Whether the lever was moved after what the server has answered.
function isAhead(panel, row) {
  return row.sent > panel.data.sequence || row === panel.resting || panel.pending.some(({ path }) => path === row.lever.path);
}

/**
 * A lever is a slider with an exact value, a row of choices, or a switch.
 * @param {Panel} panel
 * @param {string} group
 * @param {Lever} lever
 */
function addRow(panel, group, lever) {
  const reset = button("lever-reset"), bottom = element("div", "lever-bottom", element("span", "lever-hint"), reset);
  const made = element("div", `lever lever-${lever.kind}`);
  const row = /** @type {Row} */ ({ group, kind: lever.kind, lever, sent: 0, typed: false, element: made, reset });
  ({ slider, choice, switch: toggle })[lever.kind](panel, row);
  made.append(bottom);
  reset.addEventListener("click", () => {
    restore(panel, row);
    row.focus.focus();
  });
  panel.rows.set(lever.path, row);
  return row;
}

/**
 * @param {Panel} panel
 * @param {Row} row
 */
function slider(panel, row) {
  const range = element("input"), exact = element("input"), label = element("label"), unit = element("span");
  Object.assign(range, { type: "range", id: `lever-${row.lever.path}` });
  range.dataset.lever = row.lever.path;
  label.htmlFor = range.id;
  unit.ariaHidden = "true";
  row.element.append(element("div", "lever-top", label, element("span", "lever-exact", exact, unit)), range);
  Object.assign(row, { range, exact, focus: range });
  range.addEventListener("input", () => move(panel, row, Number(range.value), true));
  range.addEventListener("change", () => settle(panel, row));
  range.addEventListener("dblclick", () => restore(panel, row));
  range.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") restore(panel, row);
  });
  numberField(exact, (text) => type(panel, row, text));
}

/**
 * @param {Panel} panel
 * @param {Row} row
 */
function choice(panel, row) {
  row.options = row.lever.options.map(([value]) => {
    const input = Object.assign(element("input"), { type: "radio", name: `lever-${row.lever.path}`, value });
    input.addEventListener("change", () => move(panel, row, value, false));
    return element("label", "", input, element("span"));
  });
  const fieldset = element("fieldset", "", element("legend"), element("div", "lever-options", ...row.options));
  fieldset.dataset.lever = row.lever.path;
  row.element.append(fieldset);
  row.focus = part(row.options[0], "input");
}

/**
 * @param {Panel} panel
 * @param {Row} row
 */
function toggle(panel, row) {
  const input = Object.assign(element("input"), { type: "checkbox", role: "switch" });
  input.dataset.lever = row.lever.path;
  input.addEventListener("change", () => move(panel, row, input.checked, false));
  row.element.append(element("label", "lever-top", element("span"), input));
  row.box = row.focus = input;
}

/** @param {Row} row */
function describe(row) {
  const { lever, element: box } = row;
  box.title = lever.description;
  set(part(box, ".lever-hint"), lever.hint);
  set(row.reset, lever.reset);
  if (row.kind === "slider") {
    set(part(box, "label"), lever.label);
    set(part(box, ".lever-exact span"), lever.unit);
    Object.assign(row.range, { min: lever.low, max: lever.high, step: lever.step });
    row.exact.setAttribute("aria-label", lever.exact);
  } else if (row.kind === "choice") {
    set(part(box, "legend"), lever.label);
    lever.options.forEach(([, name], at) => set(part(row.options[at], "span"), name));
  } else set(part(box, "label span"), lever.label);
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
  if (row.kind === "choice") row.options.forEach((option, at) => { part(option, "input", HTMLInputElement).checked = lever.options[at][0] === value; });
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

/**
 * What is changed, each with its own way back.
 * @param {Panel} panel
 */
function showChanges(panel) {
  const { root, data } = panel, box = part(root, ".levers-changes"), resetAll = part(box, ".levers-reset-all");
  box.hidden = !data.changes.length;
  set(part(box, "summary"), data.changesLabel);
  set(resetAll, data.resetAll);
  resetAll.onclick = () => request(panel, { path: "", reset: true });
  const key = JSON.stringify(data.changes);
  if (box.dataset.key !== key) part(box, "ul").replaceChildren(...data.changes.map((change) => changeLine(panel, change)));
  box.dataset.key = key;
}

/**
 * @param {Panel} panel
 * @param {LeversMessage["changes"][number]} change
 */
function changeLine(panel, { path, text, reset }) {
  const made = button("lever-reset", reset);
  made.ariaLabel = `${reset}: ${text}`;
  made.onclick = () => request(panel, { path, reset: true });
  return element("li", "", element("span", "", text), made);
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
  const found = event.target instanceof Element && event.target.closest(PAGE_LINKS);
  const link = found instanceof HTMLElement ? found : null;
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
    panel.replaying = 0;
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
