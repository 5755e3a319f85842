// The key figures above the charts, each kept as long as it has its name.
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
    set(part(tile, ".key-value"), key.value);
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
 * The way out of a comparison, in the corner of its scenario.
 * @param {HTMLElement} tile
 * @param {Tile} key
 * @param {number} at
 */
function offerRemoval(tile, { remove: label }, at) {
  const known = tile.querySelector("button");
  if (!label) return known?.remove();
  const made = known ?? button("key-remove", "×");
  if (!known) tile.append(made);
  made.ariaLabel = made.title = label;
  made.onclick = () => document.dispatchEvent(new CustomEvent("column:remove", { detail: at }));
}
