// What does not come out in the print: narrowed at once as a table is chosen or words are typed, which the server then notes.
import { ask, complain } from "../visit/asking.js";
import { element, option, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { renew, typedField } from "../visit/typed_fields.js";
import { filled } from "../visit/words.js";
import { checkRow } from "./check_rows.js";
import { isShown, rowsOf, wanted } from "./narrowing.js";

/** @import { AgreeingTable, Card, CheckRow, ReconciliationAsks, ReconciliationMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<ReconciliationMessage, ReconciliationAsks> & ReturnType<typeof own>} List */

export default opening(".check-list", { own, open, show });

function own() {
  return { drawn: "", led: "", unfolded: new Set() };
}

/** @param {List} list */
function open(list) {
  const narrow = () => ask(list, { do: "narrow", table: chooser(list).value, search: search(list).value });
  chooser(list).addEventListener("change", () => {
    draw(list);
    narrow();
  });
  search(list).addEventListener("input", () => draw(list));
  typedField(search(list), narrow);
}

/** @param {List} list */
function show(list) {
  const { root, data } = list, { labels } = data;
  root.ariaLabel = labels.list;
  set(part(root, ".check-note"), data.note);
  set(part(root, ".check-table span"), labels.table);
  set(part(root, ".check-search span"), labels.search);
  set(part(root, ".check-agreeing h2"), labels.agreeing);
  choices(list);
  chooser(list).value = data.table;
  renew(list, search(list), data.search);
  complain(list, data.problem);
  draw(list);
  lead(list);
}

/** @param {List} list */
function chooser({ root }) {
  return part(root, "select", HTMLSelectElement);
}

/** @param {List} list */
function search({ root }) {
  return part(root, "input", HTMLInputElement);
}

/** The tables under their documents; a document can be chosen as a whole. @param {List} list */
function choices(list) {
  const { labels, tables } = list.data, groups = [option("", labels.all_tables)];
  let document = "";
  for (const { key, document: title, title: name } of tables) {
    if (title !== document) groups.push(option(key.split("/", 1)[0], title));
    groups.push(option(key, `\u2003${name}`));
    document = title;
  }
  chooser(list).replaceChildren(...groups);
}

/** Draws what is wanted, where that or what there is has changed. @param {List} list */
function draw(list) {
  const { root, data } = list, asked = wanted(chooser(list).value, search(list).value, data.check);
  const drawn = JSON.stringify([asked, data.link, data.cards, data.small, data.agreeing.length, data.labels]);
  if (drawn === list.drawn) return;
  list.drawn = drawn;
  const [cards, small] = [data.cards, data.small].map((all) => shown(all, asked));
  part(root, ":scope > .check-cards").replaceChildren(...cards.map(([card, rows]) => thing(list, card, rows)));
  const folded = part(root, ".check-small");
  folded.hidden = !small.length;
  set(part(folded, "summary"), data.smallTitle);
  part(folded, ".check-cards").replaceChildren(...small.map(([card, rows]) => thing(list, card, rows)));
  const agreeing = agree(list, asked);
  const { labels } = data, isNarrow = asked.table || asked.words.length;
  const nothing = isNarrow ? labels.nothing : labels.nothing_material;
  const found = isNarrow && cards.length + small.length ? filled(labels.found, { things: cards.length, all: data.cards.length }) : "";
  set(part(root, ".check-said"), cards.length + small.length + agreeing ? found : nothing);
}

/**
 * The things of which something is shown, with what is.
 * @param {readonly Card[]} cards
 * @param {ReturnType<typeof wanted>} asked
 * @returns {[Card, readonly CheckRow[]][]}
 */
function shown(cards, asked) {
  return cards.map((card) => /** @type {[Card, readonly CheckRow[]]} */ ([card, rowsOf(card, asked)])).filter(([, rows]) => rows.length);
}

/**
 * A thing to know: the weightiest figure with the cause, the others folded.
 * @param {List} list
 * @param {Card} card
 * @param {readonly CheckRow[]} rows
 */
function thing(list, card, rows) {
  const { data } = list, [first, ...others] = rows, { id, cause, moves } = card;
  const made = element("li", card.is_known ? "" : "unknown", checkRow(first, data, look(list), { title: "h2", why: cause, id }));
  if (others.length) made.append(fold(list, id, moves, () => others));
  return made;
}

/**
 * Rows that are made when they are unfolded.
 * @param {List} list
 * @param {string} id
 * @param {string} title
 * @param {() => readonly CheckRow[]} rows
 */
function fold(list, id, title, rows) {
  const made = element("details", "", element("summary", "", title));
  made.addEventListener("toggle", () => {
    if (made.open) list.unfolded.add(id);
    else list.unfolded.delete(id);
    if (made.open && !made.querySelector("ol")) fill();
  });
  const fill = () => made.append(element("ol", "check-rows", ...rows().map((row) => element("li", "", checkRow(row, list.data, look(list))))));
  if (list.unfolded.has(id) || rows().some((row) => row.id === list.data.check)) {
    fill();
    made.open = true;
  }
  return made;
}

/**
 * What agrees, by table; gives how many tables there are.
 * @param {List} list
 * @param {ReturnType<typeof wanted>} asked
 */
function agree(list, asked) {
  const place = part(list.root, ".check-agreeing"), { labels } = list.data;
  const found = list.data.agreeing
    .map((table) => /** @type {[AgreeingTable, CheckRow[]]} */ ([table, table.rows.filter((row) => isShown(row, asked))]))
    .filter(([, rows]) => rows.length);
  place.hidden = !found.length;
  place.replaceChildren(
    part(place, "h2"),
    ...found.map(([{ key, title }, rows]) => fold(list, key, filled(labels.agreeing_count, { title, count: rows.length }), () => rows)),
  );
  return found.length;
}

/** @param {List} list */
function look(list) {
  return (/** @type {string} */ id) => void ask(list, { do: "look", check: id });
}

/** Marks the row that is looked at and brings it into view, once for each that was asked for. @param {List} list */
function lead(list) {
  const { root, data } = list;
  for (const row of root.querySelectorAll("[data-check]")) {
    const isIt = row instanceof HTMLElement && row.dataset.check === data.check;
    row.classList.toggle("looked-at", isIt);
    if (!isIt || list.led === data.check) continue;
    const folded = row.closest(".check-small");
    if (folded instanceof HTMLDetailsElement) folded.open = true;
    row.scrollIntoView({ block: "center" });
  }
  list.led = data.check;
}
