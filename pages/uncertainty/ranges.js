// The ranges of the levers, the amount that is asked about and the number of draws. They are moved as the levers are, by
// the levers' protocol: one change is in flight at a time, and only the figures are drawn anew while something moves.
import { isOld } from "../levers/protocol.js";
import { describe, madeRow, show as showValue } from "../levers/rows.js";
import { hear, present, standBeside } from "../levers/running.js";
import { complain, seen } from "../visit/asking.js";
import { option, part, put, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { describeRange, madeRange, showRange } from "./range_rows.js";

/** @import { Choice, RangesMessage, Slider } from "../messages.js" */
/** @import { AnswerBeside, Deed, ServersLever, ShownLever } from "../levers/records.js" */
/** @import { Row } from "../levers/rows.js" */
/** @import { Box } from "../visit/opening.js" */
/** @import { RangeBox } from "./range_rows.js" */
/** @typedef {Box<RangesMessage & { answered: number }> & ReturnType<typeof own>} Panel */

export default opening(".ranges", { own, open, show });

function own() {
  return { ranges: /** @type {Map<string, RangeBox>} */ (new Map()), rows: /** @type {Map<string, Row>} */ (new Map()) };
}

/** @param {Panel} panel */
function open(panel) {
  standBeside((lever) => draw(panel, lever));
  const menu = part(panel.root, ".ranges-add", HTMLSelectElement);
  menu.addEventListener("change", () => {
    tell(panel, { on: "moved", path: "range", value: menu.value, moving: false });
    menu.selectedIndex = 0;
  });
}

/** @param {Panel} panel */
function show(panel) {
  const data = { ...panel.data, answered: panel.data.sequence }, { root } = panel, answer = answerOf(data);
  if (isOld(present(), answer)) return;
  panel.data = data;
  set(part(root, ".ranges-title"), data.title);
  set(part(root, ".ranges-lead"), data.lead);
  for (const [at, lever] of [data.above, data.draws].entries()) showRow(panel, lever, at);
  showRanges(panel);
  showMenu(panel);
  const place = panel.ranges.get(data.error.path)?.element ?? panel.rows.get(data.error.path)?.element ?? root;
  if (panel.problem && panel.problem.parentElement !== place) place.append(panel.problem);
  complain(panel, data.error.sentence);
  hear({ on: "beside", answer });
}

/**
 * @param {RangesMessage} data
 * @returns {AnswerBeside}
 */
function answerOf({ visit, revision, sequence, rows, above, draws }) {
  const numbers = rows.flatMap((row) => [row.switch, ...row.numbers.map(asLever)]);
  return { visit, revision, sequence, levers: [above, draws, ...numbers] };
}

/**
 * @param {RangesMessage["rows"][number]["numbers"][number]} number
 * @returns {ServersLever}
 */
function asLever({ path, value, default: usual }) {
  return { path, kind: "slider", value, default: usual };
}

/**
 * What the user does counts from the answer that was read.
 * @param {Panel} panel
 * @param {Deed} deed
 */
function tell(panel, deed) {
  hear({ ...deed, seen: seen(panel) });
}

/**
 * @param {Panel} panel
 * @param {ShownLever} lever
 */
function draw(panel, lever) {
  const row = panel.rows.get(lever.path);
  if (row) showValue(row, lever);
  for (const box of panel.ranges.values()) if (box.paths.has(lever.path)) showRange(panel, box, present().levers);
}

/**
 * @param {Panel} panel
 * @param {Slider | Choice} lever
 * @param {number} at
 */
function showRow(panel, lever, at) {
  const row = panel.rows.get(lever.path) ?? madeRow(panel, "", lever, (deed) => tell(panel, deed));
  panel.rows.set(lever.path, row);
  put(part(panel.root, ".ranges-asked"), row.element, at);
  describe(row, lever);
}

/** @param {Panel} panel */
function showRanges(panel) {
  const { root, data, ranges } = panel, list = part(root, ".ranges-list");
  const wanted = new Map(data.rows.map((row) => [row.path, row.numbers.map((number) => number.part).join()]));
  for (const [path, box] of ranges) {
    if (wanted.get(path) === box.parts) continue;
    box.element.remove();
    ranges.delete(path);
  }
  for (const [at, row] of data.rows.entries()) {
    const box = ranges.get(row.path) ?? madeRange(panel, row, (deed) => tell(panel, deed));
    ranges.set(row.path, box);
    put(list, box.element, at);
    describeRange(panel, box, row);
  }
}

/** @param {Panel} panel */
function showMenu({ root, data: { add } }) {
  const menu = part(root, ".ranges-add", HTMLSelectElement), key = JSON.stringify(add);
  menu.ariaLabel = add.label;
  menu.hidden = add.options.length < 2;
  if (menu.dataset.key !== key) menu.replaceChildren(...add.options.map(([path, name]) => option(path, name)));
  menu.dataset.key = key;
}
