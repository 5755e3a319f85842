// Fields whose text the server reads when it is entered.

/** @import { Asker } from "./asking.js" */
/** @typedef {{ isTyping: boolean, moment: number }} Typing */

/** @type {WeakMap<Element, Typing>} */
const fields = new WeakMap();

/** @type {WeakSet<EventTarget>} Fields that are not entered, in which something was typed since they got the focus. */
const others = new WeakSet();

globalThis.document?.addEventListener("input", ({ target }) => { if (target) others.add(target); }, { capture: true });
globalThis.document?.addEventListener("focusout", ({ target }) => { if (target) others.delete(target); }, { capture: true });

/**
 * A field whose text is entered with Enter or by leaving it; what was entered is the scenario's to undo, not the text's.
 * ``enter`` gives the moment at which it asked the server, if it did.
 * @param {HTMLInputElement} input
 * @param {(text: string) => number | void} enter
 */
export function typedField(input, enter) {
  const typing = { isTyping: false, moment: 0 };
  fields.set(input, typing);
  Object.assign(input, { type: "text", autocomplete: "off" });
  input.addEventListener("input", () => { typing.isTyping = true; });
  input.addEventListener("blur", () => { typing.isTyping = false; });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") typing.isTyping = false; });
  input.addEventListener("change", () => {
    typing.isTyping = false;
    typing.moment = enter(input.value) ?? 0;
  });
}

/**
 * A typed field that selects what stands until it is typed in, so that the next number takes its place.
 * @param {HTMLInputElement} input
 * @param {(text: string) => number | void} enter
 */
export function numberField(input, enter) {
  input.inputMode = "decimal";
  input.addEventListener("mousedown", (event) => {
    if (isTyped(input)) return;
    event.preventDefault(); // else the mouse would put its caret into what is selected, after every other event
    input.focus();
    input.select();
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") input.select(); });
  typedField(input, enter);
}

/**
 * Puts the server's text into a field, unless something is being typed there or has not been answered.
 * @param {Asker} box
 * @param {HTMLInputElement} input
 * @param {string} text
 */
export function renew(box, input, text) {
  const typing = fields.get(input);
  if (typing && (typing.isTyping || typing.moment > box.data.answered)) return;
  if (input.value === text) return;
  input.value = text;
  if (document.activeElement === input) input.select();
}

/**
 * Whether keys belong to the text of an element: while it is being typed in. A field that is no more than looked through,
 * as one that searches, is from its first letter until it is left.
 * @param {Element} target
 */
export function isTyped(target) {
  return target.matches("input:is([type=text], [type=search]), textarea") && (fields.get(target)?.isTyping ?? others.has(target));
}
