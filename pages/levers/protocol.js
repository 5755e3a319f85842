// What the levers send and show, as a state machine: a state and an event give the next state and what is to be done.
//
// A lever that moves to a stop whose answer is known (pages/figures/stops.js) shows it at once, and the server hears of it
// when the lever rests. What the user does is done on the server in the same order. One change is in flight at a time: the next is sent when the
// figures have drawn the last, the newest value of each lever wins and the final one is always sent. What another tool is
// asked for (undo, a page, a meeting) waits until the changes before it are answered, and the changes after it wait until
// it is done; so do those after a replay. A lever shows the server's value unless the server has yet to hear of what it
// shows. Where another tool that nobody waited for has set the scenario, that goes before all that
// still waits, but for what was done later (isLater in hands.js, overtaken in server_answers.js).
import { drawn, isOld, shown, shownBeside, unheard } from "./server_answers.js";
import { cut, moved, released, replayAsked, reset, rested, restored, typed, unrested } from "./hands.js";
import { inOrder, outcome } from "./outcomes.js";
import { begun, ended, nextFrame, playedOn } from "./replaying.js";
import { marked, PATIENCE_MS, sendNext, settling } from "./sending.js";

/** @import { Event, Outcome, State, Timer } from "./records.js" */

export { isOld };

/** @type {State} */
export const BEGINNING = {
  visit: null,
  revision: 0,
  isLocked: false,
  levers: new Map(),
  steps: [],
  sequence: 0,
  answered: 0,
  isInFlight: false,
  isMoving: false,
  unanswered: [],
  unsettled: [],
  isLost: false,
  line: [],
  resting: null,
  others: null,
  replay: null,
};

/**
 * The state after an event, and what is to be done.
 * @param {State} state
 * @param {Event} event
 * @param {number} now milliseconds
 * @returns {Outcome}
 */
export function step(state, event, now) {
  return inOrder(state, (before) => happened(before, event, now), (after) => goOn(after, now));
}

/**
 * @param {State} state
 * @param {Event} event
 * @param {number} now
 * @returns {Outcome}
 */
function happened(state, event, now) {
  switch (event.on) {
    case "shown": return shown(state, event.answer);
    case "beside": return shownBeside(state, event.answer);
    case "drawn": return drawn(state, event);
    case "moved": return moved(state, event);
    case "released": return released(state, event);
    case "typed": return typed(state, event);
    case "restored": return restored(state, event);
    case "reset": return reset(state, event);
    case "replay": return replayAsked(state, event);
    case "other": return otherAsked(state, event.id);
    case "went": return went(state);
    case "free": return free(state);
    case "rang": return rang(state, event, now);
  }
}

/**
 * @param {State} state
 * @param {{ timer: Timer, isAsking: boolean }} event
 * @param {number} now
 * @returns {Outcome}
 */
function rang(state, { timer, isAsking }, now) {
  switch (timer) {
    case "patience": return unheard(state);
    case "rest": return rested(state);
    case "frame": return nextFrame(state, now);
    case "end": return outcome(ended(state));
    case "others": return isAsking ? outcome(state, { do: "start", timer, ms: PATIENCE_MS }) : free(state);
  }
}

/**
 * @param {State} state
 * @param {number} id
 * @returns {Outcome}
 */
function otherAsked(state, id) {
  return inOrder(cut(state), rested, (before) => outcome({ ...before, line: [...before.line, { kind: "other", id }] }));
}

/**
 * What was sent before has had its time: taken along now, it would come after.
 * @param {State} state
 * @param {number} id
 * @returns {Outcome}
 */
function passed(state, id) {
  return inOrder({ ...state, unanswered: [] }, waitingForOthers, (before) => outcome(before, { do: "pass", id }));
}

/**
 * A step back or forth waits for nothing. All that the levers have done is past; what is done from now on comes after it.
 * @param {State} state
 * @returns {Outcome}
 */
function went(state) {
  const line = state.line.filter(({ kind }) => kind !== "change");
  const levers = marked(state.levers, () => true, 0);
  const next = cut({ ...state, line, levers, unanswered: [] });
  return inOrder(next, unrested, (before) => outcome(before, { do: "forget" }), waitingForOthers);
}

/**
 * Changes wait from now on until the other tools are done, but not for ever.
 * @param {State} state
 * @returns {Outcome}
 */
function waitingForOthers(state) {
  return outcome({ ...state, others: { doneAfter: null }, unsettled: [] }, { do: "start", timer: "others", ms: PATIENCE_MS });
}

/**
 * The other tools are done.
 * @param {State} state
 * @returns {Outcome}
 */
function free(state) {
  if (state.others?.doneAfter !== null) return outcome(state);
  return outcome({ ...state, others: { doneAfter: state.sequence } }, { do: "stop", timer: "others" });
}

/**
 * What can be done now of what waits.
 * @param {State} state
 * @param {number} now
 * @returns {Outcome}
 */
function goOn(state, now) {
  const { isInFlight, replay, others, line: [head, ...rest] } = state;
  if (isInFlight) return outcome(state);
  if (replay) return playedOn(state, replay, now);
  if (!head) return outcome(state);
  const next = { ...state, line: rest };
  if (head.kind === "other") return inOrder(next, (before) => passed(before, head.id), (before) => goOn(before, now));
  if (others?.doneAfter === null) return outcome(state);
  if (head.kind === "change") return sendNext(state, now);
  if (state.unsettled.length) return sendNext(settling(state), now); // its end puts back what is a step of the scenario
  return state.steps.length ? begun(next, head, now) : goOn(next, now);
}
