// The levers of one visit, told what happens to them event by event.
import assert from "node:assert/strict";
import { BEGINNING, step } from "../../pages/levers/protocol.js";

/** @import { Answer, Event, Gesture, State, Value } from "../../pages/levers/records.js" */

export const MARGIN = "risk_margin", INDEX = "index_rate", SWITCH = "measures.fm_avvikling.enabled";
/** @type {Record<string, Value>} */
const DEFAULTS = { [MARGIN]: 5, [INDEX]: 0, [SWITCH]: false };

/** The levers of one visit, and what they have done so far. */
export class Panel {
  /** @type {State} */ state = BEGINNING;
  /** @type {Gesture[]} */ sent = [];
  /** @type {number[]} */ passed = [];
  /** @type {(Value | undefined)[]} */ foreseen = []; // undefined where what was foreseen is forgotten
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
        if (effect.do === "foresee") this.foreseen.push(effect.value);
        if (effect.do === "forget") this.foreseen.push(undefined);
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

  /** A move to a stop whose answer is known. @param {string} path @param {Value} value @param {boolean} [moving] */
  moveAhead(path, value, moving = true) {
    this.hear({ on: "moved", path, value, moving, seen: 0, isKnown: true });
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
export function levers(values = DEFAULTS) {
  return Object.entries({ ...DEFAULTS, ...values }).map(([path, value]) =>
    ({ path, kind: path === SWITCH ? "switch" : "slider", value, default: DEFAULTS[path] ?? null }));
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
