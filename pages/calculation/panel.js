// The panel beside the page that shows how a figure is calculated, one step at a time. Whatever says «data-opens» opens it,
// and a bar by the event «calculation:open». It stands at once with what the browser has; what it has not, it asks for.
import { whenSeen } from "../visit/arrival.js";
import { forPart, whenAnswered } from "../visit/asking.js";
import { part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { giveBack, isFree } from "./focus.js";
import { keepPlace, moveInGrid, OPENS } from "./grid.js";
import { addressed, linked } from "./link.js";
import { showStep } from "./step.js";

/** @import { CalculationMessage, CalculationUpdate, Step } from "../messages.js" */
/** @import { Opening } from "../visit/events.js" */
/** @import { Box } from "../visit/opening.js" */
/** @import { Entry } from "./step.js" */
/** @typedef {Box<CalculationMessage> & ReturnType<typeof own>} Panel */

const KEEPS_ESCAPE = "input:not([type=radio], [type=checkbox]), textarea, select, [role=combobox], [role=dialog]:not(.calculation), [role=listbox]";
const MOST_NAMED = 4; // steps of the trail; of more, those in the middle are one

export default opening(".calculation", { own, open, show });

function own() {
  return {
    trail: /** @type {Entry[]} */ ([]),
    steps: /** @type {Map<string, Step>} */ (new Map()),
    stamp: "",
    wanted: 0, // the moment of what was asked for last, 0 when it is answered
    opener: /** @type {HTMLElement | null} */ (null),
    isLeft: false, // for the page of sources: what is open stays in the entry of the history that is left
  };
}

/** @param {Panel} panel */
function open(panel) {
  const { root, listen } = panel;
  listen(document, "click", (event) => {
    const found = event.target instanceof Element ? event.target.closest(OPENS) : null;
    if (found instanceof HTMLElement) press(panel, found);
  });
  listen(document, "calculation:open", ({ detail }) => openAt(panel, [entryOf(detail)], detail.opener));
  listen(document, "source:open", () => leave(panel));
  listen(document, "calculation:moved", ({ detail }) => take(panel, detail));
  listen(document, "figures:drawn", () => { if (isOpen(panel)) render(panel); });
  listen(document, "keydown", moveInGrid);
  listen(document, "focusin", keepPlace);
  listen(document, "keydown", (event) => escape(panel, event), { capture: true });
  part(root, ".calculation-back").addEventListener("click", () => back(panel));
  part(root, ".calculation-close").addEventListener("click", () => close(panel));
  part(root, ".calculation-copy").addEventListener("click", () => whenAnswered(() => copy(panel)));
}

/** @param {Panel} panel */
function show(panel) {
  const { root, data: { labels } } = panel;
  set(part(root, ".calculation-back"), labels.back);
  set(part(root, ".calculation-kind"), labels.panel);
  set(part(root, ".calculation-copy"), labels.copy);
  part(root, ".calculation-close").ariaLabel = part(root, ".calculation-close").title = labels.close;
  part(root, ".calculation-trail").ariaLabel = labels.trail;
  take(panel, panel.data);
}

/** @param {Panel} panel */
function isOpen({ root }) {
  return root.matches(":popover-open");
}

/** @param {Panel} panel */
function present(panel) {
  return panel.trail.at(-1);
}

/**
 * Takes over what the server sends: steps of another stamp are none of what is shown now, and where nothing is being asked
 * for the server says what is open, for a link was followed or the page left.
 * @param {Panel} panel
 * @param {CalculationUpdate} sent
 */
function take(panel, { path, moment, stamp, steps }) {
  if (stamp !== panel.stamp) panel.steps.clear();
  panel.stamp = stamp;
  for (const step of steps) panel.steps.set(step.path, step);
  if (moment >= panel.wanted) panel.wanted = 0;
  if (panel.isLeft && path) return;
  panel.isLeft = false;
  if (!panel.wanted && path !== (present(panel)?.path ?? "")) {
    if (path) openAt(panel, [{ path, title: "", value: "" }], null, true);
    else hide(panel);
  }
  if (isOpen(panel)) render(panel);
  addressed(isOpen(panel) ? present(panel)?.path : "");
}

/**
 * A number on the page, or a term in the panel.
 * @param {Panel} panel
 * @param {HTMLElement} found
 */
function press(panel, found) {
  const entry = { path: found.dataset.opens ?? "", title: found.dataset.label ?? "", value: found.textContent };
  if (panel.root.contains(found)) openAt(panel, [...panel.trail, entry], panel.opener);
  else openAt(panel, [entry], found);
}

/** @param {Opening} detail @returns {Entry} */
function entryOf({ path, title, value, figures }) {
  return { path, title, value, figures };
}

/**
 * Shows the last of a trail of steps. The focus goes there, but is not taken from where the visitor has it when it is the
 * server that opens a step: after a lever has moved, the panel may have been made anew.
 * @param {Panel} panel
 * @param {Entry[]} trail
 * @param {HTMLElement | null} opener to which the focus goes back
 * @param {boolean} [isKnown] whether the server knows
 */
function openAt(panel, trail, opener, isKnown = false) {
  Object.assign(panel, { trail, opener, isLeft: false });
  if (!isOpen(panel)) panel.root.showPopover();
  render(panel);
  part(panel.root, ".calculation-step").scrollTop = 0;
  if (!isKnown || isFree()) whenSeen(part(panel.root, "#calculation-title"), (title) => title.focus({ preventScroll: true }));
  if (!isKnown) tell(panel);
}

/**
 * The server hears what is open: it sends what is missing, and has it follow the levers.
 * @param {Panel} panel
 */
function tell(panel) {
  const path = present(panel)?.path ?? "", moment = performance.timeOrigin + performance.now();
  panel.wanted = moment;
  forPart(panel.root, () => panel.setStateValue("opened", { path, moment }), () => panel.wanted !== moment);
  addressed(path);
}

/** @param {Panel} panel */
function back(panel) {
  const left = panel.trail.pop();
  openAt(panel, panel.trail, panel.opener);
  const terms = [...panel.root.querySelectorAll(OPENS)];
  const from = terms.find((each) => each instanceof HTMLElement && each.dataset.opens === left?.path);
  if (from instanceof HTMLElement) from.focus();
}

/** @param {Panel} panel */
function close(panel) {
  const path = panel.trail[0]?.path, { opener } = panel;
  hide(panel);
  tell(panel);
  giveBack(opener, path);
}

/**
 * The page of sources is asked for: nothing lies over it, and the entry of the history that is left has the open step.
 * @param {Panel} panel
 */
function leave(panel) {
  if (!isOpen(panel)) return;
  addressed(present(panel)?.path);
  hide(panel);
  panel.isLeft = true;
}

/** @param {Panel} panel */
function hide(panel) {
  Object.assign(panel, { trail: [], opener: null });
  if (isOpen(panel)) panel.root.hidePopover();
}

/**
 * Escape closes the panel and nothing else, but where a field or a list has a use for it.
 * @param {Panel} panel
 * @param {KeyboardEvent} event
 */
function escape(panel, event) {
  if (event.key !== "Escape" || !isOpen(panel)) return;
  const { target } = event, isInside = target instanceof Node && panel.root.contains(target);
  if (!isInside && target instanceof Element && target.closest(KEEPS_ESCAPE)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  close(panel);
}

/** @param {Panel} panel */
function render(panel) {
  const { root, data, trail } = panel, entry = present(panel);
  if (!entry) return;
  const step = panel.steps.get(entry.path), isMissing = !step && !entry.figures;
  if (step) Object.assign(entry, { title: step.title, value: step.value });
  root.toggleAttribute("data-waiting", isMissing && panel.wanted > 0);
  part(root, ".calculation-back").hidden = trail.length < 2;
  part(root, ".calculation-copy").hidden = !entry.path;
  const problem = isMissing && !panel.wanted ? data.problem || data.labels.failed : "";
  showStep(root, entry, step, data.labels, problem);
  showTrail(panel);
}

/** The steps on the way here, each a way back. @param {Panel} panel */
function showTrail(panel) {
  const list = part(panel.root, ".calculation-trail ol"), { trail } = panel;
  part(panel.root, ".calculation-trail").hidden = trail.length < 2;
  const names = trail.slice(0, -1).map(({ title }) => title);
  if (list.dataset.names === JSON.stringify(names)) return;
  list.dataset.names = JSON.stringify(names);
  const hidden = names.length > MOST_NAMED ? names.length - MOST_NAMED + 1 : 0;
  list.replaceChildren(...names.flatMap((name, at) => {
    if (at > 0 && at < hidden) return []; // folded into the one after
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: at && at === hidden ? "…" : name });
    made.ariaLabel = made.title = name;
    made.onclick = () => openAt(panel, trail.slice(0, at + 1), panel.opener);
    const item = document.createElement("li");
    item.append(made);
    return [item];
  }));
}

/** A link that opens this very step. @param {Panel} panel */
async function copy(panel) {
  const { data: { labels, link }, root } = panel, said = part(root, ".calculation-said");
  const whole = linked(present(panel)?.path ?? "", link);
  try {
    await navigator.clipboard.writeText(whole);
    set(said, labels.copied);
  } catch {
    set(said, filled(labels.not_copied, { link: whole }));
  }
}
