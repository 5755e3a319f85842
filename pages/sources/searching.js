// How a source is found: by words in what is said of it, or by a figure as it is printed.
import { plain } from "../visit/plain.js";

/** @typedef {{ found_by: string, figures?: readonly string[] }} Searched what a card is found by */

const FIGURE = /^[+\u2212-]?\d[\d\s\u202f\u00a0.,]*$/u;

/**
 * Whether a card is meant by a text: each word begins one of its words (a number is one of them), or the text is a figure
 * that it holds, with or without its sign.
 * @param {string} text
 * @param {Searched} card
 * @param {Readonly<Record<string, string>>} letters
 * @param {string} decimal the language's decimal sign
 */
export function isMeant(text, card, letters, decimal) {
  const words = plain(text, letters).split(" ").filter(Boolean);
  if (words.every((word) => hasWord(` ${card.found_by} `, word))) return true;
  const figure = figureOf(text, decimal);
  return figure !== "" && (card.figures ?? []).some((digits) => digits.replace(/^-/, "") === figure);
}

/**
 * @param {string} padded
 * @param {string} word
 */
function hasWord(padded, word) {
  return padded.includes(/^\d+$/.test(word) ? ` ${word} ` : ` ${word}`);
}

/**
 * A number as the sources have it: no sign, no spaces, a decimal point; empty for what is none.
 * @param {string} text
 * @param {string} decimal
 */
function figureOf(text, decimal) {
  const trimmed = text.trim();
  if (!FIGURE.test(trimmed)) return "";
  const whole = decimal === "," ? trimmed.replace(/\./g, "") : trimmed.replace(/,/g, "");
  return whole.replace(/[\s\u202f\u00a0+\u2212-]/gu, "").replace(",", ".");
}
