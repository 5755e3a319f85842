// What the levers send and show beside other tools, a server that starts anew, and a replay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { INDEX, levers, SWITCH, MARGIN, Panel } from "./levers_panel.js";

test("what must not overtake a change waits until it is answered; at rest it goes at once", () => {
  const panel = new Panel();
  panel.hear({ on: "other", id: 1 });
  assert.deepEqual(panel.passed, [1]);
  panel.hear({ on: "free" });
  panel.press(MARGIN, 4);
  panel.hear({ on: "other", id: 2 }, { on: "other", id: 3 });
  assert.deepEqual(panel.passed, [1]);
  panel.drawn(); // the value that moved; the lever counts as at rest
  assert.equal(panel.last.moving, false);
  assert.deepEqual(panel.passed, [1]);
  panel.drawn();
  assert.deepEqual(panel.passed, [1, 2, 3]);
});

test("what is moved after another tool was asked is sent when it is done, whatever the tool has set", () => {
  for (const order of ["free first", "answer first"]) {
    const panel = new Panel();
    panel.move(MARGIN, 3.5, false);
    panel.answered({ [MARGIN]: 3.5 });
    panel.hear({ on: "other", id: 1 }); // undo
    panel.press(MARGIN, 3); // a step from what the user saw
    panel.move(INDEX, 2);
    panel.wait(200, true);
    assert.equal(panel.sent.length, 1);
    const undone = { revision: 1, levers: levers({ [MARGIN]: 4, [SWITCH]: true }) };
    if (order === "free first") panel.hear({ on: "free" });
    panel.show(undone);
    if (order === "answer first") panel.hear({ on: "free" });
    assert.deepEqual([MARGIN, INDEX, SWITCH].map((path) => panel.shows(path)), [3, 2, true], order);
    assert.deepEqual(panel.said, [[MARGIN, 3]]);
    panel.answered({ [MARGIN]: 3, [SWITCH]: true });
    assert.deepEqual(panel.said, [[INDEX, 2]]);
    panel.answered({ [INDEX]: 2 });
    assert.deepEqual([MARGIN, INDEX, SWITCH].map((path) => panel.shows(path)), [3, 2, true]);
  }
});

test("what is moved while another tool waits for its turn comes after it", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.hear({ on: "other", id: 1 });
  panel.move(MARGIN, 3, false);
  panel.hear({ on: "other", id: 2 });
  panel.move(MARGIN, 2, false);
  panel.answered({ [MARGIN]: 4 });
  assert.deepEqual(panel.passed, [1]);
  assert.equal(panel.sent.length, 1);
  panel.show({ revision: 1, levers: levers({ [MARGIN]: 5 }) });
  panel.hear({ on: "free" });
  assert.deepEqual(panel.said, [[MARGIN, 3]]);
  panel.answered({ [MARGIN]: 3 });
  assert.deepEqual(panel.passed, [1, 2]);
  panel.show({ revision: 2, levers: levers({ [MARGIN]: 5 }) });
  panel.hear({ on: "free" });
  assert.deepEqual(panel.said, [[MARGIN, 2]]);
  assert.equal(panel.shows(MARGIN), 2);
});

test("a lever on its way to rest after another tool was asked comes to rest", () => {
  const panel = new Panel();
  panel.hear({ on: "other", id: 1 });
  panel.press(MARGIN, 3);
  panel.hear({ on: "free" });
  panel.show({ revision: 1 });
  panel.drawn();
  panel.wait(150);
  assert.equal(panel.last.moving, false);
  assert.deepEqual(panel.said, [[MARGIN, 3]]);
});

test("what another tool sets goes before what still waits", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.press(MARGIN, 4);
  panel.show({ revision: 1, sequence: panel.last.sequence, levers: levers({ [MARGIN]: 2 }) });
  assert.equal(panel.shows(MARGIN), 2);
  panel.drawn();
  panel.wait(5000);
  assert.equal(panel.sent.length, 1);
});

test("what had no answer before another tool is not taken along after it", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.hear({ on: "other", id: 1 });
  panel.wait(1500, true);
  assert.deepEqual(panel.passed, [1]);
  panel.move(INDEX, 2, false);
  panel.hear({ on: "free" });
  assert.deepEqual(panel.said, [[INDEX, 2]]);
});

test("a lever whose change was lost before a step back shows what that sets", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4);
  panel.hear({ on: "went" });
  panel.show({ revision: 1, levers: levers({ [MARGIN]: 1 }) });
  assert.equal(panel.shows(MARGIN), 1);
});

test("a step back goes before what waits, and what is done after it comes after it", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.move(MARGIN, 4, false);
  panel.hear({ on: "went" });
  panel.move(INDEX, 2, false);
  panel.drawn();
  panel.show({ revision: 1, sequence: panel.last.sequence, levers: levers({ [MARGIN]: 1 }) });
  assert.equal(panel.shows(MARGIN), 1);
  panel.hear({ on: "free" });
  assert.deepEqual(panel.said, [[INDEX, 2]]);
});

test("a moving lever whose change another tool did not see still comes to rest", () => {
  const panel = new Panel();
  panel.press(MARGIN, 4);
  panel.show({ revision: 1 }); // the server has yet to do the move
  assert.equal(panel.shows(MARGIN), 4);
  panel.drawn();
  panel.wait(150);
  assert.equal(panel.last.moving, false);
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
});

test("changes wait for another tool as long as it is at work, and no longer", () => {
  const panel = new Panel();
  panel.hear({ on: "other", id: 1 });
  panel.move(MARGIN, 4, false);
  panel.wait(4000, true);
  assert.equal(panel.sent.length, 0);
  panel.wait(1500, false); // nobody said that it was done
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
});

