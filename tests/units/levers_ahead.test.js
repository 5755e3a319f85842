// What the levers send and show where what their stops show is known ahead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { INDEX, levers, MARGIN, Panel, SWITCH } from "./levers_panel.js";

test("a drag over known stops is shown at once, and sent when it rests", () => {
  const panel = new Panel();
  for (const margin of [4.5, 4, 3.5]) panel.moveAhead(MARGIN, margin);
  panel.wait(5000); // held
  assert.deepEqual([panel.foreseen, panel.sent], [[4.5, 4, 3.5], []]);
  assert.equal(panel.shows(MARGIN), 3.5);
  panel.hear({ on: "released", path: MARGIN, seen: 0 });
  panel.wait(200);
  assert.deepEqual([panel.said, panel.last.moving, panel.sent.length], [[[MARGIN, 3.5]], false, 1]);
});

test("an unknown stop goes to the server, and a known one after it overtakes what waits", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  panel.move(MARGIN, 4);
  panel.moveAhead(MARGIN, 3.5);
  panel.drawn();
  assert.deepEqual([panel.sent.length, panel.shows(MARGIN)], [1, 3.5]);
  panel.move(MARGIN, 3.1);
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 3.1]], true]);
});

test("what the hand holds is sent before what another tool or lever is asked for", () => {
  const panel = new Panel();
  panel.moveAhead(MARGIN, 4.5);
  panel.hear({ on: "other", id: 1 });
  assert.deepEqual([panel.said, panel.passed], [[[MARGIN, 4.5]], []]);
  panel.answered({ [MARGIN]: 4.5 });
  assert.deepEqual(panel.passed, [1]);
  const other = new Panel();
  other.moveAhead(MARGIN, 4.5);
  other.moveAhead(INDEX, 2);
  assert.deepEqual([other.said, other.last.moving], [[[MARGIN, 4.5]], false]);
});

test("an answer from before does not move the lever in the hand", () => {
  const panel = new Panel();
  panel.moveAhead(MARGIN, 4.5);
  panel.show({ levers: levers() });
  assert.equal(panel.shows(MARGIN), 4.5);
});

test("what was foreseen is forgotten where something else sets the scenario, or the user steps back", () => {
  const panel = new Panel();
  panel.moveAhead(MARGIN, 4.5);
  panel.show({ revision: 1, levers: levers({ [MARGIN]: 7 }) });
  assert.deepEqual([panel.foreseen, panel.shows(MARGIN), panel.state.resting], [[4.5, undefined], 7, null]);
  panel.moveAhead(MARGIN, 4);
  panel.hear({ on: "went" });
  assert.deepEqual([panel.foreseen.at(-1), panel.state.resting], [undefined, null]);
});

test("a switch and a way back show what is known, and ask at once", () => {
  const panel = new Panel();
  panel.moveAhead(SWITCH, true, false);
  assert.deepEqual([panel.foreseen, panel.said], [[true], [[SWITCH, true]]]);
  panel.answered({ [SWITCH]: true });
  panel.hear({ on: "restored", path: SWITCH, seen: 0, isKnown: true });
  assert.deepEqual([panel.foreseen, panel.said], [[true, false], [[SWITCH, "reset"]]]);
});
