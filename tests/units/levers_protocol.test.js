// What the levers send and show as long as nothing else is asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { INDEX, levers, SWITCH, MARGIN, Panel } from "./levers_panel.js";

const RANGE = "range/index_rate/low"; // stands beside the panel

test("one change is in flight, and the newest value of each lever goes next", () => {
  const panel = new Panel();
  for (const margin of [4.5, 4, 3.5]) panel.move(MARGIN, margin);
  panel.move(INDEX, 2);
  panel.move(INDEX, 3);
  assert.equal(panel.sent.length, 1);
  assert.deepEqual(panel.said, [[MARGIN, 4.5]]);
  panel.drawn();
  assert.equal(panel.sent.length, 2);
  assert.deepEqual(panel.said, [[MARGIN, 3.5], [INDEX, 3]]);
  assert.ok(Number(panel.sent[0]?.sequence) < panel.last.sequence);
  panel.drawn();
  assert.equal(panel.sent.length, 2);
});

test("the final value is always sent, and at rest only", () => {
  const panel = new Panel();
  panel.press(MARGIN, 4.5);
  panel.drawn();
  panel.wait(100);
  panel.press(MARGIN, 4); // keys repeat
  panel.wait(100);
  assert.ok(panel.sent.every(({ moving }) => moving));
  panel.wait(100);
  panel.drawn();
  assert.equal(panel.last.moving, false);
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
});

test("a lever comes to rest when another is moved", () => {
  const panel = new Panel();
  panel.press(MARGIN, 4.5);
  panel.drawn();
  panel.move(INDEX, 2);
  assert.deepEqual(panel.last.changes.map(({ path, moving }) => [path, moving]), [[MARGIN, false]]);
  panel.drawn();
  assert.deepEqual(panel.last.changes.map(({ path, moving }) => [path, moving]), [[INDEX, true]]);
});

test("a lever comes to rest when another is let go of", () => {
  const panel = new Panel();
  panel.press(MARGIN, 4.5);
  panel.hear({ on: "released", path: INDEX, seen: 0 });
  panel.drawn();
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 4.5]], false]);
});

test("what was typed goes as it stands and alone", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.move(INDEX, 2);
  panel.hear({ on: "typed", path: MARGIN, text: "3,1 %", seen: 0 });
  panel.move(SWITCH, false, false);
  const said = [];
  for (let times = 0; times < 3; times += 1) {
    panel.drawn();
    said.push(panel.said);
  }
  assert.deepEqual(said, [[[INDEX, 2]], [[MARGIN, "3,1 %"]], [[SWITCH, false]]]);
});

test("what may have been overtaken on its way goes along", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  panel.wait(1500); // no figure tells that it was drawn
  panel.move(INDEX, 2);
  assert.deepEqual(panel.said, [[MARGIN, 4.5], [INDEX, 2]]);
  panel.wait(1500);
  panel.show({ sequence: panel.last.sequence, levers: levers({ [MARGIN]: 4.5, [INDEX]: 2 }) });
  panel.move(SWITCH, true, false);
  assert.deepEqual(panel.said, [[SWITCH, true]]);
});

test("what was typed is taken along before what comes after it", () => {
  const panel = new Panel();
  panel.hear({ on: "typed", path: MARGIN, text: "3", seen: 0 });
  panel.wait(1500);
  panel.move(INDEX, 2);
  assert.deepEqual(panel.said, [[MARGIN, "3"]]);
  panel.drawn();
  assert.deepEqual(panel.said, [[INDEX, 2]]);
});

test("patience: a run that draws no figure holds the levers no longer than that", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  panel.move(MARGIN, 4);
  panel.wait(1499);
  assert.equal(panel.sent.length, 1);
  panel.wait(1);
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
});

test("sequences rise, also above what another component has sent and where the clock goes back", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  const first = panel.last.sequence;
  panel.show({ sequence: first + 5000 });
  panel.drawn();
  panel.now = 10;
  panel.move(MARGIN, 4);
  assert.ok(panel.last.sequence > first + 5000);
});

test("a late answer never moves a lever that was moved since", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  panel.move(MARGIN, 4);
  panel.answered({ [MARGIN]: 4.5 });
  assert.equal(panel.shows(MARGIN), 4);
  panel.answered({ [MARGIN]: 4 });
  panel.show({ levers: levers({ [MARGIN]: 4.2 }) }); // as the server rounds it
  assert.equal(panel.shows(MARGIN), 4.2);
});

