// A number that opens its calculation is a button, wherever it stands.
import { button, set } from "../visit/dom.js";

/** @import { Opening } from "../visit/events.js" */

/**
 * A button that will have a number on it.
 * @param {string} [className]
 */
export function opener(className = "") {
  const made = button(`opens ${className}`.trim());
  made.ariaHasPopup = "dialog";
  return made;
}

/**
 * Has the button open the calculation at ``path`` of the number ``value``; ``label`` is what the number is of.
 * @param {HTMLElement} made
 * @param {string} path
 * @param {string} label
 * @param {string} value
 */
export function openable(made, path, label, value) {
  made.dataset.opens = path;
  made.dataset.label = label;
  set(made, value);
}

/**
 * Opens a calculation for what is no button, such as a bar.
 * @param {Opening} detail
 */
export function openCalculation(detail) {
  document.dispatchEvent(new CustomEvent("calculation:open", { detail }));
}
