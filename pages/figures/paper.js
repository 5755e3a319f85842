// On paper the page stands as on the screen, as large as it goes.
import { PAGE } from "../visit/streamlit_insides.js";

const PAPER = [1047, 700]; // what A4 across has inside its margins, pixels
const SMALLEST = 0.62; // of the paper's width: a page that needs less to stand on one sheet goes over several

/**
 * Notes the scale of the page and the height of each chart, for print.css.
 * @param {HTMLElement} root
 * @param {number} narrow pixels of a phone's page
 */
export function measurePaper(root, narrow) {
  const page = root.closest(PAGE);
  if (!page) return;
  const wide = PAPER[0] / page.clientWidth, high = PAPER[1] / page.scrollHeight;
  const { style, classList } = document.documentElement;
  style.setProperty("--paper", String(high > SMALLEST * wide ? Math.min(wide, high) : wide));
  style.setProperty("--paper-width", `${page.clientWidth}px`);
  classList.toggle("narrow-paper", page.clientWidth < narrow);
  for (const chart of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".chart"))) {
    chart.style.setProperty("--drawn", `${chart.clientHeight}px`);
  }
}
