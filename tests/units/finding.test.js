import assert from "node:assert/strict";
import { test } from "node:test";
import { foundPayers } from "../../pages/payers/finding.js";

/** @type {import("../../pages/payers/finding.js").Finding} */
const FINDING = {
  letters: { ø: "o" },
  passedOver: ["kommune"],
  keys: [
    ["Innlandet", ["hamar"], "3403", ["innlandet"], ["helse sor ost"], [["0403", "Hamar", ["hamar"]]]],
    ["Nordland", ["hamaroy", "habmer"], "1875", ["nordland"], ["helse nord"], [["1849", "Hamarøy", ["hamaroy"]]]],
  ],
};

/** @param {string} text */
const found = (text) => foundPayers(text, FINDING);

test("a whole name comes before one that begins so, and «kommune» is passed over", () => {
  assert.deepEqual(found("Hamar kommune").map(({ id }) => id), ["Innlandet", "Nordland"]);
  assert.deepEqual(found("Hamar komm").map(({ id }) => id), ["Innlandet", "Nordland"]);
  assert.deepEqual(found("HAMARØY").map(({ id }) => id), ["Nordland"]);
});

test("a former number says what the municipality was", () => {
  assert.deepEqual(found("1849"), [{ id: "Nordland", former: "1849 Hamarøy" }]);
  assert.deepEqual(found("Oslo"), []);
});
