// Ready scenarios, a line each with what it does in every year; what it changes and comes from unfolds below the line.
import { button, cell, element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { plain } from "../visit/plain.js";
import { filled } from "../visit/words.js";

/** @import { Ready, ReadyMessage, Table } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<ReadyMessage> & ReturnType<typeof own>} List */

export default opening(".ready", { own, open, show });

function own() {
  return { stamp: "", lines: /** @type {{ found_by: string, line: HTMLElement }[]} */ ([]) };
}

/** @param {List} list */
function open(list) {
  search(list).addEventListener("input", () => narrow(list));
}

/** @param {List} list */
function show(list) {
  const { root, data } = list, { labels, years } = data;
  if (list.stamp === data.stamp) return;
  list.stamp = data.stamp;
  root.style.setProperty("--years", String(years.length));
  set(part(root, "label span"), labels.search);
  search(list).placeholder = labels.search_hint ?? "";
  const heads = [...years, labels.sum ?? ""].map((head) => element("span", "", head));
  part(root, ".ready-head").replaceChildren(
    element("span", "ready-does", labels.does ?? ""), element("span", "ready-name", labels.scenario ?? ""), ...heads);
  list.lines = data.rows.map((row) => ({ found_by: row.found_by, line: lineOf(data, row) }));
  part(root, ".ready-list").replaceChildren(...list.lines.map(({ line }) => line));
  narrow(list);
}

/** @param {List} list */
function search({ root }) {
  return part(root, "input", HTMLInputElement);
}

/** @param {List} list */
function narrow(list) {
  const { root, data, lines } = list, words = plain(search(list).value, data.letters).split(" ").filter(Boolean);
  let hits = 0;
  for (const { found_by, line } of lines) {
    line.hidden = !words.every((word) => ` ${found_by}`.includes(` ${word}`));
    if (!line.hidden) hits += 1;
  }
  set(part(root, ".ready-hits"), words.length ? filled((hits ? data.labels.hits : data.labels.none) ?? "", { count: hits }) : "");
}

/**
 * @param {ReadyMessage} data
 * @param {Ready} row
 */
function lineOf(data, row) {
  const { labels, years } = data, name = button("ready-open", row.label), more = moreOf(data, row);
  name.ariaExpanded = "false";
  name.addEventListener("click", () => {
    more.hidden = !more.hidden;
    name.ariaExpanded = String(!more.hidden);
  });
  const heads = [...years, labels.sum ?? ""], amounts = [...row.years, row.total];
  const numbers = row.years.length ? amounts.map((amount, at) => number(amount, heads[at] ?? "", at === years.length)) : [];
  const said = numbers.length ? numbers : [element("span", "ready-else", row.effect)];
  const choose = element("div", "ready-choose", chosen("use", labels.use ?? "", row));
  if (row.changes.length) choose.append(chosen("add", labels.add ?? "", row));
  const made = element("li", "", element("div", "ready-line", name, ...said, choose), more);
  made.dataset.ready = row.name;
  return made;
}

/**
 * @param {string} amount
 * @param {string} head
 * @param {boolean} isSum
 */
function number(amount, head, isSum) {
  const made = element("span", isSum ? "ready-number sum" : "ready-number", amount);
  made.dataset.head = head;
  return made;
}

/**
 * @param {"use" | "add"} how
 * @param {string} words
 * @param {Ready} row
 */
function chosen(how, words, { name, label }) {
  const made = button(`ready-${how}`, words);
  made.ariaLabel = `${words}: ${label}`;
  made.addEventListener("click", () => document.dispatchEvent(new CustomEvent("ready:chosen", { detail: { name, added: how === "add" } })));
  return made;
}

/**
 * @param {ReadyMessage} data
 * @param {Ready} row
 */
function moreOf(data, row) {
  const lines = [row.changes.join(" \u00b7 "), row.years.length ? row.effect : "", row.note, filled(data.source, { source: row.source })];
  const more = element("div", "ready-more", ...lines.filter(Boolean).map((line) => element("p", "", line)));
  if (row.beside) more.append(tableOf(row.beside));
  more.hidden = true;
  return more;
}

/** @param {Table} table */
function tableOf({ header, rows }) {
  const head = element("tr", "", ...header.map((words) => cell("th", words, "col")));
  const body = rows.map(([name, ...amounts]) => element("tr", "", cell("th", name ?? "", "row"), ...amounts.map((amount) => cell("td", amount))));
  return element("table", "", element("thead", "", head), element("tbody", "", ...body));
}
