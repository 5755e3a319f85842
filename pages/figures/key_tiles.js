// The key figures above the charts, each kept as long as it has its name.
import { openable, opener } from "../calculation/opens.js";
import { button, element, part, put, set } from "../visit/dom.js";

/** @import { Tile } from "../messages.js" */

/**
 * @param {HTMLElement} place
 * @param {readonly Tile[]} keys
 */
export function showKeys(place, keys) {
  /** @type {Map<string | undefined, HTMLElement>} */
  const tiles = new Map([...place.children].map((tile) => /** @type {HTMLElement} */ (tile)).map((tile) => [tile.dataset.figure, tile]));
  for (const [name, tile] of tiles) if (!keys.some((key) => key.name === name)) tile.remove();
  for (const [at, key] of keys.entries()) {
    const tile = tiles.get(key.name) ?? newTile(key.name);
    put(place, tile, at);
    tile.classList.toggle("moved", key.moved);
    offerRemoval(tile, key, at);
    set(part(tile, ".key-label"), key.label);
    value(part(tile, ".key-value"), key);
    set(part(tile, ".key-note"), key.note);
  }
}

/** @param {string} name */
function newTile(name) {
  const made = element("div", "key", element("span", "key-label"), element("strong", "key-value"), element("span", "key-note"));
  made.dataset.figure = name;
  return made;
}

/**
 * The number, which opens its calculation where it has one; the whole tile is then its button.
 * @param {HTMLElement} place
 * @param {Tile} key
 */
function value(place, { opens, label, value: number }) {
  if (!opens) return set(place, number);
  let made = place.querySelector("button");
  if (!made) place.replaceChildren(made = opener());
  openable(made, opens, label, number);
  made.ariaLabel = `${label}: ${number}`;
}

/**
 * The way out of a comparison, in the corner of its scenario.
 * @param {HTMLElement} tile
 * @param {Tile} key
 * @param {number} at
 */
function offerRemoval(tile, { remove: label }, at) {
  const known = /** @type {HTMLButtonElement | null} */ (tile.querySelector(".key-remove"));
  if (!label) return known?.remove();
  const made = known ?? button("key-remove", "×");
  if (!known) tile.append(made);
  made.ariaLabel = made.title = label;
  made.onclick = () => document.dispatchEvent(new CustomEvent("column:remove", { detail: at }));
}
