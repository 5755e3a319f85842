// What stands around the charts of a page: headline, the sentences under it, warnings, key figures, what differs.
import { element, part, set } from "../visit/dom.js";
import { showKeys } from "./key_tiles.js";
import { take } from "./sections.js";
import { fillTable, isNew } from "./tables.js";

/** @import { CautionText } from "../messages.js" */
/** @import { Board } from "./board.js" */

/**
 * @param {Board} board
 * @param {boolean} isMarked whether the scenario is known by its hatching, also where nobody has chosen that
 */
export function showWords(board, isMarked) {
  const { root, data } = board;
  set(part(root, ".headline"), data.headline);
  set(part(root, ".because"), data.because);
  set(part(root, ".us"), data.us);
  set(part(root, ".us-slide"), data.our_slide ?? "");
  if (!data.moving) set(part(root, ".spoken"), `${data.headline} ${data.us} ${data.because}`);
  warn(part(root, ".warnings"), data.warnings);
  showKeys(part(root, ".keys"), data.keys);
  set(part(root, ".of-reference"), data.legend[0]);
  set(part(root, ".of-scenario"), data.legend[1]);
  root.classList.toggle("hatched", data.hatched || isMarked);
  root.classList.toggle("moved", data.figures.some((figure) => figure.moved));
  root.classList.toggle("compared", Boolean(data.compared));
  root.dataset.narrow = String(data.narrow);
  root.style.setProperty("--across", String(data.across));
  differ(board);
}

/**
 * The short warnings stand on one line of fixed height, so that nothing jumps; the sentences are behind it.
 * @param {HTMLElement} box
 * @param {readonly CautionText[]} warnings
 */
export function warn(box, warnings) {
  if (!isNew(box, warnings)) return;
  box.classList.toggle("some", warnings.length > 0);
  set(part(box, "summary"), warnings.map((warning) => warning.short).join(" · "));
  part(box, "ul").replaceChildren(...warnings.map(({ kind, sentence }) => {
    const line = element("li", "", sentence);
    line.dataset.warning = kind;
    return line;
  }));
}

/** What differs between compared scenarios. @param {Board} board */
function differ(board) {
  const place = part(board.root, ".differences"), found = board.data.differences;
  place.hidden = !found;
  if (!found?.table) return;
  const made = part(place, ".take button");
  set(made, found.take);
  made.onclick = () => take(board, "differences", "csv");
  set(part(place, "h2"), found.title);
  part(place, ".scroll").ariaLabel = found.title;
  fillTable(place, found.table);
}
