import assert from "node:assert/strict";
import { test } from "node:test";
import { filled } from "../../pages/visit/words.js";

test("a place is filled with the text as it is, whatever signs it holds", () => {
  const names = ["$&", "$1", "$`", "{name}", "<b>", "@increase", "&amp;"];
  for (const name of names) assert.equal(filled("{name} er laget", { name }), `${name} er laget`);
});

test("a place without a value stands", () => {
  assert.equal(filled("{count} til, {name}", { count: 3 }), "3 til, {name}");
});
