import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { changed, isKnown, stopAt, take, told, wanted } from "../../pages/figures/stops.js";

const STOPS = [5, 5.5, 4.5, 6];
/** @param {string} state @param {string} [lever] @param {string} [besides] */
const answer = (state, lever = "", besides = "") => told({ state, besides: [lever, besides] });
/** @param {object} content */
const packed = (content) => deflateSync(JSON.stringify(content)).toString("base64");

/**
 * Answers of the first stops that are wanted of a lever: each headline is the value.
 * @param {string} state
 * @param {string} lever
 * @param {number} count
 */
async function piece(state, lever, count) {
  const asked = wanted(lever, STOPS), first = `${state} ${lever}`;
  assert.ok(asked);
  const stops = asked.values.slice(0, count).map((value) => (value === 6 ? null : { headline: `${value}` }));
  const content = packed({ first: asked.first === first ? null : { headline: "", keys: ["a"] }, stops });
  await take({ number: 1, lever, first, state, besides: `not ${lever}`, count, packed: content }, { ...asked, number: 1 });
}

test("what is known of a lever is asked for once, from the thumb outwards, and shown", async () => {
  answer("rest");
  await piece("rest", "margin", 2);
  assert.deepEqual([isKnown("margin", 5.5), isKnown("margin", 4.5), isKnown("index", 5)], [true, false, false]);
  assert.equal(stopAt("margin", 5)?.headline, "5");
  assert.deepEqual(wanted("margin", STOPS), { lever: "margin", first: "rest margin", at: 5, beside: 5.5, values: [4.5, 6] });
  await piece("rest", "margin", 2);
  assert.equal(wanted("margin", STOPS), null);
  assert.deepEqual([isKnown("margin", 4.5), isKnown("margin", 6)], [true, false], "where the lever cannot stand");
  assert.equal(stopAt("margin", 4.5), stopAt("margin", 4.5));
});

test("a table stands while its lever alone moves, and falls with anything else", async () => {
  answer("elsewhere");
  answer("rest");
  await piece("rest", "margin", 2);
  answer("moved", "margin", "not margin");
  assert.ok(isKnown("margin", 5));
  answer("another year", "margin", "not margin in another year");
  assert.ok(!isKnown("margin", 5));
  answer("rest");
  assert.ok(!isKnown("margin", 5), "what fell is gone");
});

test("what comes for another state than the last that was told is not taken", async () => {
  answer("another");
  await piece("rest", "margin", 2);
  assert.ok(!isKnown("margin", 5));
});

test("few levers are kept, those that were used last", async () => {
  answer("elsewhere");
  answer("rest");
  for (const lever of ["a", "b", "c", "d", "e"]) await piece("rest", lever, 1);
  assert.deepEqual(["a", "b", "e"].map((lever) => isKnown(lever, 5)), [false, true, true]);
});

test("what does not differ stays the same object", () => {
  const first = { figures: [{ x: [1, 2] }, { x: [3] }], text: "a" };
  const made = changed(first, { figures: { 0: { x: { 1: 5 } } }, text: "b" });
  assert.deepEqual(made, { figures: [{ x: [1, 5] }, { x: [3] }], text: "b" });
  assert.equal(made.figures[1], first.figures[1]);
  assert.deepEqual(changed(first, { figures: [[]] }), { figures: [], text: "a" });
});
