// What Streamlit says by itself, in English and with no way to change it, is said in the language of the page.
import { OURS, SAID } from "./streamlit_insides.js";

/** @typedef {(node: Node, name: string, found: string | null, put: (said: string) => void) => void} Meet */

const ATTRIBUTES = ["aria-label", "title", "placeholder"];
const NUMBER = /\d+/;
const NAMES = new Map(Object.entries(SAID).map(([name, english]) => [english, name]));

const speech = {
  /** @type {Readonly<Record<string, string>>} */ words: {},
  /** @type {MutationObserver | null} */ watching: null,
  isDue: false,
};

/** What was put where, and what had stood there: Streamlit does not write again what it believes to stand. */
/** @type {WeakMap<Node, Map<string, { english: string, said: string }>>} */
const spoken = new WeakMap();

/**
 * Has Streamlit speak ``words`` from now on, by the names of ``SAID``.
 * @param {Readonly<Record<string, string>>} words
 */
export function speak(words) {
  speech.words = words;
  speech.watching ??= watched();
  translate();
}

/** Parts of Streamlit's that come later, as a dialog's, are spoken in the next frame. */
function watched() {
  const watching = new MutationObserver((changes) => {
    if (speech.isDue || !changes.some(({ target }) => isStreamlits(target))) return;
    speech.isDue = true;
    requestAnimationFrame(translate);
  });
  watching.observe(document.body, { subtree: true, childList: true, attributeFilter: ATTRIBUTES });
  return watching;
}

/** @param {Node} target */
function isStreamlits(target) {
  return !(target instanceof Element && target.closest(OURS));
}

function translate() {
  speech.isDue = false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(OURS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) meet(node, "", node.data, (said) => { node.data = said; });
    else if (node instanceof Element) {
      for (const name of ATTRIBUTES) meet(node, name, node.getAttribute(name), (said) => node.setAttribute(name, said));
    }
  }
}

/** @type {Meet} */
function meet(node, name, found, put) {
  if (!found) return;
  const before = spoken.get(node)?.get(name), english = before?.said === found ? before.english : found;
  const said = inWords(english, speech.words);
  if (said === null) return;
  if (!spoken.has(node)) spoken.set(node, new Map());
  spoken.get(node)?.set(name, { english, said });
  if (said !== found) put(said);
}

/**
 * What Streamlit says in English, in other words; null where it is none of what it says.
 * @param {string} english
 * @param {Readonly<Record<string, string>>} words
 */
export function inWords(english, words) {
  const number = NUMBER.exec(english)?.[0] ?? "", name = NAMES.get(english.replace(NUMBER, "#"));
  return (name && words[name]?.replace("#", number)) ?? null;
}
