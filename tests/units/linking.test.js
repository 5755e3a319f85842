import assert from "node:assert/strict";
import { test } from "node:test";
import { resolved } from "../../pages/visit/linking.js";

test("what a module imports is found from where it stands", () => {
  assert.equal(resolved("../visit/dom.js", "levers/levers.js"), "visit/dom.js");
  assert.equal(resolved("./nudge.js", "figures/board.js"), "figures/nudge.js");
});
