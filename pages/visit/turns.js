// One thing at a time. Streamlit stops a run when the next one is asked for, and what the first was to do is lost if it
// had not begun: what is asked for waits here until what was asked for before is done, and is asked again if it was lost.
// And the address is where the user last went: Streamlit answers each step Back with the address of the run it belongs
// to, also when the user is another step back by then.
import { arrive, leave } from "./arrival.js";
import { inTurn } from "./asking.js";
import { parameters, whole } from "./entry.js";
import { inAMessageOfItsOwn, isSending } from "./one_message.js";
import { CONTROLS, isAtRest, PAGE_LINKS } from "./streamlit_insides.js";

/** @import { Turn } from "./events.js" */
/** @typedef {{ run: number, done: number, page: string, address: string }} Run the whole run that was drawn last */
/** @typedef {Partial<Turn> & { run: number, since: number, tries?: number }} Waited */

const UNHEARD_MS = 700; // at rest for so long, the server has not heard of what was asked for
const TRIES = 3;

const turns = {
  /** @type {Turn[]} */ waiting: [],
  /** @type {Waited | null} */ asked: null,
  /** @type {Run | null} */ drawn: null,
  navigated: false,
  isLeaving: false, // a page's link is pressed in its turn
  tries: 0,
  restSince: 0,
  timer: 0,
  askForAddress: () => {},
};

/**
 * Keeps the turns from now on. ``askForAddress`` has the server say the address of what it drew.
 * @param {() => void} askForAddress
 */
export function keepTurns(askForAddress) {
  turns.askForAddress = askForAddress;
  if (turns.timer) return;
  turns.timer = setInterval(look, 100);
  document.addEventListener("turn:take", (event) => {
    event.preventDefault();
    turns.waiting.push(event.detail);
    nextTurn();
  });
  document.addEventListener("click", (event) => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
    if (control instanceof HTMLAnchorElement && control.matches(PAGE_LINKS)) leavePage(event, control);
    else if (control && event.isTrusted && isSending() && control instanceof HTMLElement) pressLater(event, control);
    else if (control) expectRun();
  }, true);
  window.addEventListener("popstate", (event) => {
    turns.navigated = true;
    if (event.isTrusted) turns.tries = 0;
    expectRun();
  }, true);
  for (const write of /** @type {const} */ (["pushState", "replaceState"])) {
    const written = history[write].bind(history);
    history[write] = (state, title, address) => {
      if (turns.navigated) return; // an answer that the user is past
      written(state, title, address && whole(String(address), location.href));
    };
  }
}

/** Whether something is asked for that is not answered yet. */
export function isAsking() {
  return turns.asked !== null;
}

/**
 * Another page would lose a change that is on its way, and Streamlit its place, if both came at once: a page comes in its
 * turn, by the link that stands there then, and is asked for again where it has not come.
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
function leavePage(event, { pathname }) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || turns.isLeaving) return; // a new tab; its turn has come
  event.preventDefault();
  event.stopImmediatePropagation();
  const page = pathname.split("/").pop(), runHere = turns.drawn?.page === page ? turns.drawn?.run : null;
  inTurn(
    () => {
      if (turns.drawn?.page !== page) leave();
      inAMessageOfItsOwn(() => follow(pathname));
    },
    performance.timeOrigin + performance.now(),
    () => turns.drawn?.page === page && turns.drawn?.run !== runHere,
  );
}

/** @param {string} pathname */
function follow(pathname) {
  turns.isLeaving = true;
  pageLinks().find((link) => link.pathname === pathname)?.click();
  turns.isLeaving = false;
}

/**
 * What Streamlit's own parts ask for would go in the message that is about to be sent.
 * @param {MouseEvent} event
 * @param {HTMLElement} control
 */
function pressLater(event, control) {
  event.preventDefault();
  event.stopImmediatePropagation();
  inAMessageOfItsOwn(() => control.click());
}

function pageLinks() {
  return [...document.querySelectorAll(PAGE_LINKS)].filter((link) => link instanceof HTMLAnchorElement);
}

/** What Streamlit's own parts ask for is answered by the next whole run. */
function expectRun() {
  if (!turns.asked && turns.drawn) turns.asked = { run: turns.drawn.run, since: performance.now() };
}

function nextTurn() {
  if (turns.asked || !turns.drawn) return;
  while (turns.waiting[0]?.isDone()) turns.waiting.shift(); // it went along with an earlier one
  let next = turns.waiting.shift();
  while (next?.asker && next.asker === turns.waiting[0]?.asker) next = turns.waiting.shift(); // which sends what is before it
  document.documentElement.toggleAttribute("data-asking", Boolean(next));
  if (!next) {
    document.dispatchEvent(new CustomEvent("turn:free"));
    return;
  }
  turns.asked = { ...next, run: turns.drawn.run, since: performance.now(), tries: 1 };
  next.send();
}

/**
 * The row of the scenario is drawn first in every whole run: by then the run has done what it was asked for.
 * @param {Run} run
 */
export function answered(run) {
  turns.drawn = run;
  const { asked } = turns;
  if (asked && (asked.moment ? run.done >= asked.moment || asked.isDone?.() : run.run > asked.run)) release();
  if (isThere(run)) Object.assign(turns, { navigated: false, tries: 0 });
}

function release() {
  turns.asked = null;
  nextTurn();
}

/** What no run has answered when all is at rest; and a page that is there and still hidden. */
function look() {
  arrive();
  const now = performance.now(), { asked, drawn } = turns;
  if (asked?.moment && asked.isDone?.()) return release(); // in a run of its part alone
  if (!isAtRest() || !drawn) turns.restSince = now;
  if (!drawn || now - Math.max(turns.restSince, asked?.since ?? 0) < UNHEARD_MS) return;
  if (asked?.moment && asked.tries && asked.tries < TRIES) {
    Object.assign(asked, { since: now, tries: asked.tries + 1 });
    asked.send?.();
  } else if (asked) release();
  else if (!isThere(drawn) && turns.tries < TRIES) {
    turns.tries += 1;
    turns.restSince = now;
    if (turns.navigated) window.dispatchEvent(new PopStateEvent("popstate"));
    else turns.askForAddress();
  } else turns.navigated = false;
}

/**
 * Whether the page that is drawn is that of the address.
 * @param {Run} run
 */
function isThere({ page, address }) {
  return location.pathname.split("/").pop() === page && inOrder(location.search) === inOrder(address);
}

/** @param {string} query */
function inOrder(query) {
  return JSON.stringify(parameters(query).map((pair) => pair.join("=")).sort());
}
