// What the server answers: a lever shows its value unless the server has yet to hear of what the lever shows.
import { cut } from "./hands.js";
import { waits, withUnanswered } from "./line.js";
import { inOrder, outcome } from "./outcomes.js";
import { ended } from "./replaying.js";
import { byPath, marked } from "./sending.js";

/** @import { Answer, AnswerBeside, Effect, Outcome, ServersLever, ShownLever, State, WaitingChange } from "./records.js" */

/**
 * Whether an answer is older than one that has been shown.
 * @param {State} state
 * @param {AnswerBeside} answer
 */
export function isOld(state, { visit, revision, sequence }) {
  return visit === state.visit && (revision < state.revision || sequence < state.answered);
}

/**
 * @param {State} state
 * @param {Answer} answer
 * @returns {Outcome}
 */
export function shown(state, answer) {
  if (isOld(state, answer)) return outcome(state);
  const isAnew = state.visit !== answer.visit, isOvertaken = !isAnew && state.revision !== answer.revision;
  return inOrder(
    answer.sequence < state.sequence ? state : answered(state),
    isAnew ? metAnew : (before) => (isOvertaken ? overtaken(before, answer) : outcome(before)),
    (before) => withAnswer(before, answer),
  );
}

/**
 * What stands outside the panel has an answer of its own, as old or new as the panel's.
 * @param {State} state
 * @param {AnswerBeside} answer
 * @returns {Outcome}
 */
export function shownBeside(state, answer) {
  return shown(state, { ...answer, isLocked: state.isLocked, steps: state.steps });
}

/**
 * @param {State} state
 * @param {{ sequence: number }} event
 * @returns {Outcome}
 */
export function drawn(state, { sequence }) {
  if (sequence < state.sequence) return outcome(state);
  const known = answered(state);
  if (!state.isInFlight) return outcome(known);
  return outcome({ ...known, isInFlight: false }, { do: "stop", timer: "patience" });
}

/**
 * No figure tells that the gesture in flight is answered: the next may go.
 * @param {State} state
 * @returns {Outcome}
 */
export function unheard(state) {
  return outcome(state.isLost ? askedAgain(state) : { ...state, isInFlight: false });
}

/**
 * The server has done the last gesture. One that rests has become a step of the scenario.
 * @param {State} state
 * @returns {State}
 */
function answered(state) {
  return { ...state, unanswered: [], unsettled: state.isMoving ? state.unsettled : [], isLost: false };
}

/**
 * A server that has started anew knows nothing of what is no step of the scenario yet, and nothing of the gestures before:
 * that is asked again, of a gesture in flight unless it turns out to have reached the new one. A replay is cut short.
 * @param {State} state
 * @returns {Outcome}
 */
function metAnew(state) {
  const onItsWay = new Set(state.unanswered.map(({ path }) => path));
  const levers = marked(state.levers, (path) => !onItsWay.has(path), 0);
  const line = withUnanswered(state.unsettled.filter(({ path }) => !onItsWay.has(path)), state.line);
  const next = cut({ ...state, levers, line, unsettled: state.unanswered, isLost: true });
  return outcome(state.isInFlight ? next : askedAgain(next));
}

/**
 * @param {State} state
 * @returns {State}
 */
function askedAgain(state) {
  return { ...state, isInFlight: false, isLost: false, line: withUnanswered(state.unanswered, state.line), unanswered: [] };
}

/**
 * What another tool has set goes before all that still waits, but for what was done later, and for a lever of which the
 * server has a change yet to do. The end of a replay is such a tool.
 * @param {State} state
 * @param {Answer} answer
 * @returns {Outcome}
 */
function overtaken(state, { sequence }) {
  /** @param {WaitingChange} each */
  const stays = ({ change, isLater }) => isLater || (state.levers.get(change.path)?.sent ?? 0) > sequence;
  const line = state.line.filter((each) => each.kind !== "change" || stays(each));
  const resting = state.resting && stays(state.resting) ? state.resting : null;
  /** @type {Effect[]} */
  const effects = resting ? [] : [{ do: "stop", timer: "rest" }, { do: "forget" }];
  const next = { ...state, line, resting, unsettled: state.unanswered };
  if (!state.replay?.isEnding) return outcome(cut(next), ...effects);
  return outcome(ended(next), ...effects, { do: "stop", timer: "end" });
}

/**
 * What the answer does not name, another part of the page has, or nobody shows any more.
 * @param {State} state
 * @param {Answer} answer
 * @returns {Outcome}
 */
function withAnswer(state, answer) {
  const { visit, revision, sequence, isLocked, steps } = answer;
  const levers = answer.levers.map((lever) => asShown(state, lever, sequence));
  const others = state.others && sequence > (state.others.doneAfter ?? Infinity) ? null : state.others;
  const next = { ...state, visit, revision, answered: sequence, isLocked, steps, others };
  const known = new Map([...state.levers, ...byPath(levers)]);
  return outcome({ ...next, levers: known }, ...levers.map((lever) => /** @type {Effect} */ ({ do: "draw", lever })));
}

/**
 * @param {State} state
 * @param {ServersLever} lever
 * @param {number} sequence
 * @returns {ShownLever}
 */
function asShown(state, lever, sequence) {
  const { path, kind } = lever, known = state.levers.get(path);
  const isAhead = known && (known.sent > sequence || waits(state.line, path) || state.resting?.change.path === path);
  return isAhead ? { ...known, kind, default: lever.default } : { path, kind, value: lever.value, default: lever.default, sent: 0, isTyped: false };
}
