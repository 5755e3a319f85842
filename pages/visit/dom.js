// Elements found, made and put in their place. Text is only ever set as text: nothing here reads markup.

/**
 * The element that a component's own HTML is sure to hold.
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
/**
 * The same of a kind, such as HTMLInputElement.
 * @template {Element} Kind
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Element} [kind]
 * @returns {Element}
 */
export function part(root, selector, kind = HTMLElement) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`There is no ${kind.name} «${selector}».`);
}

/**
 * Every HTML element of a selector.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function parts(root, selector) {
  return [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
}

/**
 * Sets a text where it is another one.
 * @param {Element} target
 * @param {string | null | undefined} value
 */
export function set(target, value) {
  if (target.textContent !== value) target.textContent = value ?? "";
}

/**
 * A new element with its class and what it holds.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A new button, which sends no form.
 * @param {string} [className]
 * @param {(Node | string)[]} children
 */
export function button(className = "", ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  return made;
}

/**
 * A new choice of a menu.
 * @param {string} value
 * @param {string} label
 */
export function option(value, label) {
  const made = element("option", "", label);
  made.value = value;
  return made;
}

/**
 * A new cell of a table: with a scope it is a head.
 * @param {"th" | "td"} tag
 * @param {string} value
 * @param {string} [scope]
 */
export function cell(tag, value, scope = "") {
  const made = element(tag, "", value);
  if (scope) made.scope = scope;
  return made;
}

/**
 * Puts a child at a place of its parent: what is kept from one answer to the next stands in the order of the last.
 * @param {Element} parent
 * @param {Element} child
 * @param {number} at
 */
export function put(parent, child, at) {
  if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
}
