// All modules in one request: each becomes a module of the page, once, that imports the others by their paths. modules.py
// puts this file before the texts of the others; without it each of them would be a request, and waited for in line.

/**
 * Gives the function that imports a module by its path.
 * @param {[path: string, text: string][]} modules each after those that it imports
 * @param {string} base where modules are served that are not among them
 * @returns {(path: string) => Promise<any>}
 */
export function linked(modules, base) {
  /** @type {Map<string, string>} */
  const addresses = new Map();
  for (const [path, text] of modules) {
    const linkedText = text.replace(/ from "(\.[^"]*)"/g, (_, other) => ` from "${addressOf(resolved(other, path))}"`);
    const script = new Blob([`${linkedText}\n//# sourceURL=${new URL(path, base)}\n`], { type: "text/javascript" });
    addresses.set(path, URL.createObjectURL(script));
  }
  /** @param {string} path */
  function addressOf(path) {
    return addresses.get(path) ?? String(new URL(path, base));
  }
  return (path) => import(addressOf(path));
}

/**
 * The path that a module means by what stands in its import.
 * @param {string} other
 * @param {string} path of the module
 */
export function resolved(other, path) {
  return new URL(other, new URL(path, "module:///")).pathname.slice(1);
}
