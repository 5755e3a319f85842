// The levers: native inputs in groups, and the list of what is changed. What they send and show is the protocol's.
import { isKnown } from "../figures/stops.js";
import { complain, seen } from "../visit/asking.js";
import { button, element, part, put, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { isOld } from "./protocol.js";
import { describe, isAhead, madeRow, show as showValue } from "./rows.js";
import { afterChanges, hear, present, takeOver } from "./running.js";

/** @import { Lever, LeverGroup, LeversMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @import { Answer, Deed, Gesture, ShownLever } from "./records.js" */
/** @import { Row } from "./rows.js" */
/** @typedef {Box<LeversMessage & { answered: number }> & ReturnType<typeof own>} Panel */

export default opening(".levers", { own, open, show });

function own() {
  return { rows: /** @type {Map<string, Row>} */ (new Map()), groups: /** @type {Map<string, HTMLElement>} */ (new Map()) };
}

/** @param {Panel} panel */
function open(panel) {
  const { listen } = panel;
  listen(document, "figures:drawn", ({ detail }) => hear({ on: "drawn", sequence: detail }));
  listen(document, "levers:replay", () => tell(panel, { on: "replay" }));
  listen(document, "levers:rest", (event) => {
    event.preventDefault();
    afterChanges(event.detail);
  });
  listen(document, "turn:free", () => hear({ on: "free" }));
  listen(window, "popstate", ({ isTrusted }) => { if (isTrusted) hear({ on: "went" }); }, { capture: true });
  takeOver({
    draw: (lever) => draw(panel, lever),
    send: (gesture) => send(panel, gesture),
    replayed: () => panel.setTriggerValue("replayed", true),
  });
}

/** @param {Panel} panel */
function show(panel) {
  const data = { ...panel.data, answered: panel.data.sequence }, { root } = panel, list = part(root, ".levers-list");
  const answer = answerOf(data);
  if (isOld(present(), answer)) return;
  panel.data = data;
  document.documentElement.lang = data.language;
  for (const [at, group] of data.groups.entries()) put(list, shownGroup(panel, group), at);
  for (const [id, box] of panel.groups) box.hidden = !data.groups.some((group) => group.id === id);
  showChanges(panel);
  const place = panel.rows.get(data.error.path)?.element ?? root;
  if (panel.problem && panel.problem.parentElement !== place) place.append(panel.problem);
  complain(panel, data.error.sentence);
  hear({ on: "shown", answer });
}

/**
 * @param {LeversMessage} data
 * @returns {Answer}
 */
function answerOf({ visit, revision, sequence, groups, locked, replay }) {
  return { visit, revision, sequence, levers: groups.flatMap(({ levers }) => levers), isLocked: locked, steps: replay };
}

/**
 * What the user does counts from the answer that was read.
 * @param {Panel} panel
 * @param {Deed} deed
 */
function tell(panel, deed) {
  hear({ ...deed, ...foreseeing(deed), seen: seen(panel) });
}

/**
 * Whether it is known what the figures show where a lever goes.
 * @param {Deed} deed
 */
function foreseeing(deed) {
  if (deed.on === "moved") return { isKnown: isKnown(deed.path, deed.value) };
  if (deed.on === "restored") return { isKnown: isKnown(deed.path, present().levers.get(deed.path)?.default ?? null) };
  return {};
}

/**
 * @param {Panel} panel
 * @param {ShownLever} lever
 */
function draw(panel, lever) {
  const row = panel.rows.get(lever.path);
  if (!row) return;
  showValue(row, lever);
  const { levers } = present();
  panel.root.classList.toggle("stale", [...panel.rows.values()].some((each) => isAhead(each, levers.get(each.lever.path))));
}

/**
 * A lever that still moves is sent by the figures, so that only they are drawn anew.
 * @param {Panel} panel
 * @param {Gesture} gesture
 */
function send(panel, gesture) {
  const moved = new CustomEvent("levers:moved", { detail: gesture, cancelable: true });
  if (!gesture.moving || document.dispatchEvent(moved)) panel.setStateValue("gesture", gesture);
}

/**
 * @param {Panel} panel
 * @param {LeverGroup} group
 */
function shownGroup(panel, group) {
  const box = panel.groups.get(group.id) ?? addedGroup(panel, group);
  if (group.label) {
    const { changed = [] } = group;
    set(part(box, "summary"), group.label);
    set(part(box, "p"), group.note);
    box.classList.toggle("changed", changed.length > 0);
    const reset = part(box, ".group-reset");
    set(reset, group.reset);
    reset.onclick = () => tell(panel, { on: "reset", paths: changed });
  }
  const wanted = new Set(group.levers.map((lever) => lever.path));
  for (const [path, row] of panel.rows) {
    if (row.group !== group.id || wanted.has(path)) continue;
    row.element.remove();
    panel.rows.delete(path);
  }
  const list = /** @type {HTMLElement} */ (box.lastElementChild);
  for (const [at, lever] of group.levers.entries()) {
    const row = panel.rows.get(lever.path) ?? addedRow(panel, group.id, lever);
    put(list, row.element, at);
    row.group = group.id;
    describe(row, lever);
  }
  return box;
}

/**
 * @param {Panel} panel
 * @param {LeverGroup} group
 */
function addedGroup(panel, { id, label }) {
  const box = label
    ? element("details", "lever-group", element("summary"), element("p"), button("group-reset"), element("div"))
    : element("div", "lever-group", element("div"));
  box.dataset.group = id;
  panel.groups.set(id, box);
  return box;
}

/**
 * @param {Panel} panel
 * @param {string} group
 * @param {Lever} lever
 */
function addedRow(panel, group, lever) {
  const row = madeRow(panel, group, lever, (deed) => tell(panel, deed));
  panel.rows.set(lever.path, row);
  return row;
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
  resetAll.onclick = () => tell(panel, { on: "reset", paths: [""] });
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
  made.onclick = () => tell(panel, { on: "reset", paths: [path] });
  return element("li", "", element("span", "", text), made);
}
