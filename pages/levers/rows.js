// A lever on the page: a slider with an exact value, a row of choices, or a switch, and a way back to its default.
import { button, element, part, set } from "../visit/dom.js";
import { numberField, renew } from "../visit/typed_fields.js";
import { helpButton } from "./help.js";

/** @import { Choice, Lever, Slider, Switch } from "../messages.js" */
/** @import { Asker } from "../visit/asking.js" */
/** @import { Deed, ShownLever, Value } from "./records.js" */
/** @typedef {(deed: Deed) => void} Tell hears what the user does with a lever */
/** @typedef {Asker & { data: { decimal: string } }} Panel */
const HOVER_MS = 120;
const MOST_STOPS = 240;

/**
 * What a lever is moved with: its elements, and which of them takes the focus. ``describe`` sets the texts that its kind
 * has, ``show`` a value; both are called with the same lever, so with one of its kind. ``value`` is the one that is shown.
 * @template {Lever} Kind
 * @typedef {{
 *   elements: HTMLElement[],
 *   focus: HTMLElement,
 *   describe(lever: Kind): void,
 *   show(shown: ShownLever, lever: Kind): void,
 *   value(): Value,
 * }} Inputs
 */
/**
 * @typedef {{
 *   group: string,
 *   lever: Lever,
 *   element: HTMLElement,
 *   inputs: Inputs<Lever>,
 *   help: ReturnType<typeof helpButton>,
 * }} Row
 */

/**
 * @param {Panel} panel
 * @param {string} group
 * @param {Lever} lever
 * @param {Tell} tell
 * @returns {Row}
 */
export function madeRow(panel, group, lever, tell) {
  const inputs = inputsOf(lever, tell, panel), help = helpButton();
  const reset = button("lever-reset"), bottom = element("div", "lever-bottom", element("span", "lever-hint"), reset);
  reset.addEventListener("click", () => {
    tell({ on: "restored", path: lever.path });
    inputs.focus.focus();
  });
  const made = element("div", `lever lever-${lever.kind}`, ...inputs.elements, bottom), name = made.querySelector(".lever-name");
  if (name) name.append(help.made);
  else bottom.before(help.made);
  const row = { group, lever, inputs, help, element: made };
  sayWhenTaken(row);
  return row;
}

/**
 * Tells that somebody takes the lever, or is about to: the pointer has rested on it for a moment.
 * @param {Row} row
 */
function sayWhenTaken(row) {
  const { element: place } = row;
  let timer = 0;
  const leave = () => {
    clearTimeout(timer);
    timer = 0;
  };
  const taken = () => {
    leave();
    const { lever: { path } } = row, detail = { path, stops: () => outwards(row.lever, row.inputs.value()) };
    document.dispatchEvent(new CustomEvent("lever:taken", { detail }));
  };
  for (const kind of /** @type {const} */ (["pointerdown", "focusin"])) place.addEventListener(kind, taken);
  place.addEventListener("pointermove", () => { timer ||= setTimeout(taken, HOVER_MS); }); // the lever does not come to the pointer
  place.addEventListener("pointerleave", leave);
}

/**
 * Every stop of a lever, from a value outwards, and its default.
 * @param {Lever} lever
 * @param {Value} at
 * @returns {Value[]}
 */
export function outwards(lever, at) {
  if (lever.kind === "switch") return [at, !at];
  if (lever.kind === "choice") return [at, ...lever.options.map(([value]) => value).filter((value) => String(value) !== String(at))];
  const { low, high, step, default: usual } = lever, count = Math.round((high - low) / step);
  const stops = Array.from({ length: count + 1 }, (_, place) => rounded(low + place * step));
  const far = (/** @type {number} */ value) => Math.abs(value - Number(at));
  return [...new Set([...stops.sort((one, other) => far(one) - far(other)).slice(0, MOST_STOPS), usual])];
}

/** A value free of the binary tail. @param {number} value */
function rounded(value) {
  return Math.round(value * 1e6) / 1e6;
}

/**
 * @param {Lever} lever
 * @param {Tell} tell
 * @param {Panel} panel
 * @returns {Inputs<Lever>}
 */
function inputsOf(lever, tell, panel) {
  switch (lever.kind) {
    case "slider": return slider(lever, tell, panel);
    case "choice": return choice(lever, tell);
    case "switch": return toggle(lever, tell);
  }
}

/**
 * Sets the lever's texts as the server has them now.
 * @param {Row} row
 * @param {Lever} lever
 */
export function describe(row, lever) {
  row.lever = lever;
  row.help.tell(lever.about ? { about: lever.about, description: lever.description, path: lever.path } : null);
  row.inputs.focus.ariaDescription = lever.description;
  set(part(row.element, ".lever-hint"), lever.hint);
  set(part(row.element, ".lever-reset"), lever.reset);
  row.inputs.describe(lever);
}

/**
 * Sets the lever's value.
 * @param {Row} row
 * @param {ShownLever} shown
 */
