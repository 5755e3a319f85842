// The cells of a table that open: one of them is reached by Tab, the arrow keys lead to the others.

const STEPS = /** @type {Record<string, [number, number]>} */ ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] });
export const OPENS = "[data-opens]";
export const GRID = "table[role=grid]";

/**
 * Moves the focus inside a table, where an arrow key, Home or End is pressed in a cell that opens.
 * @param {KeyboardEvent} event
 */
export function moveInGrid(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  const grid = event.target.closest(GRID), from = event.target.closest(OPENS);
  if (!(grid instanceof HTMLTableElement) || !(from instanceof HTMLElement)) return;
  const cells = matrix(grid), next = reached(cells, from, event.key);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/**
 * The cell that has the focus is the one that Tab comes back to.
 * @param {FocusEvent} event
 */
export function keepPlace({ target }) {
  const grid = target instanceof Element && target.matches(OPENS) ? target.closest(GRID) : null;
  if (!grid) return;
  for (const each of grid.querySelectorAll(OPENS)) if (each instanceof HTMLElement) each.tabIndex = each === target ? 0 : -1;
}

/**
 * What opens in each cell, by row and column; null for a cell that does not.
 * @param {HTMLTableElement} grid
 * @returns {(HTMLElement | null)[][]}
 */
function matrix(grid) {
  return [...grid.rows].map((row) => [...row.cells].map((cell) => /** @type {HTMLElement | null} */ (cell.querySelector(OPENS))));
}

/**
 * The next cell that opens in the direction of a key.
 * @template Cell
 * @param {(Cell | null)[][]} cells
 * @param {Cell} from
 * @param {string} key
 * @returns {Cell | null | undefined}
 */
export function reached(cells, from, key) {
  const row = cells.findIndex((each) => each.includes(from)), column = cells[row]?.indexOf(from) ?? -1;
  if (key === "Home") return cells[row]?.find(Boolean);
  if (key === "End") return cells[row]?.findLast(Boolean);
  const step = STEPS[key];
  if (!step || row < 0) return null;
  for (let [r, c] = [row + step[0], column + step[1]]; cells[r] && c >= 0 && c < cells[r].length; r += step[0], c += step[1]) {
    if (cells[r][c]) return cells[r][c];
  }
  return null;
}
