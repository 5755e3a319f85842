// How every component of ours is opened: Streamlit calls a component's function each time its data are new.
import { asking } from "./asking.js";
import { part } from "./dom.js";
import { inAMessageOfItsOwn } from "./one_message.js";

/** @import { Asking } from "./asking.js" */
/** @import { Send } from "./events.js" */

/**
 * What a component has in hand as long as it is on the page: what it was sent, and may ask for. ``listen`` hears until the
 * component is gone.
 * @template Data
 * @template [Asks=never]
 * @typedef {Asking<Asks> & {
 *   root: HTMLElement,
 *   data: Data,
 *   setStateValue: Send,
 *   listen: Listen,
 * }} Box
 */
/** @typedef {DocumentEventMap & WindowEventMap} Events */
/** @typedef {<Kind extends keyof Events>(target: EventTarget, kind: Kind, hear: (event: Events[Kind]) => void, options?: AddEventListenerOptions) => void} Listen */
/**
 * What Streamlit calls a component with.
 * @template Data
 * @typedef {{
 *   data: Data,
 *   parentElement: ParentNode,
 *   setStateValue: Send,
 *   setTriggerValue: Send,
 * }} Mounted
 */
/**
 * What a component is made of; each part is optional but ``show``.
 * @template Data
 * @template Asks
 * @template Own
 * @typedef {{
 *   own?: () => Own,
 *   open?: (box: Box<Data, Asks> & Own) => void,
 *   show: (box: Box<Data, Asks> & Own) => void,
 *   close?: (box: Box<Data, Asks> & Own) => void,
 * }} Parts
 */

/**
 * @param {Pick<Mounted<never>, "setStateValue" | "setTriggerValue">} mounted
 * @returns {Pick<Mounted<never>, "setStateValue" | "setTriggerValue">}
 */
function sending({ setStateValue, setTriggerValue }) {
  return {
    setStateValue: (name, value) => inAMessageOfItsOwn(() => setStateValue(name, value)),
    setTriggerValue: (name, value) => inAMessageOfItsOwn(() => setTriggerValue(name, value)),
  };
}

/**
 * The function of the component whose HTML is ``selector``. ``own`` gives the state that it keeps from one answer to the
 * next, ``open`` is called once for it, ``show`` with every answer, ``close`` when it is gone.
 * @template Data
 * @template Asks
 * @template {object} [Own=object]
 * @param {string} selector
 * @param {Parts<Data, Asks, Own>} parts
 * @returns {(mounted: Mounted<Data>) => () => void}
 */
export function opening(selector, { own, open, show, close }) {
  /** @type {WeakMap<HTMLElement, { box: Box<Data, Asks> & Own, left: AbortController }>} */
  const known = new WeakMap();

  /** @param {HTMLElement} root @param {Mounted<Data>} mounted */
  function opened(root, mounted) {
    const left = new AbortController();
    /** @type {Listen} */
    const listen = (target, kind, hear, options) =>
      target.addEventListener(kind, /** @type {EventListener} */ (hear), { ...options, signal: left.signal });
    const common = { ...asking(root), root, data: mounted.data, ...sending(mounted), listen };
    const box = Object.assign(common, own?.() ?? /** @type {Own} */ ({}));
    known.set(root, { box, left });
    open?.(box);
    return { box, left };
  }

  return (mounted) => {
    const root = part(mounted.parentElement, selector);
    const { box, left } = known.get(root) ?? opened(root, mounted);
    const { data } = mounted;
    Object.assign(box, { data, ...sending(mounted) });
    show(box);
    root.dataset.open = ""; // what awaits the whole page looks for it (arrival.js)
    return () => {
      if (root.isConnected) return; // Streamlit takes back a call that newer data overtook; the component stays
      left.abort();
      known.delete(root);
      close?.(box);
    };
  };
}
