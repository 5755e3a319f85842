// A table on the clipboard with its name and its source, as HTML and as text: what it is pasted into takes it as a table.
// A chart on the clipboard as a picture.
import { blobOf } from "../visit/user_files.js";

/** @import { MadeFile } from "../messages.js" */

const COPY = ".copy-table"; // the button beside a table: board and pages/files/tables.py have it
const MARKUP = /** @type {const} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" });

/**
 * What the clipboard gets, by kind.
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows the first cell of each is its name
 * @param {string} caption
 * @param {string} source
 */
export function writtenTable(header, rows, caption, source) {
  const head = header.map((name, at) => `<th style="text-align: ${at ? "right" : "left"}">${safe(name)}</th>`).join("");
  const body = rows.map(([first, ...rest]) =>
    `<tr><th style="text-align: left; font-weight: normal">${safe(first)}</th>${rest.map((cell) =>
      `<td style="text-align: right">${safe(cell)}</td>`).join("")}</tr>`).join("");
  return {
    "text/html": `<p><b>${safe(caption)}</b></p><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><p>${safe(source)}</p>`,
    "text/plain": [caption, ...[header, ...rows].map((cells) => cells.join("\t")), source].join("\n"),
  };
}

/** @param {string} words */
function safe(words) {
  return words.replace(/[&<>]/g, (sign) => MARKUP[/** @type {keyof typeof MARKUP} */ (sign)]);
}

/**
 * Copies the table beside a button that was pressed, and says so in its place.
 * @param {Event} event
 */
export function copyTable({ target }) {
  const pressed = target instanceof Element ? target.closest(COPY) : null;
  const table = pressed?.parentElement?.querySelector("table");
  if (!(pressed instanceof HTMLElement) || !table) return;
  const [header = [], ...rows] = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  const { caption = "", source = "", copied = "", failed = "" } = pressed.dataset;
  pressed.ariaLive = "polite";
  pressed.textContent = put(writtenTable(header, rows, caption, source)) ? copied : failed;
}

/**
 * Copies a picture that has still to be made, and says so in the place of the button that was pressed.
 * @param {HTMLElement} pressed
 * @param {(receive: (file: MadeFile) => void) => void} make asks for it; ``receive`` gets it
 */
export async function copyPicture(pressed, make) {
  const { copied = "", failed = "" } = pressed.dataset;
  pressed.ariaLive = "polite";
  try { // a page without https has no such clipboard; one that waits must be told at once that something comes
    const picture = new Promise((done) => make(({ content }) => done(blobOf(content, "image/png"))));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    pressed.textContent = copied;
  } catch {
    pressed.textContent = failed;
  }
}

/**
 * By the event of copying, which also a page without https has.
 * @param {Record<string, string>} texts
 */
function put(texts) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    for (const [kind, words] of Object.entries(texts)) event.clipboardData?.setData(kind, words);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", fill, { capture: true });
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return isCopied;
}
