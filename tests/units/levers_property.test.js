// Whatever the user does and however late the server answers: in the end levers and server have what was done last.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, DEFAULTS, generator, Surroundings } from "./levers_server.js";

const VISITS = Number(process.env.VISITS ?? 400), ACTIONS = 25, PATHS = Object.keys(DEFAULTS);

/** A user who does this and that, and what must come of it. */
class User {
  expected = DEFAULTS;
  /** @type {string[]} */ told = [];
  /** @type {string | null} */ held = null;
  /** @type {Set<string>} */ once = new Set();
  count = 0;

  /** @param {() => number} random @param {number} ahead how many of the stops are known ahead, a share */
  constructor(random, ahead) {
    this.random = random;
    this.ahead = ahead;
    this.around = new Surroundings(random);
  }

  /** @template Thing @param {readonly Thing[]} things @returns {Thing} */
  one(things) {
    return /** @type {Thing} */ (things[Math.floor(this.random() * things.length)]);
  }

  act() {
    const deeds = [this.drag, this.drag, this.drag, this.press, this.press, this.choose, this.type, this.restore, this.reset, this.preset, this.page, this.back, this.replay, this.restart];
    const deed = this.one(deeds);
    this.told.push(`${Math.round(this.around.now) % 1e6} ${deed.name}`);
    deed.call(this);
    this.around.run(this.random() < 0.5 ? 20 * this.random() : 500 * this.random());
  }

  /** @param {Parameters<typeof changed>[1]} change */
  expect(change) {
    this.expected = changed(this.expected, change);
    const { path, value, text, moving, reset } = change;
    if (!reset) this.once.add([path, value, text, moving].join());
  }

  /** @param {string} path @param {boolean} moving */
  move(path, moving) {
    const change = { path, value: (this.count += 1), moving, seen: 0 };
    this.expect(change);
    this.around.hear({ on: "moved", ...change, isKnown: this.random() < this.ahead });
  }

  /** What is let go of counts as it stands on the screen. */
  release() {
    const path = this.held;
    this.held = null;
    if (path === null) return;
    const value = this.around.screen.get(path) ?? null;
    this.expected = { ...this.expected, [path]: value };
    this.once.delete([path, value, undefined, false].join()); // now it is done a second time
    this.around.hear({ on: "released", path, seen: 0 });
  }

  drag() {
    this.held ??= this.one(PATHS);
    this.move(this.held, true);
    if (this.random() < 0.4) this.release();
  }

  press() {
    this.release();
    this.held = this.one(PATHS);
    this.move(this.held, true);
    this.release();
  }

  choose() {
    this.release();
    this.move(this.one(PATHS), false);
  }

  type() {
    this.release();
    const path = this.one(PATHS), text = String(this.count += 1);
    this.expect({ path, text, moving: false, seen: 0 });
    this.around.hear({ on: "typed", path, text, seen: 0 });
  }

  restore() {
    this.release();
    const path = this.one(PATHS);
    this.expect({ path, reset: true, moving: false, seen: 0 });
    this.around.hear({ on: "restored", path, seen: 0, isKnown: this.random() < this.ahead });
  }

  reset() {
    this.release();
    const paths = this.one([[""], PATHS.slice(0, 2)]);
    for (const path of paths) this.expect({ path, reset: true, moving: false, seen: 0 });
    this.around.hear({ on: "reset", paths, seen: 0 });
  }

  others() {
    return Object.fromEntries(PATHS.map((path) => [path, (this.count += 1)]));
  }

  preset() {
    this.expected = this.others();
    this.around.ask({ values: this.expected, doneBy: "" });
  }

  page() {
    this.around.ask({ values: null, doneBy: "" });
  }

  back() {
    if (this.around.state.line.some(({ kind }) => kind === "other")) return; // it would go before what was asked before
    this.expected = this.others();
    this.around.goBack({ values: this.expected, doneBy: "" });
  }

  replay() {
    this.around.hear({ on: "replay", seen: 0 });
  }

  restart() {
    if (this.random() < 0.4) this.around.restart();
  }
}

/**
 * What was sent again although its answer had been heard from the same server. Every value that is chosen, typed or dragged
 * to is another; a lever that is let go of repeats its own.
 * @param {Surroundings["log"]} log
 * @param {ReadonlySet<string>} once
 */
function sentTwice(log, once) {
  /** @type {Map<string, { visit: string | null, sequence: number }>} */
  const known = new Map();
  /** @type {Set<string>} */
  const answered = new Set();
  const twice = [];
  for (const { visit, sent, answered: upTo } of log) {
    for (const [key, last] of known) if (upTo !== undefined && last.visit === visit && last.sequence <= upTo) answered.add(`${visit} ${key}`);
    for (const { path, value, text, moving } of sent?.changes ?? []) {
      const key = [path, value, text, moving].join();
      if (!once.has(key)) continue;
      if (answered.has(`${visit} ${key}`)) twice.push(key);
      known.set(key, { visit, sequence: sent?.sequence ?? 0 });
    }
  }
  return twice;
}

test("in the end lever, server and the last thing done agree, and nothing waits", () => {
  for (let seed = 1; seed <= VISITS; seed += 1) {
    const user = new User(generator(seed), (seed % 3) / 2), { around } = user;
    for (let action = 0; action < ACTIONS; action += 1) user.act();
    user.release();
    around.run(60_000);
    const about = `seed ${seed}: ${user.told.join(", ")}`;
    assert.deepEqual(around.server.values, user.expected, about);
    assert.deepEqual(around.server.settled, user.expected, about);
    assert.deepEqual(Object.fromEntries(around.screen), user.expected, about);
    const { line, isInFlight, resting, replay, unanswered } = around.state;
    assert.deepEqual({ line, isInFlight, resting, replay, unanswered }, { line: [], isInFlight: false, resting: null, replay: null, unanswered: [] }, about);
    assert.deepEqual(around.waiting, [], about);
    assert.deepEqual(sentTwice(around.log, user.once), [], about);
  }
});
