// What a phone has instead of the menu and the panel: the page's name, which opens the list of pages; the link; and the
// levers from below, under the headline that they move.
import { ask } from "./asking.js";
import { button, element, part, parts, set } from "./dom.js";
import { opening } from "./opening.js";

/** @import { OpenPage, PhoneBarMessage } from "../messages.js" */
/** @import { Box } from "./opening.js" */
/** @typedef {Box<PhoneBarMessage, OpenPage> & { page: string }} Bar */

const SHEET = "sheet";
const { classList } = document.documentElement;

export default opening(".phone-bar", { own: () => ({ page: "" }), open, show, close: () => classList.remove(SHEET) });

/** @param {Bar} bar */
function open(bar) {
  const { root, listen } = bar;
  part(root, ".phone-share").addEventListener("click", () => document.dispatchEvent(new CustomEvent("scenario:link")));
  part(root, ".phone-levers").addEventListener("click", () => unfold(bar, !classList.contains(SHEET)));
  listen(document, "keydown", ({ key }) => {
    if (key === "Escape" && classList.contains(SHEET)) unfold(bar, false);
  });
}

/** @param {Bar} bar */
function show(bar) {
  const { root, data } = bar;
  if (bar.page !== data.page) classList.remove(SHEET); // the levers of another page
  bar.page = data.page;
  set(part(root, ".phone-name"), data.name);
  set(part(root, ".phone-share"), data.labels.share);
  part(root, ".phone-pages").ariaLabel = data.labels.pages;
  label(bar);
  const list = part(root, "ul"), isShown = parts(list, "button").map((each) => each.textContent).join();
  if (isShown !== data.pages.map(({ title }) => title).join()) list.replaceChildren(...rows(bar));
  for (const each of parts(list, "button")) {
    if (each.dataset.page === data.page) each.ariaCurrent = "page";
    else each.removeAttribute("aria-current");
  }
}

/** @param {Bar} bar */
function rows(bar) {
  let group = "";
  return bar.data.pages.flatMap((page) => {
    const link = button("", page.title), made = [element("li", "", link)];
    link.dataset.page = page.name;
    link.addEventListener("click", () => lead(bar, page.name));
    if (page.group && page.group !== group) made.unshift(element("li", "group", page.group));
    group = page.group;
    return made;
  });
}

/** @param {Bar} bar @param {string} page */
function lead(bar, page) {
  part(bar.root, ".phone-pages").hidePopover();
  unfold(bar, false);
  if (page !== bar.data.page) ask(bar, { do: "page", page });
}

/**
 * Opens the levers, and has the headline above them, or closes them.
 * @param {Bar} bar
 * @param {boolean} isOpen
 */
function unfold(bar, isOpen) {
  if (classList.toggle(SHEET, isOpen)) document.querySelector(".figures .headline")?.scrollIntoView();
  const first = document.querySelector(".levers input");
  if (isOpen && first instanceof HTMLElement) first.focus({ preventScroll: true });
  label(bar);
}

/** @param {Bar} bar */
function label({ root, data }) {
  const levers = part(root, ".phone-levers"), isOpen = classList.contains(SHEET);
  levers.ariaExpanded = String(isOpen);
  set(levers, isOpen ? data.labels.close : data.labels.levers);
}
