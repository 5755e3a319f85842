// Fields whose text the server reads when it is entered.

/** @import { Asker } from "./asking.js" */
/** @typedef {{ isTyping: boolean, moment: number }} Typing */

/** @type {WeakMap<Element, Typing>} */
const fields = new WeakMap();

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
  input.addEventListener("click", () => { if (!isTyped(input)) input.select(); });
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
 * Whether keys belong to the text of an element: of a field of ours while it is being typed in, of any other always.
 * @param {Element} target
 */
export function isTyped(target) {
  return target.matches("input[type=text], textarea") && (fields.get(target)?.isTyping ?? true);
}
