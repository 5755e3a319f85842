// Asks the server what a lever's stops would show, a few at a time, while nothing else is going on: first those around the
// thumb of a lever that is taken, and at rest those of the lever that was taken last on the page.
import { isUnderWay } from "../levers/running.js";
import { opening } from "../visit/opening.js";
import { isAtRest, isConnected } from "../visit/streamlit_insides.js";
import { isAsking } from "../visit/turns.js";
import { take, wanted } from "./stops.js";

/** @import { AheadMessage, WantedStops } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @import { TakenLever } from "../visit/events.js" */
/** @typedef {Box<AheadMessage>} Ahead */

const WAIT_MS = 40;
const LOST_MS = 3000; // an answer that has not come by then does not

const asking = {
  /** @type {TakenLever | null} */ taken: null,
  /** @type {WantedStops | null} */ question: null, // that is not answered yet
  since: 0,
  number: 0,
  timer: 0,
};

export default opening(".ahead", { open, show, close: () => clearTimeout(asking.timer) });

/** @param {Ahead} ahead */
function open(ahead) {
  ahead.listen(document, "lever:taken", ({ detail }) => {
    asking.taken = detail;
    lookWhenIdle(ahead);
  });
  ahead.listen(document, "figures:drawn", () => lookWhenIdle(ahead));
  Object.assign(asking, { taken: null, question: null }); // of a page that was left
}

/** @param {Ahead} ahead */
function show(ahead) {
  const { data: { piece } } = ahead, { question } = asking;
  if (!piece || piece.number !== question?.number) return;
  asking.question = null;
  if (!piece.count) asking.taken = null; // no lever that can be known ahead
  else take(piece, question).then(() => lookWhenIdle(ahead));
}

/**
 * Asks for the next stops, now or when there is nothing else to do.
 * @param {Ahead} ahead
 */
function look(ahead) {
  clearTimeout(asking.timer);
  const { taken } = asking;
  if (!taken) return;
  const next = wanted(taken.path, taken.stops());
  ahead.root.dataset.known = next ? "" : taken.path;
  if (!next) return;
  const isWaiting = asking.question && performance.now() - asking.since < LOST_MS;
  if (isWaiting || document.hidden || isUnderWay() || isAsking() || !isConnected() || !isAtRest()) {
    asking.timer = setTimeout(() => lookWhenIdle(ahead), WAIT_MS);
    return;
  }
  asking.question = { ...next, number: ++asking.number };
  asking.since = performance.now();
  ahead.setTriggerValue("wanted", asking.question);
}

/**
 * Looks when the browser has nothing else to do: a step Back must not come between what is sent and its sending.
 * @param {Ahead} ahead
 */
function lookWhenIdle(ahead) {
  clearTimeout(asking.timer);
  if (typeof requestIdleCallback === "undefined") asking.timer = setTimeout(() => look(ahead), WAIT_MS);
  else asking.timer = setTimeout(() => requestIdleCallback(() => look(ahead)), 0);
}
