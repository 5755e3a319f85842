// A row of the reconciliation: where a figure stands, both numbers, why they differ, and the ways on.
import { button, element } from "../visit/dom.js";

/** @import { CheckRow, ReconciliationMessage } from "../messages.js" */
/** @typedef {(id: string) => void} Look */

/**
 * A row. ``title`` is the element that its place stands in; ``why`` is said under it; ``id`` is what its link names.
 * @param {CheckRow} row
 * @param {ReconciliationMessage} data
 * @param {Look} look
 * @param {{ title?: "h2" | "p", why?: string, id?: string }} [about]
 */
export function checkRow(row, data, look, { title = "p", why = "", id = row.id } = {}) {
  const { labels } = data;
  const words = element("div", "check-words", element(title, "check-place", row.place));
  if (why) words.append(element("p", "check-cause", why));
  words.append(element("p", "check-of", `${row.of}. ${row.document}.`), ways(row, data, look, id));
  const made = element("div", "check-row", words, element("dl", "check-numbers",
    number(labels.printed, row.printed),
    number(labels.recomputed, row.recomputed),
    number(labels.difference, row.difference, row.unit),
  ));
  made.dataset.check = id;
  return made;
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} [unit]
 */
function number(label, value, unit = "") {
  const said = element("dd", "", value);
  if (unit) said.append(element("span", "check-unit", ` ${unit}`));
  return element("div", "", element("dt", "", label), said);
}

/**
 * The calculation, and the address of the row.
 * @param {CheckRow} row
 * @param {ReconciliationMessage} data
 * @param {Look} look
 * @param {string} id
 */
function ways(row, { labels, link }, look, id) {
  const address = element("a", "", labels.link);
  address.href = `?sjekk=${encodeURIComponent(id)}&${link}`;
  address.ariaLabel = `${labels.link}: ${row.place}`;
  address.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    look(id);
  });
  const made = element("div", "check-ways", address);
  if (row.opens) {
    const opener = button("", labels.open);
    opener.ariaLabel = `${labels.open}: ${row.place}`;
    opener.dataset.opens = row.opens;
    opener.dataset.label = row.place;
    opener.ariaHasPopup = "dialog";
    made.prepend(opener);
  }
  return made;
}
