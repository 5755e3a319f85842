// A page is shown when all of it is there (hiding.css): its run has ended, each component has been opened, charts are drawn,
// and nothing more was asked for, such as charts for a phone. So nothing is seen to move.
import { isAtRest, OURS, PAGE } from "./streamlit_insides.js";

const FRAMES = 2; // an answer is on the screen two frames after its run
const root = document.documentElement;
/** @type {string | null} */
let awaited = null; // the start page has the address «»

/**
 * Shows the page with this address as soon as it is there.
 * @param {string} page
 */
export function arrive(page) {
  if (awaited === page) return;
  awaited = page;
  let still = 0;
  /** Looks again with every frame until it is there, or another page is awaited. */
  const look = () => {
    if (awaited !== page) return;
    still = isThere() ? still + 1 : 0;
    if (still <= FRAMES) return void requestAnimationFrame(look);
    root.dataset.arrived = page;
    document.dispatchEvent(new CustomEvent("page:arrived"));
  };
  look();
}

/**
 * Does something to an element as soon as it is seen: what is hidden takes no focus.
 * @param {HTMLElement} target
 * @param {(target: HTMLElement) => void} act
 */
export function whenSeen(target, act) {
  if (getComputedStyle(target).visibility === "visible") act(target);
  else document.addEventListener("page:arrived", () => act(target), { once: true });
}

/** Another page is on its way: what stands here is hidden at once, for its parts would be seen to make room. */
export function leave() {
  awaited = "";
  root.dataset.arrived = "";
}

function isThere() {
  const place = document.querySelector(PAGE);
  return Boolean(place?.childElementCount) && isAtRest() && !root.hasAttribute("data-asking")
    && !document.querySelector(".figures.waiting") && [...document.querySelectorAll(OURS)].every(isOpen);
}

/** @param {Element} component */
function isOpen(component) {
  return component.querySelector("[data-open]") !== null;
}
