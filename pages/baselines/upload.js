// A workbook is chosen and sent; what came of it is said when the server has read it. The page keeps the file in its
// memory alone, and gives it again to a server that has started anew.
import { ask } from "../visit/asking.js";
import { part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { readFile } from "../visit/user_files.js";
import { filled } from "../visit/words.js";

/** @import { ReadFile, ReadWorkbook, UploadMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<UploadMessage, ReadWorkbook> & ReturnType<typeof own>} Upload */

// What outlives the component: it is drawn anew on each page.
const known = {
  /** @type {string | null} the server's name of this visit */
  visit: null,
  /** @type {string} of the workbook that the server has read */
  stamp: "",
  /** @type {ReadFile | null} the workbook that was sent last */
  file: null,
};

export default opening(".upload", { own, open, show });

function own() {
  return { moment: 0, name: "" };
}

/** @param {Upload} upload */
function open(upload) {
  const { root } = upload, input = part(root, "input", HTMLInputElement);
  part(root, "button").addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const found = await readFile(input, upload.data.largest);
    if (found) send(upload, found);
  });
}

/** @param {Upload} upload */
function show(upload) {
  const { root, data } = upload;
  set(part(root, "label"), data.label);
  set(part(root, "button"), data.open);
  say(upload);
  const { visit, file, stamp } = known;
  known.visit = data.visit;
  if (visit !== null && visit !== data.visit && file && file.stamp === stamp) send(upload, file);
  else known.stamp = data.stamp;
}

/**
 * @param {Upload} upload
 * @param {ReadFile} file
 */
function send(upload, file) {
  known.file = file.content === null ? null : file;
  upload.name = file.name;
  upload.moment = ask(upload, { do: "read", ...file });
  say(upload);
}

/** @param {Upload} upload */
function say({ root, data, moment, name }) {
  set(part(root, ".upload-said"), moment > data.answered ? filled(data.reading, { name }) : data.said);
}
