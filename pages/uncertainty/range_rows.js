// A range on the page: a thumb for each of its ends and a mark for the likeliest, fields for the same numbers, what the
// range is in words, whether the lever is uncertain at all, and what the range rests on.
import { format } from "../levers/rows.js";
import { button, element, part, parts, set } from "../visit/dom.js";
import { sourceLink } from "../visit/source_links.js";
import { numberField, renew } from "../visit/typed_fields.js";
import { filled } from "../visit/words.js";

/** @import { RangeNumber, RangeRow } from "../messages.js" */
/** @import { Deed, ShownLever } from "../levers/records.js" */
/** @import { Asker } from "../visit/asking.js" */
/** @typedef {(deed: Deed) => void} Tell hears what the user does with a range */
/** @typedef {Asker & { data: { decimal: string, source: string } }} Panel */
/** @typedef {ReadonlyMap<string, ShownLever>} Levers */
/** @typedef {{ thumb: HTMLInputElement | null, field: HTMLInputElement, name: HTMLElement }} Inputs of a number */
/** @typedef {{ row: RangeRow, element: HTMLElement, paths: Set<string>, parts: string, inputs: Map<string, Inputs>, values: Map<string, number> }} RangeBox */

const WIDTH = "sd"; // how far a range reaches from its middle: no place on the lever, so it has no thumb

/**
 * @param {Panel} panel
 * @param {RangeRow} row
 * @param {Tell} tell
 * @returns {RangeBox}
 */
export function madeRange(panel, row, tell) {
  const slider = element("div", "range-slider", element("div", "range-line")), numbers = element("div", "range-numbers");
  const certain = Object.assign(element("input"), { type: "checkbox", role: "switch" }), reset = button("lever-reset");
  const made = element(
    "div", "lever range",
    element("div", "lever-top", element("span", "range-name"), element("label", "range-certain", element("span"), certain)),
    ...(row.numbers.length ? [slider, numbers] : []),
    element("div", "lever-bottom", element("span", "range-words"), reset),
    element("details", "range-grounds", element("summary"), element("p")),
  );
  made.dataset.range = row.lever;
  const paths = new Set([row.switch.path, ...row.numbers.map(({ path }) => path)]);
  /** @type {RangeBox} */
  const box = { row, element: made, paths, parts: row.numbers.map((number) => number.part).join(), inputs: new Map(), values: new Map() };
  for (const number of row.numbers) box.inputs.set(number.path, madeNumber(box, number, tell, slider, numbers));
  numbers.lastElementChild?.append(element("span", "range-unit"));
  certain.addEventListener("change", () => tell({ on: "moved", path: box.row.switch.path, value: certain.checked, moving: false }));
  reset.addEventListener("click", () => {
    tell({ on: "reset", paths: [box.row.path] });
    certain.focus();
  });
  if (row.source) part(made, ".range-grounds").append(sourceLink(row.source, panel.data.source));
  return box;
}

/**
 * @param {RangeBox} box
 * @param {RangeNumber} number
 * @param {Tell} tell
 * @param {HTMLElement} slider
 * @param {HTMLElement} numbers
 * @returns {Inputs}
 */
function madeNumber(box, { path, part: name }, tell, slider, numbers) {
  const field = element("input"), label = element("span");
  field.dataset.number = path;
  numberField(field, (text) => tell({ on: "typed", path, text }));
  numbers.append(element("label", "lever-exact", label, field));
  if (name === WIDTH) return { thumb: null, field, name: label };
  const thumb = Object.assign(element("input", `range-${name}`), { type: "range" });
  let isMoved = false;
  thumb.dataset.lever = path;
  thumb.addEventListener("input", () => {
    isMoved = true;
    const value = within(box, path, Number(thumb.value));
    if (Number(thumb.value) !== value) thumb.value = String(value);
    if (box.values.get(path) !== value) tell({ on: "moved", path, value, moving: true });
  });
  thumb.addEventListener("change", () => tell({ on: "released", path }));
  thumb.addEventListener("pointerdown", () => {
    isMoved = false;
    // one that is let go where it was taken fires no «change»
    addEventListener("pointerup", () => { if (isMoved) tell({ on: "released", path }); }, { once: true });
  });
  thumb.addEventListener("keydown", ({ key }) => {
    if (key === "Delete" || key === "Backspace") tell({ on: "reset", paths: [box.row.path] });
  });
  slider.append(thumb);
  return { thumb, field, name: label };
}

/**
 * A value between those of the thumbs beside it: none passes another.
 * @param {RangeBox} box
 * @param {string} path
 * @param {number} value
 */
