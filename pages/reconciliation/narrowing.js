// Which rows of the reconciliation are shown: those of the table that is chosen, with all words that are searched for.

/** @import { Card, CheckRow } from "../messages.js" */
/** @typedef {{ table: string, words: string[], check: string }} Wanted */

/**
 * What is wanted, from what was chosen and typed.
 * @param {string} table
 * @param {string} search
 * @param {string} check
 * @returns {Wanted}
 */
export function wanted(table, search, check) {
  return { table, words: search.toLocaleLowerCase().split(/\s+/).filter(Boolean), check };
}

/**
 * The rows of a thing that are shown; the one that is looked at always is, and so is its thing.
 * @param {Card} card
 * @param {Wanted} asked
 * @returns {readonly CheckRow[]}
 */
export function rowsOf(card, asked) {
  if (asked.check === card.id) return card.rows;
  return card.rows.filter((row) => isShown(row, asked, card.cause));
}

/**
 * Whether a row is shown; «about» is what is said of it beside its own words.
 * @param {CheckRow} row
 * @param {Wanted} asked
 * @param {string} [about]
 */
export function isShown(row, { table, words, check }, about = "") {
  if (check && row.id === check) return true;
  if (table && row.table !== table && !row.table.startsWith(`${table}/`)) return false;
  const said = plain([row.place, row.document, row.of, row.printed, row.recomputed, row.difference, about].join(" "));
  return words.every((word) => said.includes(plain(word)));
}

/**
 * Letters as they are typed: small, any space as a space, any minus as the keyboard's.
 * @param {string} text
 */
function plain(text) {
  return text.toLocaleLowerCase().replace(/\s/g, " ").replace(/\u2212/g, "-");
}
