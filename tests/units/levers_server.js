// A server, the line of other tools and the clock, as a machine's surroundings: everything comes late and in no order that
// it need not come in, some of it never. Times are in milliseconds of its own.
import { BEGINNING, step } from "../../pages/levers/protocol.js";

/** @import { Change, Effect, Event, Gesture, State, Value } from "../../pages/levers/records.js" */
/** @typedef {Record<string, Value>} Values */
/** @typedef {{ values: Values | null, doneBy: string }} Asked what another tool sets, if anything, and the visit in which it did */
/** @typedef {{ visit: string, revision: number, sequence: number, values: Values, settled: Values, before: Values }} Server */

/** @type {Values} */
export const DEFAULTS = { one: 0, two: 0, three: 0, four: 0 };
const SLOWEST_MS = 900, UNHEARD_MS = 700;

/** @param {number} seed @returns {() => number} numbers from 0 to 1 */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export class Surroundings {
  /** @type {State} */ state = BEGINNING;
  /** @type {{ at: number, do: () => void }[]} */ agenda = [];
  /** @type {Map<string, object>} */ timers = new Map();
  /** @type {Map<string, Value>} */ screen = new Map();
  /** @type {{ visit: string | null, sent?: Gesture, answered?: number }[]} in the order the panel sent and heard */ log = [];
  /** @type {Map<number, Asked>} */ others = new Map();
  /** @type {Asked[]} */ waiting = [];
  /** @type {Asked | null} */ asking = null;
  /** @type {Values} the scenario in the address */ address = DEFAULTS;
  runs = 0;
  written = 0;
  now = 1_000_000;
  upTo = 0;
  downTo = 0;
  visits = 1;

  /** @param {() => number} random */
  constructor(random) {
    this.random = random;
    this.server = this.started();
    this.shown();
    this.run(SLOWEST_MS);
  }

  /** @returns {Server} */
  started() {
    return { visit: `${this.visits}`, revision: 0, sequence: 0, values: this.address, settled: this.address, before: this.address };
  }

  /** @param {Event} event */
  hear(event) {
    if (event.on === "drawn") this.log.push({ visit: this.state.visit, answered: event.sequence });
    if (event.on === "shown") this.log.push({ visit: event.answer.visit, answered: event.answer.sequence });
    const { state, effects } = step(this.state, event, this.now);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
  }

  /** @param {Effect} effect */
  carryOut(effect) {
    if (effect.do === "draw") this.screen.set(effect.lever.path, effect.lever.value);
    if (effect.do === "stop") this.timers.delete(effect.timer);
    if (effect.do === "start") {
      const own = {}, { timer } = effect;
      this.timers.set(timer, own);
      this.later(effect.ms, () => {
        if (this.timers.get(timer) !== own) return;
        this.timers.delete(timer);
        this.hear({ on: "rang", timer, isAsking: this.asking !== null });
      });
    }
    if (effect.do === "pass") {
      this.waiting.push(/** @type {Asked} */ (this.others.get(effect.id)));
      this.nextTurn();
    }
    if (effect.do === "replayed") this.toServer(() => this.replayed());
    if (effect.do === "send") {
      const { gesture } = effect;
      if (!this.state.replay) this.log.push({ visit: this.state.visit, sent: gesture });
      if (gesture.moving && this.random() < 0.1) return; // overtaken on its way
      this.toServer(() => this.gesture(gesture));
    }
  }

  // The line of other tools: one at a time, asked again when it was lost.

  /** @param {Asked} asked */
  ask(asked) {
    const id = this.others.size;
    this.others.set(id, asked);
    this.hear({ on: "other", id });
  }

  /** @param {Asked} asked */
  goBack(asked) {
    this.hear({ on: "went" });
    this.waiting.push(asked);
    this.nextTurn();
  }

  nextTurn() {
    if (this.asking) return;
    this.asking = this.waiting.shift() ?? null;
    if (this.asking) this.askServer(this.asking);
    else this.hear({ on: "free" });
  }

  /** @param {Asked} asked */
  askServer(asked) {
    this.toServer(() => {
      const { server } = this, isNew = asked.doneBy !== server.visit;
      if (asked.values && isNew) Object.assign(server, { revision: server.revision + 1, ...settledAt(server, asked.values) });
      asked.doneBy = server.visit;
      this.shown();
      this.toPanel(() => { if (this.asking === asked) this.released(); });
    });
    this.later(UNHEARD_MS + 4 * SLOWEST_MS, () => { if (this.asking === asked) this.askServer(asked); });
  }

  released() {
    this.asking = null;
    this.nextTurn();
  }

  // The server.

  /** @param {Gesture} gesture */
  gesture(gesture) {
    const { server } = this;
    if (gesture.sequence <= server.sequence) return;
    server.sequence = gesture.sequence;
    server.values = gesture.changes.reduce(changed, server.values);
    if (!gesture.moving && !isSame(server.values, server.settled)) Object.assign(server, settledAt(server, server.values));
    const isOvertaken = this.random() < 0.1 && this.upTo > this.now; // by a run that is asked for already
    if (!gesture.moving && !isOvertaken) this.shown();
    if (!isOvertaken && this.random() < 0.9) this.drawn();
  }

  replayed() {
    Object.assign(this.server, { values: this.server.settled, revision: this.server.revision + 1 });
    this.shown();
  }

  /** A server that knows no more than the address takes the place of this one; what is under way is lost. */
  restart() {
    this.visits += 1;
    this.agenda = this.agenda.filter((each) => !Object.hasOwn(each, "isOnItsWay"));
    this.server = this.started();
    this.shown();
  }

  shown() {
    const { visit, revision, sequence, values, settled, before } = this.server;
    const levers = Object.entries(values).map(([path, value]) => ({ path, kind: "slider", value, default: 0 }));
    const steps = Object.keys(settled).filter((path) => settled[path] !== before[path])
      .map((path) => ({ path, from: before[path] ?? 0, to: settled[path] ?? 0 }));
    this.toPanel(() => {
      this.hear({ on: "shown", answer: { visit, revision, sequence, levers, isLocked: false, steps } });
    });
  }

  drawn() {
    const { sequence } = this.server;
    this.toPanel(() => this.hear({ on: "drawn", sequence }));
  }

  // Time, and the two ways: to the server things come in order.

  /** @param {number} ms @param {() => void} what @param {object} [how] */
  later(ms, what, how = {}) {
    this.agenda.push({ at: this.now + ms, do: what, ...how });
  }

  /** @param {() => void} what */
  toServer(what) {
    this.upTo = Math.max(this.upTo, this.now) + this.delay();
    this.later(this.upTo - this.now, what, { isOnItsWay: true });
  }

  /** The first that is heard of a run brings the address along. @param {() => void} what */
  toPanel(what) {
    const { settled } = this.server, number = (this.runs += 1);
    this.later(this.delay(), () => {
      if (number > this.written) Object.assign(this, { written: number, address: settled });
      what();
    }, { isOnItsWay: true });
  }

  delay() {
    return this.random() < 0.8 ? 5 + 60 * this.random() : SLOWEST_MS * this.random();
  }

  /** @param {number} ms */
  run(ms) {
    const end = this.now + ms;
    for (;;) {
      const next = this.agenda.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.agenda.splice(this.agenda.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.do();
    }
    this.now = end;
  }
}

/** @param {Server} server @param {Values} values */
function settledAt(server, values) {
  return { values, settled: values, before: server.settled };
}

/** @param {Values} one @param {Values} other */
function isSame(one, other) {
  return Object.keys(one).every((path) => one[path] === other[path]);
}

/** @param {Values} values @param {Change} change @returns {Values} */
export function changed(values, { path, value, text, reset }) {
  if (reset) return path ? { ...values, [path]: 0 } : DEFAULTS;
  return { ...values, [path]: text === undefined ? value ?? null : Number(text) };
}
