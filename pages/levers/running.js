// The protocol at work in the page: it hears what happens, and what is to be done is done here. Its state outlives the
// component, which is drawn anew where a meeting begins or ends.
import { isAsking } from "../visit/turns.js";
import { BEGINNING, step } from "./protocol.js";

/** @import { ForeseenStop } from "../visit/events.js" */
/** @import { Effect, Event, Gesture, ShownLever, State, Timer } from "./records.js" */
/**
 * What draws and sends for the protocol.
 * @typedef {{ draw: (lever: ShownLever) => void, send: (gesture: Gesture) => void, replayed: () => void }} Means
 */

const running = {
  /** @type {State} */ state: BEGINNING,
  /** @type {Means | null} */ means: null,
  /** @type {Means["draw"] | null} */ drawBeside: null,
  /** @type {Map<Timer, number>} */ timers: new Map(),
  /** @type {Map<number, () => void>} */ others: new Map(),
  /** @type {Event[]} */ unheard: [],
  isHearing: false,
  asked: 0,
};

/**
 * From now on this draws and sends.
 * @param {Means} means
 */
export function takeOver(means) {
  running.means = means;
}

/**
 * From now on this draws what stands outside the levers' panel and is moved as they are.
 * @param {Means["draw"]} draw
 */
export function standBeside(draw) {
  running.drawBeside = draw;
}

/** The state as it is by now. */
export function present() {
  return running.state;
}

/** Whether a change is on its way, or is to be. */
export function isUnderWay() {
  const { isInFlight, line, replay } = running.state;
  return isInFlight || line.length > 0 || replay !== null;
}

/**
 * Calls ``then`` when no change may be overtaken by what it asks another tool for.
 * @param {() => void} then
 */
export function afterChanges(then) {
  running.asked += 1;
  running.others.set(running.asked, then);
  hear({ on: "other", id: running.asked });
}

/**
 * What is done may make something else happen at once: that is heard after it.
 * @param {Event} event
 */
export function hear(event) {
  running.unheard.push(event);
  if (running.isHearing) return;
  running.isHearing = true;
  try {
    for (let next = running.unheard.shift(); next; next = running.unheard.shift()) happen(next);
  } finally {
    running.isHearing = false;
  }
}

/** @param {Event} event */
function happen(event) {
  const { state, effects } = step(running.state, event, Date.now());
  running.state = state;
  for (const effect of effects) carryOut(effect);
}

/** @param {Effect} effect */
function carryOut(effect) {
  switch (effect.do) {
    case "draw": return drawn(effect.lever);
    case "foresee": return foreseen(effect);
    case "forget": return foreseen(null);
    case "send": return running.means?.send(effect.gesture);
    case "replayed": return running.means?.replayed();
    case "pass": return passed(effect.id);
    case "stop": return clearTimeout(running.timers.get(effect.timer));
    case "start": return started(effect.timer, effect.ms);
  }
}

/** @param {ShownLever} lever */
function drawn(lever) {
  running.means?.draw(lever);
  running.drawBeside?.(lever);
}

/** @param {ForeseenStop | null} detail */
function foreseen(detail) {
  document.dispatchEvent(new CustomEvent("lever:foreseen", { detail }));
}

/** @param {number} id */
function passed(id) {
  const then = running.others.get(id);
  running.others.delete(id);
  then?.();
}

/**
 * @param {Timer} timer
 * @param {number} ms
 */
function started(timer, ms) {
  clearTimeout(running.timers.get(timer));
  running.timers.set(timer, setTimeout(() => hear({ on: "rang", timer, isAsking: isAsking() }), ms));
}
