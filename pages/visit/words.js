/**
 * A text with its places filled: «{name}» becomes the value of that name, whatever signs it holds.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