test("an answer that is older than one on the screen is passed over", () => {
  const panel = new Panel(), older = panel.answer;
  panel.move(MARGIN, 4, false);
  panel.answered({ [MARGIN]: 4 });
  panel.hear({ on: "shown", answer: older });
  assert.equal(panel.shows(MARGIN), 4);
});

test("a lever that the server refused shows the server's value again", () => {
  const panel = new Panel();
  panel.move(MARGIN, 99, false);
  assert.equal(panel.shows(MARGIN), 99);
  panel.answered();
  assert.equal(panel.shows(MARGIN), 5);
});

test("a lever back to its default shows it at once, in a meeting it stays", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4, false);
  panel.answered({ [MARGIN]: 4 });
  panel.hear({ on: "restored", path: MARGIN, seen: 0 });
  assert.equal(panel.shows(MARGIN), 5);
  assert.deepEqual(panel.said, [[MARGIN, "reset"]]);
  panel.answered({ [MARGIN]: 5 });
  panel.move(MARGIN, 4, false);
  panel.answered({ [MARGIN]: 4 });
  panel.show({ isLocked: true });
  panel.hear({ on: "restored", path: MARGIN, seen: 0 });
  assert.equal(panel.shows(MARGIN), 4);
  assert.deepEqual(panel.said, [[MARGIN, 4]]);
});

test("every lever is reset in its order among the changes", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.move(MARGIN, 4, false);
  panel.hear({ on: "reset", paths: [""], seen: 0 });
  panel.move(INDEX, 2, false);
  panel.drawn();
  assert.deepEqual(panel.said, [[MARGIN, 4], ["", "reset"], [INDEX, 2]]);
});

test("the oldest answer that was read goes with a gesture", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.hear({ on: "moved", path: MARGIN, value: 4, moving: true, seen: 20 }, { on: "moved", path: INDEX, value: 1, moving: true, seen: 30 });
  panel.drawn();
  assert.equal(panel.last.seen, 20);
});

test("a lever that is gone from the page is still sent", () => {
  const panel = new Panel();
  panel.move(SWITCH, true, false);
  panel.press(MARGIN, 4);
  panel.show({ levers: levers().filter(({ path }) => path !== MARGIN) });
  panel.drawn();
  panel.wait(150);
  panel.drawn();
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 4]], false]);
});

/** @param {Panel} panel @param {Partial<import("../../pages/levers/records.js").AnswerBeside>} [news] */
function besides(panel, news = {}) {
  const { visit, revision, sequence } = panel.answer;
  const own = [{ path: RANGE, kind: "slider", value: 3, default: 3 }];
  panel.hear({ on: "beside", answer: { visit, revision, sequence, levers: own, ...news } });
}

test("what stands beside the panel is moved in its turn, and keeps what it shows until it is answered", () => {
  const panel = new Panel();
  besides(panel);
  panel.move(MARGIN, 4.5);
  panel.press(RANGE, 2);
  assert.deepEqual(panel.said, [[MARGIN, 4.5]]);
  panel.drawn();
  panel.wait(150);
  panel.drawn();
  assert.deepEqual(panel.said, [[RANGE, 2]]);
  besides(panel, { sequence: panel.last.sequence - 1 });
  assert.equal(panel.state.levers.get(RANGE)?.value, 2);
  besides(panel, { sequence: panel.last.sequence, levers: [{ path: RANGE, kind: "slider", value: 2.5, default: 3 }] });
  assert.equal(panel.state.levers.get(RANGE)?.value, 2.5);
  assert.equal(panel.state.levers.get(MARGIN)?.kind, "slider");
});

test("either part may tell first of another visit or a scenario set by something else, and both keep their levers", () => {
  for (const news of [{ visit: "second" }, { revision: 1 }]) {
    const panel = new Panel();
    besides(panel);
    besides(panel, news);
    assert.equal(panel.state.levers.get(MARGIN)?.value, 5);
    panel.show(news);
    assert.equal(panel.state.levers.get(RANGE)?.value, 3);
    assert.equal(panel.state.revision, news.revision ?? 0);
  }
});
