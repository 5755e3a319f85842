import assert from "node:assert/strict";
import { test } from "node:test";
import { isShown, rowsOf, wanted } from "../../pages/reconciliation/narrowing.js";

/** @type {import("../../pages/messages.js").CheckRow} */
const ROW = {
  id: "a", table: "000/Tabell 8", document: "Tallgrunnlaget", place: "Tabell 8 · VKP", of: "Regnet av VKP (26,0)",
  printed: "1\u202f120", recomputed: "1\u202f115,6", difference: "\u22124,4", unit: "mill. kr", opens: "check/a",
};
const CARD = { id: "cause", cause: "Tidligere års midler", is_known: true, moves: "", rows: [ROW, { ...ROW, id: "b", place: "Tabell 81", table: "000/Tabell 81" }] };

test("a document has all its tables, and a table none that begins alike", () => {
  assert.equal(isShown(ROW, wanted("000", "", "")), true);
  assert.equal(isShown(ROW, wanted("000/Tabell 8", "", "")), true);
  assert.deepEqual(rowsOf(CARD, wanted("000/Tabell 8", "", "")).map(({ id }) => id), ["a"]);
  assert.equal(isShown(ROW, wanted("001", "", "")), false);
});

test("every word must be said, in any order, with the keyboard's own spaces and minus", () => {
  assert.equal(isShown(ROW, wanted("", "vkp 1 120", "")), true);
  assert.equal(isShown(ROW, wanted("", "-4,4", "")), true);
  assert.equal(isShown(ROW, wanted("", "vkp helsenorge", "")), false);
  assert.equal(rowsOf(CARD, wanted("", "midler", "")).length, 2);
});

test("what is looked at is shown whatever is chosen", () => {
  assert.equal(isShown(ROW, wanted("001", "x", "a")), true);
  assert.equal(rowsOf(CARD, wanted("001", "x", "cause")).length, 2);
});
