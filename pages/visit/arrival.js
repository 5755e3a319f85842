// A page is shown when all of it is there (hiding.css): its run has ended, each component has been opened, charts are drawn,
// and nothing more was asked for, such as charts for a phone. So nothing is seen to move.
import { isAtRest, OURS, PAGE } from "./streamlit_insides.js";

const FRAMES = 2; // an answer is on the screen two frames after its run
const GIVEN_UP_MS = 2000; // at rest: what is still missing then does not come, as where a run was cut short
const NONE = "-"; // the address of no page; the start page has «»
const root = document.documentElement;
const looking = { isOn: false, left: NONE, still: 0, restSince: 0 };

/** Shows the page that comes, if one does, as soon as it is there. */
export function arrive() {
  if (looking.isOn || root.dataset.arrived === awaited()) return;
  Object.assign(looking, { isOn: true, still: 0, restSince: performance.now() });
  look();
}

/** The address of the page that the style hides (hiding.css). */
function awaited() {
  return getComputedStyle(root).getPropertyValue("--awaited").trim();
}

/** Looks again with every frame until it is there. */
function look() {
  const page = awaited(), now = performance.now();
  if (!isAtRest()) looking.restSince = now;
  looking.still = page !== looking.left && isThere() ? looking.still + 1 : 0;
  if (looking.still <= FRAMES && now - looking.restSince < GIVEN_UP_MS) return void requestAnimationFrame(look);
  Object.assign(looking, { isOn: false, left: NONE });
  root.dataset.arrived = page;
  document.dispatchEvent(new CustomEvent("page:arrived"));
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
  looking.left = awaited();
  root.dataset.arrived = NONE;
  arrive();
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
