// All municipalities: sorted by any column, narrowed by a word, drawn when it is opened.
import { button, element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { foundPayers } from "./finding.js";
import { FINDING } from "./finding_keys.js";

/** @import { MunicipalMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<MunicipalMessage> & ReturnType<typeof own>} List */
/** @typedef {MunicipalMessage["rows"][number]} Row */

export default opening(".municipal", { own, open, show });

function own() {
  return { at: 0, up: true };
}

/** @param {List} list */
function open(list) {
  list.root.addEventListener("toggle", () => {
    draw(list);
    showOurs(list.root);
  });
  filter(list).addEventListener("input", () => draw(list));
}

/**
 * The table scrolled to our own row, which is one of hundreds; the page stays.
 * @param {HTMLElement} root
 */
function showOurs(root) {
  const ours = root.querySelector("tr.own"), place = part(root, ".municipal-scroll");
  if (ours instanceof HTMLElement) place.scrollTop = ours.offsetTop - place.clientHeight / 2;
}

/** @param {List} list */
function show(list) {
  const { root, data } = list;
  if (list.at >= data.columns.length) list.at = 0;
  set(part(root, "summary"), data.labels.title);
  set(part(root, "label span"), data.labels.filter);
  set(part(root, ".municipal-note"), data.note);
  part(root, ".municipal-scroll").ariaLabel = data.labels.title;
  draw(list);
}

/** @param {List} list */
function filter({ root }) {
  return part(root, "input", HTMLInputElement);
}

/** @param {List} list */
function draw(list) {
  const { root, data } = list;
  if (!root.hasAttribute("open")) return;
  const found = new Map(foundPayers(filter(list).value, FINDING).map(({ id, former }) => [id, former]));
  const rows = inOrder(list, data.rows.filter(([id]) => found.has(String(id))));
  heads(list);
  part(root, "tbody").replaceChildren(...rows.map((row) => line(list, row, found.get(String(row[0])) ?? null)));
  set(part(root, ".municipal-said"), rows.length ? "" : data.labels.none);
}

/**
 * @param {List} list
 * @param {Row[]} rows
 */
function inOrder({ data, at, up }, rows) {
  const order = new Intl.Collator(data.language);
  const isWord = data.columns[at].decimals === null;
  /** @type {(a: Row, b: Row) => number} */
  const compare = (a, b) => isWord ? order.compare(String(a[at]), String(b[at])) : Number(a[at]) - Number(b[at]);
  return rows.sort((a, b) => (up ? compare(a, b) : compare(b, a)) || order.compare(String(a[0]), String(b[0])));
}

/** @param {List} list */
function heads(list) {
  const { root, data } = list, row = part(root, "thead tr");
  if (row.children.length !== data.columns.length) row.replaceChildren(...data.columns.map((_, place) => head(list, place)));
  data.columns.forEach(({ label, decimals }, place) => {
    const made = row.children[place], sorter = part(made, "button");
    made.className = decimals === null ? "word" : "";
    made.ariaSort = place === list.at ? (list.up ? "ascending" : "descending") : "none";
    set(sorter, label);
    sorter.title = data.labels.sort;
  });
}

/**
 * @param {List} list
 * @param {number} place
 */
function head(list, place) {
  const sorter = button(), made = element("th", "", sorter);
  made.scope = "col";
  sorter.addEventListener("click", () => {
    list.up = place === list.at ? !list.up : list.data.columns[place].decimals === null;
    list.at = place;
    draw(list);
  });
  return made;
}

/**
 * @param {List} list
 * @param {Row} row
 * @param {string | null} former what the municipality was when it had the name that was looked for
 */
function line(list, row, former) {
  const { labels, own: us } = list.data;
  const cells = row.map((value, place) => one(list, value, place));
  if (former) cells[1].append(` (${filled(labels.former, { former })})`);
  return element("tr", row[0] === us ? "own" : "", ...cells);
}

/**
 * @param {List} list
 * @param {string | number} value
 * @param {number} place
 */
function one(list, value, place) {
  const { decimals, signed } = list.data.columns[place];
  const text = decimals === null ? String(value) : written(Number(value), decimals, signed, list.data.separators);
  const made = element(place === 1 ? "th" : "td", decimals === null ? "word" : "", text);
  if (place === 1) made.scope = "row";
  return made;
}

/**
 * «1 234,5» with the language's signs, a real minus; what rounds to zero has no sign.
 * @param {number} value
 * @param {number} decimals
 * @param {boolean} signed
 * @param {string} separators of decimals and of thousands
 */
export function written(value, decimals, signed, [decimal, thousands]) {
  const digits = numbers(decimals).format(Math.abs(value));
  const text = digits.replace(/[.,]/g, (sign) => (sign === "." ? decimal : thousands));
  const sign = !/[1-9]/.test(digits) ? "" : value < 0 ? "\u2212" : signed ? "+" : "";
  return sign + text;
}

/** @type {Map<number, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} decimals */
function numbers(decimals) {
  const made = formats.get(decimals) ?? new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, made);
  return made;
}
