// The tables under a chart: its own numbers, and the printed lines behind it.
import { openable, opener } from "../calculation/opens.js";
import { cell, element, part } from "../visit/dom.js";

/** @import { BarTable, Table } from "../messages.js" */

const LONG = 20; // letters: more than any number with its unit

/** @type {WeakMap<Element, string>} what each place shows */
const shown = new WeakMap();

/**
 * Whether a place shows something else than ``content``; from now on it shows that.
 * @param {Element} place
 * @param {unknown} content
 */
export function isNew(place, content) {
  const key = JSON.stringify(content);
  if (shown.get(place) === key) return false;
  shown.set(place, key);
  return true;
}

/**
 * Fills the table inside ``place``: the first of each row is its head.
 * @param {Element} place
 * @param {Table} table
 */
export function fillTable(place, table) {
  const { header, rows, opens } = table, made = part(place, "table");
  if (!isNew(made, table)) return;
  const heads = header.map((name) => worded(cell(name ? "th" : "td", name, name && "col")));
  part(place, "thead").replaceChildren(element("tr", "", ...heads));
  part(place, "tbody").replaceChildren(...rows.map(([first, ...rest], row) =>
    element("tr", "", cell("th", first, "row"), ...rest.map((value, at) => {
      const label = [first, header[at + 1]].filter(Boolean).join(", ");
      return worded(opening(named(cell("td", value), header[at + 1]), opens[row]?.[at + 1], label));
    }))));
  asGrid(made);
}

/**
 * A cell that knows its column: on a phone a row is a card, which names each number itself.
 * @param {HTMLElement} made
 * @param {string | undefined} head
 */
function named(made, head) {
  made.dataset.head = head ?? "";
  return made;
}

/**
 * A cell whose number opens its calculation, where it has one.
 * @template {HTMLElement} Cell
 * @param {Cell} made
 * @param {string | undefined} path
 * @param {string} label what the number is of
 */
function opening(made, path, label) {
  if (!path) return made;
  const inside = opener();
  openable(inside, path, label, made.textContent ?? "");
  inside.tabIndex = -1;
  made.replaceChildren(inside);
  return made;
}

/**
 * A table whose cells open is one stop of the Tab key; arrow keys lead from cell to cell.
 * @param {HTMLElement} table
 */
function asGrid(table) {
  const first = table.querySelector(".opens");
  if (first instanceof HTMLElement) first.tabIndex = 0;
  if (first) table.setAttribute("role", "grid");
  else table.removeAttribute("role");
}

/**
 * A cell may break its line where what stands in it is longer than any number.
 * @param {HTMLElement} made
 */
function worded(made) {
  made.classList.toggle("words", made.textContent.length >= LONG);
  return made;
}

/**
 * The printed lines behind a figure, each amount with a bar on its column's scale.
 * @param {Element} place
 * @param {readonly BarTable[]} tables
 */
export function fillPrinted(place, tables) {
  if (!isNew(place, tables)) return;
  place.replaceChildren(...tables.map(({ title, header, rows }) => {
    const head = element("thead", "", element("tr", "", ...header.map((label) => cell("th", label, "col"))));
    const body = element("tbody", "", ...rows.map(({ label, sum, cells, opens }) =>
      element("tr", sum ? "sum" : "", cell("th", label, "row"), ...cells.map(([value, share], at) =>
        opening(named(bar(value, share), header[at + 1]), opens[at], [label, header[at + 1]].filter(Boolean).join(", "))))));
    const table = element("table", "", head, body), scroll = scrolled(table);
    asGrid(table);
    scroll.ariaLabel = title;
    return element("details", "", element("summary", "", title), scroll);
  }));
}

/**
 * A region that the keyboard can scroll.
 * @param {HTMLElement} content
 */
export function scrolled(content) {
  return Object.assign(element("div", "scroll", content), { tabIndex: 0, role: "region" });
}

/**
 * @param {string} value
 * @param {number} share
 */
function bar(value, share) {
  const made = cell("td", value);
  if (share) {
    made.className = share < 0 ? "bar less" : "bar more";
    made.style.setProperty("--share", `${Math.abs(share) * 100}%`);
  }
  return made;
}
