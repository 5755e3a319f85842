// What the user does with the levers: each change gets in line.
import { waiting, withChanges, withoutLast } from "./line.js";
import { inOrder, outcome } from "./outcomes.js";

/** @import { Change, Outcome, ShownLever, State, Value } from "./records.js" */

const REST_MS = 150;

/**
 * A lever that is moved to a stop whose answer is known shows it; the server hears of it when the lever rests.
 * @param {State} state
 * @param {{ path: string, value: Value, moving: boolean, seen: number, isKnown?: boolean }} event
 * @returns {Outcome}
 */
export function moved(state, { path, value, moving, seen, isKnown = false }) {
  return inOrder(
    state,
    (before) => shownAs(before, path, { value, isTyped: false }),
    (before) => (isKnown ? foreseen(before, path, value) : outcome(before)),
    (before) => (isKnown && moving ? held(before, { path, value, moving: false, seen }) : asked(before, [{ path, value, moving, seen }])),
  );
}

/**
 * @param {State} state
 * @param {string} path
 * @param {Value} value
 */
function foreseen(state, path, value) {
  return outcome(state, { do: "foresee", path, value, after: state.sequence });
}

/**
 * What the hand holds counts as it stands if anything else is done meanwhile; what of the same lever waits is overtaken.
 * @param {State} state
 * @param {Change} change
 * @returns {Outcome}
 */
function held(state, change) {
  const isSame = state.resting?.change.path === change.path;
  return inOrder(cut(state), isSame ? unrested : rested, (before) => {
    const line = withoutLast(before.line, change.path);
    return outcome({ ...before, line, resting: waiting(change, isLater(before)) });
  });
}

/**
 * A lever that was let go, or moved by a key, is at rest when nothing more comes at once: keys repeat.
 * @param {State} state
 * @param {{ path: string, seen: number }} event
 * @returns {Outcome}
 */
export function released(state, { path, seen }) {
  const value = state.levers.get(path)?.value;
  if (value === undefined) return outcome(state);
  const resting = waiting({ path, value, moving: false, seen }, isLater(state));
  return inOrder(
    state,
    (before) => (before.resting?.change.path === path ? outcome(before) : rested(before)),
    (before) => outcome({ ...before, resting }, { do: "start", timer: "rest", ms: REST_MS }),
  );
}

/**
 * @param {State} state
 * @param {{ path: string, text: string, seen: number }} event
 * @returns {Outcome}
 */
export function typed(state, { path, text, seen }) {
  return inOrder(
    state,
    (before) => shownAs(before, path, { isTyped: true }),
    (before) => asked(before, [{ path, text, moving: false, seen }]),
  );
}

/**
 * A lever goes back to its default, and shows it at once; in a meeting none does by accident.
 * @param {State} state
 * @param {{ path: string, seen: number, isKnown?: boolean }} event
 * @returns {Outcome}
 */
export function restored(state, { path, seen, isKnown = false }) {
  const lever = state.levers.get(path);
  if (!lever || state.isLocked) return outcome(state);
  return inOrder(
    state,
    (before) => shownAs(before, path, { value: lever.default, isTyped: false }),
    (before) => (isKnown ? foreseen(before, path, lever.default) : outcome(before)),
    (before) => reset(before, { paths: [path], seen }),
  );
}

/**
 * @param {State} state
 * @param {{ paths: readonly string[], seen: number }} event
 * @returns {Outcome}
 */
export function reset(state, { paths, seen }) {
  return asked(state, paths.map((path) => ({ path, reset: true, moving: false, seen })));
}

/**
 * A replay plays when its turn comes, one at a time.
 * @param {State} state
 * @param {{ seen: number }} event
 * @returns {Outcome}
 */
export function replayAsked(state, { seen }) {
  if (state.replay || state.line.some(({ kind }) => kind === "replay")) return outcome(state);
  return inOrder(state, rested, (before) => outcome({ ...before, line: [...before.line, { kind: "replay", seen }] }));
}

/**
 * What rests gets in line as it stands.
 * @param {State} state
 * @returns {Outcome}
 */
export function rested(state) {
  const { resting } = state;
  if (!resting) return outcome(state);
  return inOrder(state, unrested, (before) =>
    outcome({ ...before, line: withChanges(before.line, [resting.change], resting.isLater) }));
}

/**
 * A replay is cut short; one that has not begun is forgotten.
 * @param {State} state
 * @returns {State}
 */
export function cut(state) {
  const line = state.line.filter(({ kind }) => kind !== "replay");
  return { ...state, line, replay: state.replay && { ...state.replay, isCut: true } };
}

/**
 * Changes get in line. A hand on a lever ends a replay, and lets another lever come to rest.
 * @param {State} state
 * @param {readonly Change[]} changes
 * @returns {Outcome}
 */
function asked(state, changes) {
  const isSame = changes.some(({ path }) => path === state.resting?.change.path);
  return inOrder(
    cut(state),
    isSame ? unrested : rested,
    (before) => outcome({ ...before, line: withChanges(before.line, changes, isLater(before)) }),
  );
}

/**
 * What rests is forgotten.
 * @param {State} state
 * @returns {Outcome}
 */
export function unrested(state) {
  return state.resting ? outcome({ ...state, resting: null }, { do: "stop", timer: "rest" }) : outcome(state);
}

/**
 * Whether what is done now comes after something else whose answer is not shown yet: that answer does not drop it.
 * @param {State} state
 */
function isLater({ others, replay, line }) {
  return others !== null || replay !== null || line.some(({ kind }) => kind === "other");
}

/**
 * @param {State} state
 * @param {string} path
 * @param {Partial<ShownLever>} as
 * @returns {Outcome}
 */
function shownAs(state, path, as) {
  const known = state.levers.get(path);
  if (!known) return outcome(state);
  const lever = { ...known, ...as };
  return outcome({ ...state, levers: new Map(state.levers).set(path, lever) }, { do: "draw", lever });
}
