// Who we are: a text field with a list under it, used with the keyboard or the pointer, and the way back to nobody.
import { ask } from "../visit/asking.js";
import { element, part, set } from "../visit/dom.js";
import { keep, kept } from "../visit/kept.js";
import { opening } from "../visit/opening.js";
import { filled } from "../visit/words.js";
import { foundPayers } from "./finding.js";
import { FINDING } from "./finding_keys.js";

/** @import { Look, PayerSearchMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<PayerSearchMessage, Look> & ReturnType<typeof own>} Search */

const LAST = "payers", FEW = 3; // who was chosen last, in this browser
const ALPHABET = new Intl.Collator("nb"); // the names are Norwegian, whatever the page is

export default opening(".payer-search", { own, open, show });

function own() {
  return { hits: /** @type {string[]} */ ([]), at: 0 };
}

/** @param {Search} search */
function places({ root }) {
  return {
    input: part(root, "input", HTMLInputElement), list: part(root, "ul"), said: part(root, ".payer-said"),
    remover: part(root, ".payer-remove", HTMLButtonElement),
  };
}

/** @param {Search} search */
function show(search) {
  const { input, list, remover } = places(search), { label, ask: asked, remove } = search.data.labels;
  input.ariaLabel = list.ariaLabel = label;
  input.placeholder = asked;
  remover.ariaLabel = remover.title = remove;
  if (document.activeElement !== input || list.hidden) rest(search);
}

/** @param {Search} search */
function open(search) {
  const { input, list, remover } = places(search);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => {
    if (list.hidden) find(search, "");
    input.select();
  });
  remover.addEventListener("click", () => {
    choose(search, "");
    input.focus();
  });
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
    mark(search, event.key === "ArrowDown" ? search.at + 1 : Math.max(search.at, 0) - 1);
  } else if (event.key === "Enter" && !list.hidden && search.at >= 0) choose(search, search.hits[search.at]);
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
  const { labels, chosen } = search.data, { input, list, said } = places(search);
  const found = text.trim() ? named(search, text) : all(search);
  search.hits = found.map(({ id }) => id);
  list.replaceChildren(...found.map(({ id, about }, at) => hit(search, id, about, at)));
  list.hidden = !search.hits.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  set(said, found.length ? "" : labels.none);
  const at = text.trim() ? 0 : search.hits.indexOf(chosen);
  input.removeAttribute("aria-activedescendant");
  search.at = -1; // nobody is meant before a letter or an arrow says so
  if (search.hits.length && at >= 0) mark(search, at);
}

/**
 * Whom a text finds, each with the number that it had where that was found.
 * @param {Search} search
 * @param {string} text
 */
function named({ data }, text) {
  const said = (/** @type {string | null} */ former) => former ? filled(data.labels.former, { former }) : "";
  return foundPayers(text, FINDING).map(({ id, former }) => ({ id, about: said(former) }));
}

/**
 * Everybody, as a list is read: who was chosen last, the regions, then the municipalities by name.
 * @param {Search} search
 */
function all({ data }) {
  const last = chosenLast().filter((id) => data.payers.some(([each]) => each === id));
  const isRegion = (/** @type {string} */ id) => !/^\d/.test(id);
  const municipalities = data.payers.filter(([id]) => !isRegion(id)).sort(([, a], [, b]) => ALPHABET.compare(a, b));
  const others = [...data.payers.filter(([id]) => isRegion(id)), ...municipalities].map(([id]) => id);
  return [...new Set([...last, ...others])].map((id) => ({ id, about: last.includes(id) ? data.labels.last : "" }));
}

/** @returns {string[]} */
function chosenLast() {
  const last = kept(LAST, "localStorage");
  return Array.isArray(last) ? last.map(String).slice(0, FEW) : [];
}

/**
 * @param {Search} search
 * @param {string} id
 * @param {string} about what is said of it beside its number and county
 * @param {number} at
 */
function hit(search, id, about, at) {
  const [, name, known] = payer(search, id) ?? ["", "", ""];
  const item = element("li", "", element("span", "", name), element("span", "", [known, about].filter(Boolean).join(" · ")));
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
  if (id) {
    places(search).input.select();
    keep(LAST, [...new Set([id, ...chosenLast()])].slice(0, FEW), "localStorage");
  }
  ask(search, { do: "look", payer: id });
}

/**
 * The list closed, and the chosen organisation in the field.
 * @param {Search} search
 */
function rest(search) {
  const { input, list, said, remover } = places(search), { chosen } = search.data;
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  set(said, "");
  input.value = payer(search, chosen)?.[1] ?? "";
  input.title = input.value;
  search.root.classList.toggle("chosen", Boolean(chosen));
  remover.hidden = !chosen;
}
