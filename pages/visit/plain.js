// Texts as they are searched: the browser's half of ``plain`` in model/payers/search_keys.py.

/**
 * Small letters without marks, a space for all that is neither letter nor digit.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} letters those that do not come apart into a plain letter and a mark
 */
export function plain(text, letters) {
  const known = [...text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")].map((letter) => letters[letter] ?? letter);
  return known.join("").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
