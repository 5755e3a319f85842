import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords } from "../../pages/visit/streamlit_words.js";

const words = { close: "Lukk", more: "Vis # til" };

test("what Streamlit says is said in other words, with its number", () => {
  assert.equal(inWords("Close", words), "Lukk");
  assert.equal(inWords("View 6 more", words), "Vis 6 til");
});

test("anything else, and what nobody has words for, stays", () => {
  for (const found of ["Closed", "close", "2026", "", "View less"]) assert.equal(inWords(found, words), null);
});
