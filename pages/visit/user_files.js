// Files that the visitor chooses, and files that the server has made.
import { element } from "./dom.js";

/** @import { MadeFile, ReadFile } from "../messages.js" */

/**
 * The chosen file's name, size and bytes in base64, which the server reads; no bytes where it is too large to be what is
 * asked for.
 * @param {HTMLInputElement} input
 * @param {number} largest bytes
 * @returns {Promise<ReadFile | null>}
 */
export async function readFile(input, largest) {
  const file = input.files?.[0];
  if (!file) return null;
  const content = file.size > largest ? null : await base64(file);
  input.value = "";
  const stamp = crypto.getRandomValues(new Uint32Array(2)).join("");
  const found = { name: file.name, size: file.size, content, stamp };
  document.dispatchEvent(new CustomEvent("file:read", { detail: found })); // who keeps it for a server that starts anew
  return found;
}

/**
 * Saves what the server made.
 * @param {MadeFile} made
 */
export function saveFile({ name, content }) {
  const anchor = element("a");
  anchor.href = URL.createObjectURL(blobOf(content));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

/**
 * The bytes of a file that came as base 64.
 * @param {string} content
 * @param {string} type
 */
export function blobOf(content, type = "") {
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type });
}

/** @param {Blob} file */
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
