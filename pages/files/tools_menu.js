// What is used more rarely, in a menu under its button: arrow keys go through it, and it closes when something is chosen.

const BELOW = 4;

/**
 * @param {HTMLButtonElement} opener
 * @param {HTMLElement} menu
 */
export function opensMenu(opener, menu) {
  opener.popoverTargetElement = menu;
  menu.addEventListener("beforetoggle", ({ newState }) => {
    if (newState !== "open") return;
    const { left, bottom } = opener.getBoundingClientRect();
    Object.assign(menu.style, { left: `${Math.max(BELOW, Math.min(left, innerWidth - 300))}px`, top: `${bottom + BELOW}px` });
  });
  menu.addEventListener("toggle", ({ newState }) => {
    opener.ariaExpanded = String(newState === "open");
    if (newState === "open") menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")].filter((item) => item.offsetParent && !item.disabled);
    const at = items.findIndex((item) => item === document.activeElement);
    const to = new Map([["ArrowDown", at + 1], ["ArrowUp", at - 1], ["Home", 0], ["End", -1]]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  });
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("button")) menu.hidePopover();
  });
}
