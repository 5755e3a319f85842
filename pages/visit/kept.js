// What the browser keeps for this visit. Where it lets no site keep anything (site data blocked, a frame of another
// site), the page goes on without.

/**
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch { /* only what a page loaded anew would have found is lost */ }
}

/**
 * What was kept under a name, or null.
 * @param {string} name
 * @returns {unknown}
 */
export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}
