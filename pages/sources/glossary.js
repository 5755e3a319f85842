// Words and levers, each with what it means: narrowed by what is typed; the button at a lever leads to one of them.
import { whenSeen } from "../visit/arrival.js";
import { element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { isMeant } from "./searching.js";

/** @import { Explained, GlossaryMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {{ entry: Explained, card: HTMLElement }} Card */
/** @typedef {{ heading: HTMLElement, count: HTMLElement, cards: Card[] }} Group */
/** @typedef {Box<GlossaryMessage> & ReturnType<typeof own>} List */

const led = { times: 0 }; // outlives the list: who comes back by the menu is not led again

export default opening(".glossary", { own, open, show });

function own() {
  return { stamp: "", groups: /** @type {Group[]} */ ([]) };
}

/** @param {List} list */
function open(list) {
  search(list).addEventListener("input", () => narrow(list));
}

/** @param {List} list */
function show(list) {
  const { data } = list;
  if (list.stamp !== data.stamp) build(list);
  list.stamp = data.stamp;
  const isLed = data.times > led.times;
  led.times = Math.max(led.times, data.times);
  if (isLed) search(list).value = "";
  narrow(list);
  if (isLed) lead(list);
}

/** @param {List} list */
function search({ root }) {
  return part(root, "input", HTMLInputElement);
}

/** @param {List} list */
function build(list) {
  const { root, data } = list;
  set(part(root, "label span"), data.labels.search);
  search(list).placeholder = data.labels.search_hint ?? "";
  list.groups = data.groups.map(([title, entries]) => {
    const count = element("span", "count"), cards = entries.map((entry) => ({ entry, card: cardOf(entry) }));
    return { heading: element("h2", "", `${title} `, count), count, cards };
  });
  const shown = list.groups.flatMap(({ heading, cards }) => [heading, ...cards.map(({ card }) => card)]);
  part(root, ".glossary-list").replaceChildren(...shown);
}

/** @param {Explained} entry */
function cardOf({ name, text, facts }) {
  const lines = facts.map(([what, value]) => element("p", "glossary-facts", `${what}: ${value}`));
  const card = element("article", "glossary-entry", element("h3", "", name), element("p", "", text), ...lines);
  card.tabIndex = -1;
  return card;
}

/** @param {List} list */
function narrow(list) {
  const { root, data, groups } = list, text = search(list).value;
  let hits = 0;
  for (const { heading, count, cards } of groups) {
    const found = cards.filter(({ entry, card }) => {
      card.hidden = !isMeant(text, entry, data.letters, data.decimal);
      return !card.hidden;
    });
    heading.hidden = !found.length;
    set(count, String(found.length));
    hits += found.length;
  }
  set(part(root, ".glossary-hits"), text.trim() ? filled((hits ? data.labels.hits : data.labels.none) ?? "", { count: hits }) : "");
}

/** @param {List} list */
function lead({ data, groups }) {
  for (const { entry, card } of groups.flatMap(({ cards }) => cards)) {
    const isIt = entry.id === data.chosen;
    card.classList.toggle("chosen", isIt);
    if (!isIt) continue;
    whenSeen(card, () => {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "start" });
    });
  }
}
