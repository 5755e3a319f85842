import assert from "node:assert/strict";
import { test } from "node:test";
import { isMeant } from "../../pages/sources/searching.js";

const LETTERS = { ø: "o", æ: "ae" };
const TABLE = { found_by: "trykte tabeller tabell 8 fra ar til ar helsenorge losning", figures: ["370.2", "-11.0", "23.6"] };

/**
 * @param {string} text
 * @param {string} [decimal]
 */
const finds = (text, decimal = ",") => isMeant(text, TABLE, LETTERS, decimal);

test("words are found by how they begin, without marks and in any order", () => {
  for (const text of ["", "Tabell 8", "8 tabell", "trykt", "Løsning", "fra År"]) assert.ok(finds(text), text);
  for (const text of ["tabell 9", "norge", "tabell 81"]) assert.ok(!finds(text), text);
});

test("a number is a whole word: «8» is not 18 or 2028", () => {
  assert.ok(!isMeant("8", { found_by: "tabell 18 2028" }, LETTERS, ","));
});

test("a figure is found as it is printed, with the signs of the language and without its own", () => {
  for (const text of ["23,6", "−11,0", "11,0", " 370,2 "]) assert.ok(finds(text), text);
  assert.ok(finds("23.6", "."));
  assert.ok(!finds("23,7") && !finds("236"));
  assert.ok(isMeant("1 015,8", { found_by: "", figures: ["1015.8"] }, LETTERS, ","));
  assert.ok(isMeant("1,015.8", { found_by: "", figures: ["1015.8"] }, LETTERS, "."));
});
