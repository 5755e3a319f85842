// A way to the pages before the levers: Streamlit puts the levers first in the order of the Tab key.
import { button, element, set } from "./dom.js";
import { PAGE_LINKS } from "./streamlit_insides.js";

const made = element("nav", "skip-link", button());

/**
 * The first stop of the Tab key leads to the first page in the menu; it is seen when it has the focus.
 * @param {string} label
 */
export function showSkipLink(label) {
  const [link] = made.children;
  if (!(link instanceof HTMLButtonElement)) return;
  set(link, label);
  made.ariaLabel = label;
  link.onclick = () => pageLink()?.focus();
  if (!made.isConnected) document.body.prepend(made);
}

/** The page that is looked at, else the first in view. */
function pageLink() {
  const links = [...document.querySelectorAll(PAGE_LINKS)].filter((link) => link instanceof HTMLAnchorElement && link.offsetParent);
  return /** @type {HTMLAnchorElement | undefined} */ (links.find((link) => link.ariaCurrent === "page") ?? links[0]);
}
