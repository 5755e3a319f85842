// How an organisation is found: the rule of model/payers/finding.py, with the keys that it made. The nearest first.

import { plain } from "../visit/plain.js";

/**
 * An organisation's keys: id, names, number, places, regions, and what it was: number, name, names of each.
 * @typedef {[id: string, names: string[], number: string, places: string[], regions: string[], former: Former[]]} Keys
 */
/** @typedef {[number: string, name: string, names: string[]]} Former */
/** @typedef {{ letters: Record<string, string>, passedOver: string[], keys: Keys[] }} Finding */

const [WHOLE, BEGINS, FORMER, WORDS, WITHIN, PLACE] = [0, 1, 2, 3, 4, 5];

/**
 * The organisations that a text means, each as its id, and the former municipality where it was found by that.
 * @param {string} text
 * @param {Finding} finding
 */
export function foundPayers(text, finding) {
  const words = searchWords(text, finding), last = words.at(-1) ?? "";
  const found = foundBy(words, finding);
  const unfinished = words.length > 1 && begins(finding.passedOver, last); // «Hamar komm»
  return found.length || !unfinished ? found : foundBy(words.slice(0, -1), finding);
}

/**
 * @param {string[]} words
 * @param {Finding} finding
 */
function foundBy(words, { keys: all }) {
  const near = all.flatMap((keys) => {
    const rank = nearness(words, keys);
    return rank === null ? [] : [{ keys, rank }];
  });
  near.sort((a, b) => a.rank - b.rank);
  return near.map(({ keys, rank }) => {
    const former = rank === FORMER ? formerOf(words, keys) : undefined;
    return { id: keys[0], former: former ? `${former[0]} ${former[1]}` : null };
  });
}

/**
 * @param {string} text
 * @param {Finding} finding
 */
function searchWords(text, finding) {
  const words = plain(text, finding.letters).split(" ").filter(Boolean);
  const said = words.filter((word) => !finding.passedOver.includes(word));
  return said.length ? said : words;
}

/**
 * @param {string[]} words
 * @param {Keys} keys
 */
function nearness(words, keys) {
  const [, names, number, places] = keys;
  const was = formerOf(words, keys);
  if (!isMeant(words, keys)) return was ? FORMER : null;
  const unnumbered = words.filter((word) => !begins(asTyped(number), word));
  const named = unnumbered.filter((word) => !begins(places, word));
  const said = [words, unnumbered, named].map((some) => some.join(" ")).filter(Boolean);
  const known = [...names, ...asTyped(number)];
  if (said.some((text) => known.includes(text))) return WHOLE;
  if (said.some((text) => begins(known, text))) return BEGINS;
  if (was) return FORMER;
  if (named.length && named.every((word) => begins(names.join(" ").split(" "), word))) return WORDS;
  return named.length && named.every((word) => within(names, word)) ? WITHIN : PLACE;
}

/**
 * @param {string[]} words
 * @param {Keys} keys
 */
function formerOf(words, [, today, , , , former]) {
  return former.find(([number, , names]) => {
    const unnumbered = words.filter((word) => !asTyped(number).includes(word)), name = unnumbered.join(" ");
    const isNumbered = unnumbered.length < words.length;
    return isNumbered ? !name || names.includes(name) : names.includes(name) && !today.includes(name);
  });
}

/**
 * A municipal number, and as a spreadsheet shows it, without its first zero.
 * @param {string} number
 */
function asTyped(number) {
  return [number, number.replace(/^0/, "")];
}

/**
 * @param {string[]} words
 * @param {Keys} keys
 */
function isMeant(words, [, names, number, places, regions]) {
  const numbers = asTyped(number);
  return begins(regions, words.join(" "))
    || words.every((word) => begins(numbers, word) || within(names, word) || begins(places, word));
}

/**
 * @param {string[]} texts
 * @param {string} word
 */
function begins(texts, word) {
  return texts.some((text) => text.startsWith(word));
}

/**
 * @param {string[]} texts
 * @param {string} word
 */
function within(texts, word) {
  return texts.some((text) => text.includes(word));
}
