// The search of one's organisation: a text field with a list under it, used with the keyboard or the pointer.
import { ask } from "../visit/asking.js";
import { element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { foundPayers } from "./finding.js";
import { FINDING } from "./finding_keys.js";

/** @import { Look, PayerSearchMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<PayerSearchMessage, Look> & ReturnType<typeof own>} Search */

const SHOWN = 12;

export default opening(".payer-search", { own, open, show });

function own() {
  return { hits: /** @type {string[]} */ ([]), at: 0 };
}

/** @param {Search} search */
function places({ root }) {
  return { input: part(root, "input", HTMLInputElement), list: part(root, "ul"), said: part(root, ".payer-said") };
}

/** @param {Search} search */
function show(search) {
  const { input, list } = places(search), { label } = search.data.labels;
  input.ariaLabel = list.ariaLabel = input.placeholder = label;
  if (document.activeElement !== input || list.hidden) rest(search);
}

/** @param {Search} search */
function open(search) {
  const { input, list } = places(search);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => input.select());
  input.addEventListener("input", () => find(search, input.value));
  input.addEventListener("blur", () => rest(search));
  input.addEventListener("keydown", (event) => press(search, event));
  // Chosen when the press or tap is over: a list that closes before that lets it land on what lies beneath.
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus, so the list stays
  list.addEventListener("click", ({ target }) => {
    const item = target instanceof Element && target.closest("li");
    if (item) choose(search, search.hits[[...list.children].indexOf(item)]);
  });
}

/**
 * @param {Search} search
 * @param {KeyboardEvent} event
 */
function press(search, event) {
  const { input, list } = places(search);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) return find(search, "");
    mark(search, search.at + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && !list.hidden && search.hits.length) choose(search, search.hits[search.at]);
  else if (event.key === "Escape") {
    rest(search);
    input.select();
  }
}

/**
 * @param {Search} search
 * @param {string} text
 */
function find(search, text) {
  const { labels } = search.data, { input, list, said } = places(search);
  const found = foundPayers(text, FINDING), shown = found.slice(0, SHOWN);
  search.hits = shown.map(({ id }) => id);
  list.replaceChildren(...shown.map(({ id, former }, at) => hit(search, id, former, at)));
  list.hidden = !search.hits.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  set(said, found.length ? "" : labels.none);
  const more = found.length - SHOWN;
  if (more > 0) list.title = filled(labels.more, { count: more });
  else list.removeAttribute("title");
  if (search.hits.length) mark(search, 0);
}

/**
 * @param {Search} search
 * @param {string} id
 * @param {string | null} former
 * @param {number} at
 */
function hit(search, id, former, at) {
  const { labels } = search.data, [, name, about] = payer(search, id) ?? ["", "", ""];
  const beside = former ? `${about} · ${filled(labels.former, { former })}` : about;
  const item = element("li", "", element("span", "", name), element("span", "", beside));
  return Object.assign(item, { id: `payer-${at}`, role: "option" });
}

/**
 * @param {Search} search
 * @param {string} id
 */
function payer(search, id) {
  return search.data.payers.find(([each]) => each === id);
}

/**
 * @param {Search} search
 * @param {number} at
 */
function mark(search, at) {
  const { input, list } = places(search), count = search.hits.length;
  search.at = (at + count) % count;
  [...list.children].forEach((item, place) => { item.ariaSelected = String(place === search.at); });
  list.children[search.at].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `payer-${search.at}`);
}

/**
 * @param {Search} search
 * @param {string} id
 */
function choose(search, id) {
  search.data = { ...search.data, chosen: id };
  rest(search);
  places(search).input.select();
  ask(search, { do: "look", payer: id });
}

/**
 * The list closed, and the chosen organisation in the field.
 * @param {Search} search
 */
function rest(search) {
  const { input, list, said } = places(search);
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  set(said, "");
  input.value = payer(search, search.data.chosen)?.[1] ?? "";
}
