// A message to the server: one is in flight at a time.
import { nextMessage, withUnanswered } from "./line.js";
import { outcome } from "./outcomes.js";

/** @import { Change, Outcome, ShownLever, State } from "./records.js" */

export const PATIENCE_MS = 1500; // a run that draws no figure must not hold the levers

/**
 * What is next in line is sent, and with it what may have been overtaken on its way.
 * @param {State} state
 * @param {number} now
 * @returns {Outcome}
 */
export function sendNext(state, now) {
  const { changes, rest } = nextMessage(withUnanswered(state.unanswered, state.line));
  const paths = new Set(changes.map(({ path }) => path));
  const unsettled = [...state.unsettled.filter(({ path }) => !paths.has(path)), ...changes];
  const { state: after, effects } = sent({ ...state, line: rest, unanswered: changes, unsettled }, changes, now);
  return outcome({ ...after, levers: marked(after.levers, (path) => paths.has(path), after.sequence) }, ...effects);
}

/**
 * With what is no step of the scenario yet in line once more, as it stands.
 * @param {State} state
 * @returns {State}
 */
export function settling(state) {
  return { ...state, line: withUnanswered(state.unsettled.map((change) => ({ ...change, moving: false })), state.line) };
}

/**
 * A message is in flight.
 * @param {State} state
 * @param {readonly Change[]} changes
 * @param {number} now
 * @returns {Outcome}
 */
export function sent(state, changes, now) {
  const sequence = Math.max(now, state.sequence + 1, state.answered + 1);
  const moving = changes.some((change) => change.moving);
  const gesture = { changes, moving, sequence, seen: Math.min(...changes.map(({ seen }) => seen)) };
  const next = { ...state, sequence, isMoving: moving, isInFlight: true };
  return outcome(next, { do: "start", timer: "patience", ms: PATIENCE_MS }, { do: "send", gesture });
}

/**
 * The levers with some of them marked as sent in a gesture.
 * @param {State["levers"]} levers
 * @param {(path: string) => boolean} isSent
 * @param {number} sequence
 * @returns {State["levers"]}
 */
export function marked(levers, isSent, sequence) {
  return byPath([...levers.values()].map((lever) => (isSent(lever.path) ? { ...lever, sent: sequence } : lever)));
}

/**
 * @param {readonly ShownLever[]} levers
 * @returns {State["levers"]}
 */
export function byPath(levers) {
  return new Map(levers.map((lever) => [lever.path, lever]));
}