test("a server that starts anew is asked again for what the old one did not answer, once", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.move(INDEX, 2, false);
  panel.show({ visit: "second", revision: 0, sequence: 0 });
  assert.deepEqual([panel.shows(MARGIN), panel.shows(INDEX)], [4, 2]);
  panel.wait(1500);
  assert.deepEqual(panel.said, [[MARGIN, 4], [INDEX, 2]]);
  panel.answered({ [MARGIN]: 4, [INDEX]: 2 });
  panel.wait(5000);
  assert.equal(panel.sent.length, 2);
});

test("what reached the new server after all is not asked again", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.show({ visit: "second" });
  panel.answered({ [MARGIN]: 4 });
  panel.wait(5000);
  assert.equal(panel.sent.length, 1);
});

test("a new server's value is shown where the old one had answered", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.answered({ [MARGIN]: 4 });
  panel.show({ visit: "second", sequence: 0, levers: levers({ [MARGIN]: 4.1 }) });
  assert.equal(panel.shows(MARGIN), 4.1);
});

test("a lever in the user's hand stays there when the server starts anew, and its value counts", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4);
  panel.drawn();
  panel.show({ visit: "second" });
  assert.equal(panel.shows(MARGIN), 4);
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
  panel.drawn();
  panel.hear({ on: "released", path: MARGIN, seen: 0 });
  panel.wait(150);
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 4]], false]);
});

/** A panel whose last change moved two levers. */
function replayable() {
  const panel = new Panel();
  panel.show({ steps: [{ path: MARGIN, from: 5, to: 4 }, { path: SWITCH, from: false, to: true }], levers: levers({ [MARGIN]: 4, [SWITCH]: true }) });
  panel.hear({ on: "replay", seen: 0 });
  return panel;
}

test("a replay goes from where each lever was to where it is, then all is as before", () => {
  const panel = replayable();
  const seen = [];
  for (let frame = 0; frame < 40; frame += 1) {
    panel.wait(50);
    seen.push(panel.shows(MARGIN));
    panel.drawn();
  }
  assert.deepEqual(panel.said, [[MARGIN, 4], [SWITCH, true]]);
  assert.deepEqual(seen, [...seen].sort((one, other) => Number(other) - Number(one)));
  assert.ok(new Set(seen).size > 20);
  assert.ok(panel.sent.every(({ moving }) => moving));
  assert.equal(panel.replayed, 1);
  panel.show({ revision: 1, sequence: panel.last.sequence });
  assert.equal(panel.state.replay, null);
});

test("a replay is asked for once, waits for its turn, and plays nothing where nothing was changed", () => {
  const panel = new Panel();
  panel.press(MARGIN, 4);
  panel.hear({ on: "replay", seen: 0 }, { on: "replay", seen: 0 });
  panel.drawn();
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 4]], false]);
  panel.show({ sequence: panel.last.sequence, levers: levers({ [MARGIN]: 4 }), steps: [{ path: MARGIN, from: 5, to: 4 }] });
  panel.drawn();
  panel.wait(50);
  assert.equal(panel.last.moving, true);
  const still = new Panel();
  still.hear({ on: "replay", seen: 0 }, { on: "other", id: 1 });
  assert.deepEqual(still.passed, [1]);
});

test("what is asked for cuts a replay short and comes after its end", () => {
  const panel = replayable();
  panel.wait(200);
  panel.hear({ on: "other", id: 1 });
  panel.drawn();
  assert.deepEqual([panel.replayed, panel.passed], [1, []]);
  panel.show({ revision: 1, sequence: panel.last.sequence });
  assert.deepEqual(panel.passed, [1]);
  assert.equal(panel.shows(MARGIN), 4);
});

test("a replay is cut short where the scenario is set by another tool", () => {
  const panel = replayable();
  panel.wait(200);
  panel.show({ revision: 1, levers: levers({ [MARGIN]: 2 }) });
  panel.drawn();
  assert.deepEqual([panel.replayed, panel.shows(MARGIN)], [1, 2]);
});

test("what still moves becomes a step of the scenario before a replay, unless another tool has set it since", () => {
  for (const isOvertaken of [false, true]) {
    const panel = new Panel();
    panel.move(MARGIN, 4);
    panel.answered({ [MARGIN]: 4 });
    if (isOvertaken) panel.show({ revision: 1, levers: levers({ [MARGIN]: 2 }) });
    panel.hear({ on: "replay", seen: 0 });
    assert.equal(panel.last.moving, isOvertaken);
    assert.equal(panel.sent.length, isOvertaken ? 1 : 2);
  }
});

test("a hand on a lever cuts a replay short, and is not taken back by its end", () => {
  const panel = replayable();
  panel.wait(200);
  panel.press(MARGIN, 3);
  panel.drawn();
  assert.equal(panel.replayed, 1);
  panel.show({ revision: 1, sequence: panel.last.sequence });
  assert.equal(panel.shows(MARGIN), 3);
  assert.deepEqual(panel.said, [[MARGIN, 3]]);
});

test("the end of a replay that nobody answers holds the levers no longer than patience", () => {
  const panel = replayable();
  panel.wait(200);
  panel.hear({ on: "other", id: 1 });
  panel.drawn();
  panel.wait(1500);
  assert.deepEqual(panel.passed, [1]);
});

test("a server that starts anew cuts a replay short, and puts back what may have reached it", () => {
  const panel = replayable();
  panel.wait(200);
  panel.show({ visit: "second" });
  assert.equal(panel.shows(MARGIN), 4);
  panel.wait(5000);
  assert.equal(panel.replayed, 1);
  assert.equal(panel.shows(MARGIN), 4);
  assert.equal(panel.state.replay, null);
});
