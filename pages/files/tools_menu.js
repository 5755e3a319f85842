// What is used more rarely, in a menu under its button; it closes when something in it is chosen.

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
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("button")) menu.hidePopover();
  });
}
