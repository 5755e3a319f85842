// Links to the page of sources. A plain click stays in the visit; any other opens the same address anew.
import { element } from "./dom.js";

const PAGE = "kilder";
const PARAMETER = "kilde";

/**
 * A link to a source that a click on the page follows with ``go``.
 * @param {string} source
 * @param {string} label
 * @param {(source: string) => void} go
 */
export function addressed(source, label, go) {
  const made = element("a", "", label);
  const point = () => { made.href = addressOf(made.dataset.to ?? ""); };
  made.dataset.to = source;
  point();
  for (const kind of ["pointerenter", "focus"]) made.addEventListener(kind, point); // the address may have changed
  made.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(made.dataset.to ?? "");
  });
  return made;
}

/**
 * A link to a source from another page.
 * @param {string} source
 * @param {string} label
 */
export function sourceLink(source, label) {
  return addressed(source, label, (to) => document.dispatchEvent(new CustomEvent("source:open", { detail: to })));
}

/**
 * The address of a source, with all else that the present one says.
 * @param {string} source
 */
function addressOf(source) {
  const query = new URLSearchParams(location.search);
  const said = [...query].filter(([name]) => name !== PARAMETER);
  return `${PAGE}?${new URLSearchParams([[PARAMETER, source], ...said])}`;
}
