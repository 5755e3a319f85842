// A source and an assumption as cards, and the printed values behind a source.
import { cell, element } from "../visit/dom.js";
import { filled } from "../visit/words.js";
import { addressed } from "../visit/source_links.js";

/** @import { AssumptionCard, SourceCard, Table } from "../messages.js" */
/** @typedef {(id: string) => void} Act */
/** @typedef {Readonly<Record<string, string>>} Labels */

const LONG = 24; // letters: more than any number

/**
 * @param {SourceCard} card
 * @param {Labels} labels
 * @param {Act} choose
 * @param {Act} open
 */
export function sourceCard(card, labels, choose, open) {
  const facts = element("dl", "", ...card.facts.map(([name, value]) => fact(name, labels[name], value)));
  const acts = element("div", "acts", link(card, labels, choose));
  if (card.count) acts.prepend(values(card, labels, open));
  return framed(card.id, element("h3", "", card.title), ...said(card.text), facts, ...listed(labels.rests_on, card.assumptions, choose), acts);
}

/**
 * A fact with its label; who uses a source has a line of its own.
 * @param {string} name
 * @param {string} label
 * @param {string} value
 */
function fact(name, label, value) {
  return element("div", name === "used_by" ? "whole" : "", element("dt", "", label), element("dd", "", value));
}

/**
 * @param {AssumptionCard} card
 * @param {Labels} labels
 * @param {Act} choose
 */
export function assumptionCard(card, labels, choose) {
  const record = element("p", "record", [card.record, card.pages].filter(Boolean).join(" · "));
  const acts = element("div", "acts", link(card, labels, choose));
  return framed(card.id, element("h3", "", card.title), ...said(card.text), record, ...listed(labels.rows, card.rows, choose), acts);
}

/**
 * @param {string} id
 * @param {...HTMLElement} children
 */
function framed(id, ...children) {
  const made = element("article", "source", ...children);
  made.dataset.source = id;
  made.tabIndex = -1;
  return made;
}

/** @param {string} text */
function said(text) {
  return text ? [element("p", "", text)] : [];
}

/**
 * «Forutsetninger: a, b», each a link.
 * @param {string} label
 * @param {readonly (readonly [string, string])[]} targets
 * @param {Act} choose
 */
function listed(label, targets, choose) {
  if (!targets.length) return [];
  const links = targets.flatMap(([id, title], at) => [at ? ", " : "", addressed(id, title, choose)]);
  return [element("p", "", `${label}: `, ...links)];
}

/**
 * @param {{ id: string, title: string }} card
 * @param {Labels} labels
 * @param {Act} choose
 */
function link({ id, title }, labels, choose) {
  const made = addressed(id, labels.link, choose);
  made.ariaLabel = filled(labels.link_to, { title });
  return made;
}

/**
 * @param {SourceCard} card
 * @param {Labels} labels
 * @param {Act} open
 */
function values({ id, count, title }, labels, open) {
  const summary = element("summary", "", count === 1 ? labels.one_value : filled(labels.values, { count }));
  const scroll = Object.assign(element("div", "source-scroll"), { tabIndex: 0, role: "region", ariaLabel: title });
  const made = element("details", "values", summary, scroll);
  made.addEventListener("toggle", () => { if (made.open && !scroll.childElementCount) open(id); });
  return made;
}

/**
 * Puts a table of values into its card.
 * @param {HTMLElement} card
 * @param {Table} table
 */
export function fillValues(card, { header, rows }) {
  const scroll = card.querySelector(".source-scroll");
  if (!scroll || scroll.childElementCount) return;
  const head = element("thead", "", element("tr", "", ...header.map((name) => cell(name ? "th" : "td", name, name && "col"))));
  const body = element("tbody", "", ...rows.map(([first, ...rest]) => element("tr", "", cell("th", first, "row"), ...rest.map(worded))));
  scroll.append(element("table", "", head, body));
}

/**
 * Unfolds the values and marks one of them, that a calculation led to; the sheet scrolls to it.
 * @param {HTMLElement} card
 * @param {readonly [number, number]} place row and column
 * @param {string} words what the mark says
 */
export function markValue(card, [row, column], words) {
  const details = card.querySelector("details.values"), marked = card.querySelectorAll("tbody tr")[row]?.children[column];
  if (!(details instanceof HTMLDetailsElement) || !(marked instanceof HTMLElement)) return;
  details.open = true;
  marked.classList.add("marked");
  marked.ariaCurrent = "true";
  marked.append(element("span", "mark", words));
  marked.scrollIntoView({ block: "center", inline: "center" });
}

/** @param {HTMLElement} card */
export function unmark(card) {
  const marked = card.querySelector("td.marked");
  if (!marked) return;
  marked.classList.remove("marked");
  marked.removeAttribute("aria-current");
  marked.querySelector(".mark")?.remove();
}

/** @param {string} value */
function worded(value) {
  const made = cell("td", value);
  made.classList.toggle("words", value.length >= LONG);
  return made;
}
