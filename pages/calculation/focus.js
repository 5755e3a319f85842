// Where the focus goes when the panel closes, and whether it may be taken when it opens.
import { OPENS } from "./grid.js";

/** Whether the focus is nowhere, as when a page has just been opened. */
export function isFree() {
  return !document.activeElement || document.activeElement === document.body;
}

/**
 * Gives the focus to what opened the panel; where that is gone, or a link opened it, to the number on the page that opens
 * the same, and where none does, to the page's heading.
 * @param {HTMLElement | null} opener
 * @param {string | undefined} path
 */
export function giveBack(opener, path) {
  const same = [...document.querySelectorAll(OPENS)].filter((each) => each instanceof HTMLElement && each.dataset.opens === path);
  const heading = document.querySelector("h1");
  if (heading) heading.tabIndex = -1;
  for (const each of [opener, ...same, heading]) {
    if (!(each instanceof HTMLElement)) continue;
    each.focus({ preventScroll: true }); // the page stays where it is; what is gone, or not shown, does not take it
    if (document.activeElement === each) return;
  }
}
