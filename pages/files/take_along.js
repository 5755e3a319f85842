// Files to take along: each is made on click and saved when it comes.
import { ask, complain } from "../visit/asking.js";
import { button, element, part, parts, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { readFile, saveFile } from "../visit/user_files.js";
import { filled } from "../visit/words.js";

/** @import { FileOffered, TakeAsks, TakeMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<TakeMessage, TakeAsks> & ReturnType<typeof own>} List */

export default opening(".take-list", { own, open, show });

function own() {
  return { waiting: false, key: "" };
}

/** @param {List} list */
function open(list) {
  const { root } = list, file = part(root, "[type=file]", HTMLInputElement);
  part(root, "[data-do=theme]").addEventListener("click", () => file.click());
  part(root, "[data-do=remove]").addEventListener("click", () => ask(list, { do: "remove" }));
  file.addEventListener("change", async () => {
    const opened = await readFile(file, list.data.largest);
    if (opened) ask(list, { do: "theme", ...opened });
  });
}

/** @param {List} list */
function show(list) {
  const { data, root } = list;
  label(list);
  if (!list.waiting) return;
  list.waiting = false;
  if (data.taken) saveFile(data.taken);
  set(part(root, ".take-said"), data.taken ? filled(data.labels.done, { name: data.taken.name }) : "");
}

/** @param {List} list */
function label(list) {
  const { root, data } = list, { labels } = data;
  const key = JSON.stringify([data.files, labels]);
  if (list.key !== key) part(root, "ul").replaceChildren(...data.files.map((file) => row(list, file)));
  list.key = key;
  disable(list, false);
  set(part(root, ".take-theme span"), data.hasTheme ? labels.theme_own : labels.theme);
  set(part(root, "[data-do=theme]"), labels.theme_open);
  set(part(root, "[data-do=remove]"), labels.theme_remove);
  part(root, "[data-do=remove]").hidden = !data.hasTheme;
  complain(list, data.problem);
}

/**
 * @param {List} list
 * @param {FileOffered} file
 */
function row(list, file) {
  const { labels } = list.data;
  const made = button("", labels.make);
  made.ariaLabel = `${labels.make}: ${file.title}`;
  made.dataset.kind = file.kind;
  made.onclick = () => make(list, file);
  return element("li", "", element("div", "", element("strong", "", file.title), element("span", "", file.for)), made);
}

/**
 * @param {List} list
 * @param {FileOffered} file
 */
function make(list, file) {
  list.waiting = true;
  disable(list, true);
  set(part(list.root, ".take-said"), filled(list.data.labels.making, { title: file.title }));
  ask(list, { do: "make", kind: file.kind });
}

/**
 * @param {List} list
 * @param {boolean} disabled
 */
function disable(list, disabled) {
  for (const each of parts(list.root, "li button")) each.toggleAttribute("disabled", disabled);
}
