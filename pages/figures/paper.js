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
  const wide = PAPER[0] / page.clientWidth, smallest = SMALLEST * wide;
  const found = [page.scrollHeight, firstRow(root, page)].map((needed) => PAPER[1] / needed).find((scale) => scale > smallest);
  const { style, classList } = document.documentElement;
  style.setProperty("--paper", String(Math.min(wide, found ?? wide)));
  style.setProperty("--paper-width", `${page.clientWidth}px`);
  classList.toggle("narrow-paper", page.clientWidth < narrow);
  for (const chart of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".chart"))) {
    chart.style.setProperty("--drawn", `${chart.clientHeight}px`);
  }
}

/**
 * Pixels from the page's top to the end of the first charts: they stand on the first sheet where there are several.
 * @param {HTMLElement} root
 * @param {Element} page
 */
function firstRow(root, page) {
  const boxes = [...root.querySelectorAll(".figure")].map((figure) => figure.getBoundingClientRect());
  const ends = boxes.filter(({ top }) => top === boxes[0].top).map(({ bottom }) => bottom);
  return Math.max(0, ...ends) - page.getBoundingClientRect().top;
}