function within({ row, values }, path, value) {
  const places = row.numbers.filter((number) => number.part !== WIDTH), at = places.findIndex((number) => number.path === path);
  const low = values.get(places[at - 1]?.path ?? "") ?? -Infinity, high = values.get(places[at + 1]?.path ?? "") ?? Infinity;
  return Math.min(high, Math.max(low, value));
}

/**
 * Sets the range's texts as the server has them now.
 * @param {Panel} panel
 * @param {RangeBox} box
 * @param {RangeRow} row
 */
export function describeRange(panel, box, row) {
  const { element: made } = box, certain = part(made, ".range-certain input"), reset = part(made, ".lever-reset");
  box.row = row;
  set(part(made, ".range-name"), row.label);
  set(part(made, ".range-certain span"), row.switch.label);
  certain.ariaLabel = row.switch.description;
  set(reset, row.reset);
  reset.ariaLabel = row.resetLabel;
  for (const number of row.numbers) describeNumber(box, number);
  for (const unit of parts(made, ".range-unit")) set(unit, row.unit);
  const summary = part(made, ".range-grounds summary");
  set(summary, row.grade);
  summary.classList.toggle("assumed", row.isAssumption);
  set(part(made, ".range-grounds p"), row.reason);
  for (const link of parts(made, ".range-grounds a")) {
    set(link, panel.data.source);
    link.ariaLabel = `${panel.data.source}: ${row.label}`;
  }
}

/**
 * @param {RangeBox} box
 * @param {RangeNumber} number
 */
function describeNumber(box, number) {
  const inputs = box.inputs.get(number.path);
  if (!inputs) return;
  set(inputs.name, number.name);
  inputs.field.ariaLabel = number.exact;
  inputs.field.disabled = box.row.isCertain;
  if (!inputs.thumb) return;
  const { low: min, high: max, step, label } = number;
  Object.assign(inputs.thumb, { min, max, step, ariaLabel: label, disabled: box.row.isCertain });
}

/**
 * Sets the range's values.
 * @param {Panel} panel
 * @param {RangeBox} box
 * @param {Levers} levers
 */
export function showRange(panel, box, levers) {
  const { row, element: made } = box, certain = part(made, ".range-certain input", HTMLInputElement);
  const { decimal } = panel.data;
  certain.checked = levers.get(row.switch.path)?.value === true;
  for (const number of row.numbers) box.values.set(number.path, Number(levers.get(number.path)?.value ?? number.value));
  for (const number of row.numbers) showNumber(panel, box, number, levers.get(number.path)?.isTyped ?? false);
  const numbers = row.numbers.map(({ path, part: name }) => [name, format(box.values.get(path) ?? 0, decimal)]);
  set(part(made, ".range-words"), filled(row.words, Object.fromEntries(numbers)));
  const isMoved = row.numbers.some(({ path, default: usual }) => Math.abs((box.values.get(path) ?? usual) - usual) > 1e-9);
  made.classList.toggle("changed", row.departs || isMoved);
  made.classList.toggle("certain", row.isCertain);
  showLine(box);
}

/**
 * @param {Panel} panel
 * @param {RangeBox} box
 * @param {RangeNumber} number
 * @param {boolean} isTyped
 */
function showNumber(panel, box, { path }, isTyped) {
  const inputs = box.inputs.get(path), value = box.values.get(path) ?? 0;
  if (!inputs) return;
  const { thumb, field } = inputs, text = format(value, panel.data.decimal);
  if (!isTyped) renew(panel, field, text);
  if (!thumb) return;
  if (Number(thumb.value) !== value) thumb.value = String(value);
  thumb.ariaValueText = `${text} ${box.row.unit}`;
}

/**
 * The line between the ends, and of thumbs on one place the one on top that has somewhere to go.
 * @param {RangeBox} box
 */
function showLine({ row, element: made, inputs, values }) {
  const [first, ...others] = row.numbers, last = others.at(-1);
  if (!first || !last) return;
  const { low, high } = first, start = values.get(first.path) ?? low, end = values.get(last.path) ?? high;
  const isWidth = last.part === WIDTH, from = isWidth ? start - end : start, to = isWidth ? start + end : end;
  made.style.setProperty("--from", String(share(from, low, high)));
  made.style.setProperty("--to", String(share(to, low, high)));
  inputs.get(first.path)?.thumb?.classList.toggle("on-top", start > (low + high) / 2);
}

/**
 * Where a value stands between two ends, 0 to 1.
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function share(value, low, high) {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}
