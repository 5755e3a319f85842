// All sources and assumptions: searched by what is typed, narrowed by kind and document; a link leads to one of them.
import { whenSeen } from "../visit/arrival.js";
import { ask } from "../visit/asking.js";
import { element, option, part, parts, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { assumptionCard, fillValues, markValue, sourceCard, unmark } from "./cards.js";
import { isMeant } from "./searching.js";

/** @import { SourcesAsks, SourcesMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<SourcesMessage, SourcesAsks> & ReturnType<typeof own>} List */
/** @typedef {{ id: string, kind: string, document: string, found_by: string, figures?: readonly string[] }} Found */

const ASSUMPTION = "assumption";
const ALL = "";

export default opening(".sources", { own, open, show });

function own() {
  return {
    stamp: "",
    chosen: "",
    figure: "",
    cell: "null",
    /** @type {Map<string, HTMLElement>} */ cards: new Map(),
    /** @type {Found[]} */ all: [],
  };
}

/** @param {List} list */
function open(list) {
  const { root } = list;
  search(list).addEventListener("input", () => narrow(list));
  for (const name of ["kind", "document"]) menu(list, name).addEventListener("change", () => narrow(list));
  part(root, ".sources-figure button").addEventListener("click", () => {
    ask(list, { do: "choose", id: "" });
    search(list).focus();
  });
}

/** @param {List} list */
function show(list) {
  const { data } = list;
  if (data.address) history.replaceState(history.state, "", `?${data.address}`);
  if (list.stamp !== data.stamp) build(list);
  list.stamp = data.stamp;
  for (const [id, table] of Object.entries(data.tables)) {
    const card = list.cards.get(id);
    if (card) fillValues(card, table);
  }
  const figure = data.figure?.sentence ?? "", isNewFigure = figure !== list.figure;
  list.figure = figure;
  if (isNewFigure && figure) clear(list);
  narrow(list);
  const isLed = data.chosen !== list.chosen || JSON.stringify(data.cell) !== list.cell;
  list.cell = JSON.stringify(data.cell);
  if (isLed) lead(list, data.chosen);
  else if (isNewFigure && figure) whenSeen(part(list.root, ".sources-figure button"), takeFocus);
}

/** @param {HTMLElement} target */
function takeFocus(target) {
  target.focus({ preventScroll: true });
}

/** @param {List} list */
function search({ root }) {
  return part(root, "input", HTMLInputElement);
}

/**
 * @param {List} list
 * @param {string} name
 */
function menu({ root }, name) {
  return part(root, `.sources-${name}`, HTMLSelectElement);
}

/**
 * The cards under the headings of their kinds; what is chosen in the menus stays where it is there still.
 * @param {List} list
 */
function build(list) {
  const { root, data } = list, { labels } = data;
  search(list).placeholder = labels.search_hint;
  [labels.search, labels.kind, labels.from_document].forEach((label, at) => set(parts(root, "label > span")[at], label));
  set(part(root, ".sources-figure button"), labels.clear);
  set(part(root, ".sources-none"), labels.none);
  offer(menu(list, "kind"), [[ALL, labels.all_kinds], ...data.kinds]);
  offer(menu(list, "document"), [[ALL, labels.all_documents], ...data.documents]);
  const choose = (/** @type {string} */ id) => { ask(list, { do: "choose", id }); lead(list, id); };
  const values = (/** @type {string} */ id) => { ask(list, { do: "open", id }); };
  const rows = data.rows.map((row) => ({ found: row, card: sourceCard(row, labels, choose, values) }));
  const assumed = data.assumptions.map((each) => ({
    found: { ...each, kind: ASSUMPTION, document: ASSUMPTION },
    card: assumptionCard(each, labels, choose),
  }));
  const made = [...rows, ...assumed];
  list.all = made.map(({ found }) => found);
  list.cards = new Map(made.map(({ found, card }) => [found.id, card]));
  part(root, ".sources-list").replaceChildren(...data.kinds.map(([kind, name]) => section(list, kind, name)));
  list.chosen = "";
}

/**
 * @param {List} list
 * @param {string} kind
 * @param {string} name
 */
function section(list, kind, name) {
  const heading = element("h2", "", `${name} `, element("span", "count"));
  const cards = list.all.filter((each) => each.kind === kind).map(({ id }) => list.cards.get(id) ?? "");
  const intro = kind === ASSUMPTION ? [element("p", "", list.data.labels.assumptions_intro)] : [];
  const made = element("section", "", heading, ...intro, ...cards);
  made.dataset.kind = kind;
  return made;
}

/**
 * @param {HTMLSelectElement} select
 * @param {readonly (readonly [string, string])[]} options
 */
function offer(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, label]) => option(value, label)));
  select.value = options.some(([value]) => value === before) ? before : ALL;
}

/** Shows the cards that are meant, and how many they are. @param {List} list */
function narrow(list) {
  const { root, data } = list, ids = data.figure && new Set(data.figure.rows);
  const text = search(list).value, kind = menu(list, "kind").value, document = menu(list, "document").value;
  let hits = 0;
  for (const each of list.all) {
    const isThere = (!ids || ids.has(each.id)) && (!kind || kind === each.kind) && (!document || document === each.document)
      && isMeant(text, each, data.letters, data.decimal);
    const card = list.cards.get(each.id);
    if (card) card.hidden = !isThere;
    if (isThere) hits += 1;
  }
  for (const made of parts(root, "section[data-kind]")) {
    const count = made.querySelectorAll(".source:not([hidden])").length;
    made.hidden = !count;
    set(part(made, ".count"), `(${count})`);
  }
  set(part(root, ".sources-hits"), filled(data.labels.hits, { count: hits, all: list.all.length }));
  part(root, ".sources-none").hidden = hits > 0;
  part(root, ".sources-figure").hidden = !data.figure;
  set(part(root, ".sources-figure strong"), list.figure);
}

/** @param {List} list */
function clear(list) {
  search(list).value = "";
  for (const name of ["kind", "document"]) menu(list, name).value = ALL;
}

/**
 * Leads to a card: it is marked, comes into view, and is where the keyboard goes on.
 * @param {List} list
 * @param {string} id
 */
function lead(list, id) {
  const before = list.cards.get(list.chosen);
  before?.classList.remove("chosen");
  if (before) unmark(before);
  list.chosen = id;
  const card = list.cards.get(id);
  if (!card) return;
  if (card.hidden) {
    clear(list);
    narrow(list);
  }
  card.classList.add("chosen");
  card.scrollIntoView({ block: "start" });
  whenSeen(card, takeFocus);
  if (list.data.cell && id === list.data.chosen) markValue(card, list.data.cell, list.data.labels.marked);
}
