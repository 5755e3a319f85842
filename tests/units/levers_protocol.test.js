// What the levers promise, told to their state machine event by event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BEGINNING, step } from "../../pages/levers/protocol.js";

/** @import { Answer, Event, Gesture, State, Value } from "../../pages/levers/records.js" */

const MARGIN = "risk_margin", INDEX = "index_rate", LOCK = "lock_2026";
const DEFAULTS = { [MARGIN]: 5, [INDEX]: 0, [LOCK]: false };

/** The levers of one visit, and what they have done so far. */
class Panel {
  /** @type {State} */ state = BEGINNING;
  /** @type {Gesture[]} */ sent = [];
  /** @type {number[]} */ passed = [];
  /** @type {Map<string, number>} */ timers = new Map();
  now = 1000;
  replayed = 0;
  /** @type {Answer} */ answer = { visit: "first", revision: 0, sequence: 0, isLocked: false, steps: [], levers: levers() };

  constructor() {
    this.show();
  }

  /** @param {Event[]} events */
  hear(...events) {
    for (const event of events) {
      const { state, effects } = step(deepFrozen(this.state), deepFrozen(event), this.now);
      this.state = state;
      for (const effect of effects) {
        if (effect.do === "send") this.sent.push(effect.gesture);
        if (effect.do === "pass") this.passed.push(effect.id);
        if (effect.do === "replayed") this.replayed += 1;
        if (effect.do === "start") this.timers.set(effect.timer, this.now + effect.ms);
        if (effect.do === "stop") this.timers.delete(effect.timer);
      }
    }
  }

  /** The server's answer, with what is new in it. @param {Partial<Answer>} [news] */
  show(news = {}) {
    this.answer = { ...this.answer, ...news };
    this.hear({ on: "shown", answer: this.answer });
  }

  /** Everything that was sent is answered: shown with its values, and drawn. @param {Record<string, Value>} [values] */
  answered(values = {}) {
    const sequence = this.last.sequence;
    this.show({ sequence, levers: levers({ ...valuesOf(this.answer), ...values }) });
    this.drawn();
  }

  drawn() {
    this.hear({ on: "drawn", sequence: this.last.sequence });
  }

  /** @param {string} path @param {Value} value @param {boolean} [moving] */
  move(path, value, moving = true) {
    this.hear({ on: "moved", path, value, moving, seen: 0 });
  }

  /** @param {string} path @param {Value} value */
  press(path, value) {
    this.move(path, value);
    this.hear({ on: "released", path, seen: 0 });
  }

  /** Lets time go by: every timer rings when it is due. @param {number} ms @param {boolean} [isAsking] */
  wait(ms, isAsking = false) {
    const end = this.now + ms;
    for (;;) {
      const [next] = [...this.timers].filter(([, at]) => at <= end).sort(([, one], [, other]) => one - other);
      if (!next) break;
      this.now = next[1];
      this.timers.delete(next[0]);
      this.hear({ on: "rang", timer: /** @type {any} */ (next[0]), isAsking });
    }
    this.now = end;
  }

  get last() {
    const last = this.sent.at(-1);
    assert.ok(last, "nothing was sent");
    return last;
  }

  /** What was sent last, in short: lever and value, text or «reset». */
  get said() {
    return this.last.changes.map(({ path, value, text, reset }) => [path, reset ? "reset" : text ?? value]);
  }

  /** @param {string} path */
  shows(path) {
    return this.state.levers.get(path)?.value;
  }
}

/** @param {Record<string, Value>} [values] */
function levers(values = DEFAULTS) {
  return Object.entries({ ...DEFAULTS, ...values }).map(([path, value]) =>
    ({ path, kind: path === LOCK ? "switch" : "slider", value, default: /** @type {Value} */ (DEFAULTS[path] ?? null) }));
}

/** @param {Answer} answer */
function valuesOf(answer) {
  return Object.fromEntries(answer.levers.map(({ path, value }) => [path, value]));
}

/** @template Thing @param {Thing} thing @returns {Thing} */
function deepFrozen(thing) {
  if (thing && typeof thing === "object" && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    Object.values(thing).forEach(deepFrozen);
    if (thing instanceof Map) [...thing.values()].forEach(deepFrozen);
  }
  return thing;
}

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
  panel.move(LOCK, true, false);
  panel.move(INDEX, 2);
  panel.hear({ on: "typed", path: MARGIN, text: "3,1 %", seen: 0 });
  panel.move(LOCK, false, false);
  const said = [];
  for (let times = 0; times < 3; times += 1) {
    panel.drawn();
    said.push(panel.said);
  }
  assert.deepEqual(said, [[[INDEX, 2]], [[MARGIN, "3,1 %"]], [[LOCK, false]]]);
});

test("what may have been overtaken on its way goes along", () => {
  const panel = new Panel();
  panel.move(MARGIN, 4.5);
  panel.wait(1500); // no figure tells that it was drawn
  panel.move(INDEX, 2);
  assert.deepEqual(panel.said, [[MARGIN, 4.5], [INDEX, 2]]);
  panel.wait(1500);
  panel.show({ sequence: panel.last.sequence, levers: levers({ [MARGIN]: 4.5, [INDEX]: 2 }) });
  panel.move(LOCK, true, false);
  assert.deepEqual(panel.said, [[LOCK, true]]);
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
  panel.move(LOCK, true, false);
  panel.move(MARGIN, 4, false);
  panel.hear({ on: "reset", paths: [""], seen: 0 });
  panel.move(INDEX, 2, false);
  panel.drawn();
  assert.deepEqual(panel.said, [[MARGIN, 4], ["", "reset"], [INDEX, 2]]);
});

test("the oldest answer that was read goes with a gesture", () => {
  const panel = new Panel();
  panel.move(LOCK, true, false);
  panel.hear({ on: "moved", path: MARGIN, value: 4, moving: true, seen: 20 }, { on: "moved", path: INDEX, value: 1, moving: true, seen: 30 });
  panel.drawn();
  assert.equal(panel.last.seen, 20);
});

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
    const undone = { revision: 1, levers: levers({ [MARGIN]: 4, [LOCK]: true }) };
    if (order === "free first") panel.hear({ on: "free" });
    panel.show(undone);
    if (order === "answer first") panel.hear({ on: "free" });
    assert.deepEqual([MARGIN, INDEX, LOCK].map((path) => panel.shows(path)), [3, 2, true], order);
    assert.deepEqual(panel.said, [[MARGIN, 3]]);
    panel.answered({ [MARGIN]: 3, [LOCK]: true });
    assert.deepEqual(panel.said, [[INDEX, 2]]);
    panel.answered({ [INDEX]: 2 });
    assert.deepEqual([MARGIN, INDEX, LOCK].map((path) => panel.shows(path)), [3, 2, true]);
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
  panel.move(LOCK, true, false);
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
  panel.move(LOCK, true, false);
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
  panel.show({ steps: [{ path: MARGIN, from: 5, to: 4 }, { path: LOCK, from: false, to: true }], levers: levers({ [MARGIN]: 4, [LOCK]: true }) });
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
  assert.deepEqual(panel.said, [[MARGIN, 4], [LOCK, true]]);
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

test("a lever that is gone from the page is still sent", () => {
  const panel = new Panel();
  panel.move(LOCK, true, false);
  panel.press(MARGIN, 4);
  panel.show({ levers: levers().filter(({ path }) => path !== MARGIN) });
  panel.drawn();
  panel.wait(150);
  panel.drawn();
  assert.deepEqual([panel.said, panel.last.moving], [[[MARGIN, 4]], false]);
});
