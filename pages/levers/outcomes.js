// A state after something has happened, with what is to be done; what happens in one go is put together of such.

/** @import { Effect, Outcome, State } from "./records.js" */

/**
 * @param {State} state
 * @param {readonly Effect[]} effects
 * @returns {Outcome}
 */
export function outcome(state, ...effects) {
  return { state, effects };
}

/**
 * One thing after the other: each goes on from the state that the one before it gave.
 * @param {State} state
 * @param {...(state: State) => Outcome} things
 * @returns {Outcome}
 */
export function inOrder(state, ...things) {
  return things.reduce((before, thing) => {
    const after = thing(before.state);
    return outcome(after.state, ...before.effects, ...after.effects);
  }, outcome(state));
}
