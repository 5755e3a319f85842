// Plotly, loaded once for the page.

/** @import { Specification } from "../messages.js" */
/** @typedef {{ react: (chart: HTMLElement, data: Specification["data"], layout: Specification["layout"], config: object) => void }} Plotly */

/** @type {Promise<Plotly> | null} */
let loading = null;

/**
 * The library; where it cannot be fetched, the next who asks tries again.
 * @param {string} path below the app's address
 */
export function library(path) {
  loading ??= load(path);
  return loading;
}

/**
 * @param {string} path
 * @returns {Promise<Plotly>}
 */
function load(path) {
  return new Promise((resolve, reject) => {
    if (there()) return resolve(there());
    const script = document.createElement("script");
    script.src = String(new URL(path, document.baseURI));
    script.onload = () => resolve(there());
    script.onerror = () => {
      loading = null;
      reject(new Error(`${path} could not be fetched`));
    };
    document.head.append(script);
  });
}

function there() {
  return /** @type {any} */ (window).Plotly;
}
