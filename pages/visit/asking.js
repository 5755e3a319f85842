// What a component asks the server for, and what it says where that could not be done.
import { set } from "./dom.js";

const READ_MS = 1000;

/** @import { Answering, Moment } from "../messages.js" */
/** @import { Send } from "./events.js" */
/**
 * What is asked for, and when.
 * @template Asks
 * @typedef {Asks & Moment} Asked
 */
/**
 * What a component keeps of its asking, for one of ``Asks``. ``problem`` is the place where it says what could not be done.
 * @template Asks
 * @typedef {{
 *   problem: HTMLElement | null,
 *   setTriggerValue: Send,
 *   asked: Asked<Asks>[],
 *   sentence: string,
 *   shownAt: number,
 *   awayAt: number | null,
 *   seen: number,
 * }} Asking
 */
/**
 * @template [Asks=unknown]
 * @typedef {Asking<Asks> & { data: Answering }} Asker
 */

/**
 * Nothing asked yet.
 * @param {HTMLElement} root
 * @returns {Omit<Asking<never>, "setTriggerValue">}
 */
export function asking(root) {
  return { problem: root.querySelector(".problem"), asked: [], sentence: "", shownAt: 0, awayAt: null, seen: 0 };
}

/**
 * Asks the server for something in its turn. A message can be overtaken on its way by another run, so what is unanswered
 * goes along each time, and the server does each once. Gives the moment that ``data.answered`` reaches with the answer.
 * @template Asks
 * @param {Asker<Asks>} box
 * @param {NoInfer<Asks>} message
 */
export function ask(box, message) {
  const asked = { ...message, moment: performance.timeOrigin + performance.now(), seen: seen(box) };
  box.asked = [...box.asked, asked];
  inTurn(() => {
    box.asked = box.asked.filter(({ moment }) => moment > box.data.answered);
    box.setTriggerValue("asked", box.asked.filter(({ moment }) => moment <= asked.moment));
  }, asked.moment, () => box.data.answered >= asked.moment, box);
  return asked.moment;
}

/**
 * Calls ``then`` when all that was asked for before is answered and drawn, levers too: what is taken of the page is of that.
 * @param {() => void} then
 */
export function whenAnswered(then) {
  let isThere = false;
  inTurn(() => {
    isThere = true;
    then();
  }, performance.timeOrigin + performance.now(), () => isThere);
}

/**
 * What could not be done, over what stands below it: nothing moves. A click, Escape or the next thing asked takes it away.
 * @param {Asker} box
 * @param {string} sentence
 */
export function complain(box, sentence) {
  const { problem } = box;
  if (!problem) throw new Error("A component that complains has a place for it.");
  if (sentence !== box.sentence) box.shownAt = performance.now();
  box.sentence = sentence;
  set(problem, box.awayAt === box.data.answered ? "" : sentence);
  problem.onclick = () => away(box);
  if (problem.parentElement) problem.parentElement.onkeydown = (event) => { if (event.key === "Escape") away(box); };
}

/**
 * The last answer that has been read: a problem that has just come up stands until more is asked about the same.
 * @param {Asker} box
 */
export function seen(box) {
  if (!box.problem?.textContent || performance.now() - box.shownAt > READ_MS) {
    box.seen = box.data.answered;
    away(box);
  }
  return box.seen ?? 0;
}

/** @param {Asker} box */
function away(box) {
  box.awayAt = box.data.answered;
  if (box.problem) set(box.problem, "");
}

/**
 * Calls ``send`` when the levers are at rest and everything that was asked for before is done. The server knows it by its
 * ``moment``, so it may be sent again, and ``isDone`` says whether it is done. What ``asker`` asks for several times in a row
 * is one turn, the last.
 * @param {() => void} send
 * @param {number} moment
 * @param {() => boolean} isDone
 * @param {object | null} [asker]
 */
export function inTurn(send, moment, isDone, asker = null) {
  afterLevers(() => takeTurn(send, moment, isDone, asker));
}

/**
 * Sends what a part of the page needs for itself alone, in its turn, as long as that part is on the page. A run of one part
 * that is asked for after another page was makes Streamlit take away the new page, or lose its place in it.
 * @param {HTMLElement} root
 * @param {() => void} send
 * @param {() => boolean} isDone
 */
export function forPart(root, send, isDone) {
  takeTurn(send, performance.timeOrigin + performance.now(), () => !root.isConnected || isDone());
}

/**
 * @param {() => void} send
 * @param {number} moment
 * @param {() => boolean} isDone
 * @param {object | null} [asker]
 */
function takeTurn(send, moment, isDone, asker = null) {
  const detail = { send, moment, isDone, asker };
  if (document.dispatchEvent(new CustomEvent("turn:take", { detail, cancelable: true }))) send();
}

/**
 * Calls ``then`` when every change of a lever has been answered: what is asked for next must not overtake it.
 * @param {() => void} then
 */
function afterLevers(then) {
  if (document.dispatchEvent(new CustomEvent("levers:rest", { detail: then, cancelable: true }))) then();
}
