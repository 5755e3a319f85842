// The last change once more: every lever that it moved goes from where it was to where it is, then all is as before.
import { outcome } from "./outcomes.js";
import { PATIENCE_MS, sent } from "./sending.js";

/** @import { Change, Effect, Outcome, Replay, State, Step, Value } from "./records.js" */

const REPLAY_MS = 1600;
const FRAME_MS = 50;

/**
 * @param {State} state
 * @param {{ seen: number }} asked
 * @param {number} now
 * @returns {Outcome}
 */
export function begun(state, { seen }, now) {
  const replay = { start: now, part: 0, isCut: false, isEnding: false, unsent: [], seen };
  return outcome({ ...state, replay }, { do: "start", timer: "frame", ms: FRAME_MS });
}

/**
 * The levers a frame further; it is sent when its turn comes.
 * @param {State} state
 * @param {number} now
 * @returns {Outcome}
 */
export function nextFrame(state, now) {
  const { replay } = state;
  if (!replay || replay.isCut || replay.isEnding) return outcome(state);
  const part = Math.min(1, Math.max(0, (now - replay.start) / REPLAY_MS));
  const unsent = state.steps.map((step) => played(state, step, part, replay.seen));
  const levers = new Map(state.levers);
  /** @type {Effect[]} */
  const effects = part < 1 ? [{ do: "start", timer: "frame", ms: FRAME_MS }] : [];
  for (const { path, value = null } of unsent) {
    const known = levers.get(path);
    if (!known) continue;
    const lever = { ...known, value, sent: 0, isTyped: false };
    levers.set(path, lever);
    effects.push({ do: "draw", lever });
  }
  return outcome({ ...state, levers, replay: { ...replay, part, unsent } }, ...effects);
}

/**
 * Nothing is in flight: the newest frame is sent; after the last, the scenario is put back.
 * @param {State} state
 * @param {Replay} replay
 * @param {number} now
 * @returns {Outcome}
 */
export function playedOn(state, replay, now) {
  if (replay.isEnding) return outcome(state);
  if (replay.unsent.length && !replay.isCut) return sent({ ...state, replay: { ...replay, unsent: [] } }, replay.unsent, now);
  if (replay.part < 1 && !replay.isCut) return outcome(state);
  const ending = { ...state, replay: { ...replay, isEnding: true, unsent: [] } };
  return outcome(ending, { do: "stop", timer: "frame" }, { do: "start", timer: "end", ms: PATIENCE_MS }, { do: "replayed" });
}

/**
 * The scenario is put back, which may still be to be shown: as after another tool.
 * @param {State} state
 * @returns {State}
 */
export function ended(state) {
  const isAtWork = state.others?.doneAfter === null;
  return { ...state, replay: null, others: isAtWork ? state.others : { doneAfter: state.sequence } };
}

/**
 * @param {State} state
 * @param {Step} step
 * @param {number} part
 * @param {number} seen
 * @returns {Change}
 */
function played(state, { path, from, to }, part, seen) {
  const value = between(from, to, part);
  const isWhole = Number.isInteger(from) && Number.isInteger(to) && state.levers.get(path)?.kind !== "slider";
  return { path, value: isWhole ? Math.round(Number(value)) : value, moving: true, seen };
}

/**
 * @param {Value} from
 * @param {Value} to
 * @param {number} part
 * @returns {Value}
 */
function between(from, to, part) {
  if (typeof from !== "number" || typeof to !== "number") return part < 0.5 ? from : to;
  return from + (to - from) * part * part * (3 - 2 * part);
}