export function show(row, shown) {
  row.element.classList.toggle("changed", differs(shown.value, shown.default));
  row.inputs.show(shown, row.lever);
}

/**
 * @param {Slider} lever
 * @param {Tell} tell
 * @param {Panel} panel
 * @returns {Inputs<Slider>}
 */
function slider({ path }, tell, panel) {
  const range = Object.assign(element("input"), { type: "range", id: `lever-${path}` }), exact = element("input");
  const label = Object.assign(element("label"), { htmlFor: range.id }), unit = Object.assign(element("span"), { ariaHidden: "true" });
  range.dataset.lever = path;
  let isMoved = false;
  range.addEventListener("input", () => {
    isMoved = true;
    tell({ on: "moved", path, value: Number(range.value), moving: true });
  });
  range.addEventListener("change", () => tell({ on: "released", path }));
  range.addEventListener("pointerdown", () => {
    isMoved = false;
    // one that is let go where it was taken fires no «change»
    addEventListener("pointerup", () => { if (isMoved) tell({ on: "released", path }); }, { once: true });
  });
  range.addEventListener("dblclick", () => tell({ on: "restored", path }));
  range.addEventListener("keydown", ({ key }) => {
    if (key === "Delete" || key === "Backspace") tell({ on: "restored", path });
  });
  numberField(exact, (text) => tell({ on: "typed", path, text }));
  return {
    elements: [element("div", "lever-top", element("span", "lever-name", label), element("span", "lever-exact", exact, unit)), range],
    focus: range,
    value: () => Number(range.value),
    describe(lever) {
      set(label, lever.label);
      set(unit, lever.unit);
      Object.assign(range, { min: lever.low, max: lever.high, step: lever.step });
      exact.ariaLabel = lever.exact;
    },
    show({ value, isTyped }, lever) {
      const text = lever.whole ? String(value) : format(Number(value), panel.data.decimal);
      if (Number(range.value) !== value) range.value = String(value);
      if (!isTyped) renew(panel, exact, text);
      range.ariaValueText = `${text} ${lever.unit}`;
      range.style.setProperty("--filled", share(lever, Number(value)));
      range.style.setProperty("--default", share(lever, lever.default));
    },
  };
}

/**
 * @param {Choice} lever
 * @param {Tell} tell
 * @returns {Inputs<Choice>}
 */
function choice({ path, options }, tell) {
  const inputs = options.map(([value]) => Object.assign(element("input"), { type: "radio", name: `lever-${path}`, value }));
  const names = options.map(() => element("span")), legend = element("legend");
  const labels = inputs.map((input, at) => element("label", "", input, names[at] ?? ""));
  const fieldset = element("fieldset", "", legend, element("div", "lever-options", ...labels));
  fieldset.dataset.lever = path;
  options.forEach(([value], at) => inputs[at]?.addEventListener("change", () => tell({ on: "moved", path, value, moving: false })));
  return {
    elements: [fieldset],
    focus: inputs[0] ?? fieldset,
    value: () => options[inputs.findIndex((input) => input.checked)]?.[0] ?? null,
    describe(lever) {
      set(legend, lever.label);
      names.forEach((name, at) => set(name, lever.options[at]?.[1]));
    },
    show({ value }, lever) {
      inputs.forEach((input, at) => { input.checked = lever.options[at]?.[0] === value; });
    },
  };
}

/**
 * @param {Switch} lever
 * @param {Tell} tell
 * @returns {Inputs<Switch>}
 */
function toggle({ path }, tell) {
  const input = Object.assign(element("input"), { type: "checkbox", role: "switch" }), name = element("span");
  input.dataset.lever = path;
  input.addEventListener("change", () => tell({ on: "moved", path, value: input.checked, moving: false }));
  return {
    elements: [element("label", "lever-top", name, input)],
    focus: input,
    value: () => input.checked,
    describe: (lever) => set(name, lever.label),
    show({ value }) {
      input.checked = value === true;
    },
  };
}

/**
 * Whether a lever stands where the last answer did not have it: what is said of amounts is of that answer.
 * @param {Row} row
 * @param {ShownLever | undefined} shown
 */
export function isAhead(row, shown) {
  return shown !== undefined && differs(shown.value, row.lever.value);
}

/**
 * @param {Value} one
 * @param {Value} other
 */
function differs(one, other) {
  return typeof one === "number" && typeof other === "number" ? Math.abs(one - other) > 1e-9 : one !== other;
}

/**
 * Where a value stands between the lever's ends.
 * @param {Slider} lever
 * @param {number} value
 */
function share({ low, high }, value) {
  return `${(100 * (value - low)) / (high - low)}%`;
}

/**
 * A number as its field shows it, with one decimal at the least.
 * @param {number} value
 * @param {string} decimal
 */
export function format(value, decimal) {
  const text = String(rounded(value)).replace("-", "\u2212");
  return (text.includes(".") ? text : `${text}.0`).replace(".", decimal);
}
