// What waits, in the order the user did it: changes of levers, and what must not overtake them. Nothing here is changed;
// what is given back is new.

/** @import { Change, Line, WaitingChange } from "./records.js" */

/**
 * The line with ``changes`` at its end. Of each lever only the newest waits, but none moves in front of what stands between.
 * @param {Line} line
 * @param {readonly Change[]} changes
 * @param {boolean} isLater
 * @returns {Line}
 */
export function withChanges(line, changes, isLater) {
  const stays = changes.reduce((rest, { path }) => withoutLast(rest, path), line);
  return [...stays, ...changes.map((change) => waiting(change, isLater))];
}

/**
 * The line without the changes of a lever at its end, which a newer one overtakes.
 * @param {Line} line
 * @param {string} path
 * @returns {Line}
 */
export function withoutLast(line, path) {
  const [before, last] = divided(line);
  return [...before, ...last.filter(({ change }) => change.path !== path)];
}

/**
 * The line with changes in front that may not have arrived, where no newer one of the same lever is the next to be sent.
 * @param {readonly Change[]} changes
 * @param {Line} line
 * @returns {Line}
 */
export function withUnanswered(changes, line) {
  const newer = new Set(nextGroup(line).map(({ change }) => change.path));
  return [...changes.filter(({ path }) => !newer.has(path)).map((change) => waiting(change, true)), ...line];
}

/**
 * The changes at the head of the line that go in one message, and what waits on. What was typed goes alone: the server
 * reads it, and refuses nothing else with it. And what rests is a step of the scenario, without what still moves.
 * @param {Line} line
 * @returns {{ changes: Change[], rest: Line }}
 */
export function nextMessage(line) {
  const group = nextGroup(line).map(({ change }) => change), [first] = group;
  const end = group.findIndex(({ text, moving }) => text !== undefined || moving !== first?.moving);
  const count = end < 0 ? group.length : end || 1;
  return { changes: group.slice(0, count), rest: line.slice(count) };
}

/**
 * Whether a change of the lever waits.
 * @param {Line} line
 * @param {string} path
 */
export function waits(line, path) {
  return line.some((each) => each.kind === "change" && each.change.path === path);
}

/**
 * @param {Change} change
 * @param {boolean} isLater
 * @returns {WaitingChange}
 */
export function waiting(change, isLater) {
  return { kind: "change", change, isLater };
}

/**
 * The changes at the head of the line, up to what must not overtake them.
 * @param {Line} line
 * @returns {WaitingChange[]}
 */
function nextGroup(line) {
  const end = line.findIndex(({ kind }) => kind !== "change");
  return onlyChanges(end < 0 ? line : line.slice(0, end));
}

/**
 * The line up to the last that is no change, and the changes behind it.
 * @param {Line} line
 * @returns {[Line, WaitingChange[]]}
 */
function divided(line) {
  const at = line.map(({ kind }) => kind !== "change").lastIndexOf(true) + 1;
  return [line.slice(0, at), onlyChanges(line.slice(at))];
}

/**
 * @param {Line} line
 * @returns {WaitingChange[]}
 */
function onlyChanges(line) {
  return line.flatMap((each) => (each.kind === "change" ? [each] : []));
}
