// What the browser keeps for this visit, or for the next ones too. Where it lets no site keep anything (site data blocked, a frame of another
// site), the page goes on without.

/** @typedef {"sessionStorage" | "localStorage"} Place for this visit, or for the next ones too */

/**
 * @param {string} name
 * @param {unknown} value
 * @param {Place} place
 */
export function keep(name, value, place = "sessionStorage") {
  try {
    window[place].setItem(name, JSON.stringify(value));
  } catch { /* only what a page loaded anew would have found is lost */ }
}

/**
 * What was kept under a name, or null.
 * @param {string} name
 * @param {Place} place
 * @returns {unknown}
 */
export function kept(name, place = "sessionStorage") {
  try {
    return JSON.parse(window[place].getItem(name) ?? "null");
  } catch {
    return null;
  }
}
