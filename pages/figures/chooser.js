// Where the scenarios that stand side by side come from. The figures say which is to go («column:remove»).
import { ask, complain } from "../visit/asking.js";
import { element, option, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { readFile } from "../visit/user_files.js";

/** @import { ChooserAsks, ChooserMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<ChooserMessage, ChooserAsks>} Chooser */

export default opening(".chooser", { open, show });

/** @param {Chooser} chooser */
function open(chooser) {
  const { root } = chooser, select = part(root, "select", HTMLSelectElement);
  select.addEventListener("change", () => {
    const text = select.value;
    select.value = "";
    if (text) ask(chooser, text === "copy" ? { do: "copy" } : { do: "add", text });
  });
  const file = part(root, "[type=file]", HTMLInputElement);
  part(root, "[data-do=open]").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const opened = await readFile(file, chooser.data.largest);
    if (opened) ask(chooser, { do: "open", ...opened });
  });
  part(root, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    const link = part(root, ".chooser-link", HTMLInputElement);
    if (link.value.trim()) ask(chooser, { do: "link", text: link.value });
    link.value = "";
  });
  chooser.listen(document, "column:remove", ({ detail }) => ask(chooser, { do: "remove", text: chooser.data.chosen[detail] }));
}

/** @param {Chooser} chooser */
function show(chooser) {
  const { root, data } = chooser, { labels } = data;
  const select = part(root, "select", HTMLSelectElement);
  const ready = element("optgroup", "", ...data.presets.map(([value, label]) => option(value, label)));
  ready.label = labels.ready;
  const first = option("", data.full ? labels.full : labels.add);
  select.replaceChildren(first, ...(data.hasPresent ? [] : [option("gjeldende", labels.present)]), option("copy", labels.copy), ready);
  select.ariaLabel = labels.add;
  set(part(root, "[data-do=open]"), labels.open);
  Object.assign(part(root, ".chooser-link"), { placeholder: labels.link, ariaLabel: labels.link });
  set(part(root, "form button"), labels.link_add);
  for (const each of root.querySelectorAll(".chooser-add :is(select, button, input)")) each.toggleAttribute("disabled", data.full);
  set(part(root, ".chooser-note"), data.note);
  complain(chooser, data.problem);
}
