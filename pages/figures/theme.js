// The colours and the typeface of the screen's theme, in place of the names that specifications give them.

/** @typedef {{ colour: (name: string) => string, fontFamily: string }} Theme */

/**
 * The colours by name, read once per drawing, and the font.
 * @param {Element} root
 * @returns {Theme}
 */
export function themeOf(root) {
  const style = getComputedStyle(root);
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} name */
  const colour = (name) => {
    const found = known.get(name) ?? style.getPropertyValue(`--figure-${name}`).trim();
    known.set(name, found);
    return found;
  };
  return { colour, fontFamily: style.fontFamily };
}

/** Whether the theme is a dark one. @param {Element} root */
export function isDark(root) {
  const [r, g, b] = (getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

/**
 * A specification with the theme's colours and font in place of their names, and type in the screen's size. Only what
 * stands at a colour's place is taken for one: a text may begin with «@» too.
 * @param {any} value
 * @param {Theme} theme
 * @param {number} scale
 * @param {string} [key] under which the value stands
 * @returns {any}
 */
export function styled(value, theme, scale, key = "") {
  if (Array.isArray(value)) return value.map((item) => styled(item, theme, scale, key));
  if (typeof value === "string") return key.endsWith("color") && value.startsWith("@") ? theme.colour(value.slice(1)) : value;
  if (!value || typeof value !== "object") return value;
  const made = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, styled(item, theme, scale, name)]));
  if (!value.family) return made;
  const size = Array.isArray(value.size) ? value.size.map((/** @type {number} */ each) => each * scale) : value.size * scale;
  return { ...made, family: theme.fontFamily, size };
}
