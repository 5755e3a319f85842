// Where the scenarios that stand side by side come from. The figures say which is to go («column:remove»).
const choosers = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".chooser");
  let chooser = choosers.get(root);
  if (!chooser) {
    chooser = { root, problem: root.querySelector(".problem") };
    choosers.set(root, chooser);
    prepare(chooser);
    chooser.onRemove = (event) => ask(chooser, { do: "remove", text: chooser.data.chosen[event.detail] });
    document.addEventListener("column:remove", chooser.onRemove);
  }
  Object.assign(chooser, { data, setTriggerValue });
  show(chooser);
  return () => {
    document.removeEventListener("column:remove", chooser.onRemove);
    choosers.delete(root);
  };
}

function prepare(chooser) {
  const { root } = chooser;
  const select = root.querySelector("select");
  select.addEventListener("change", () => {
    const text = select.value;
    select.value = "";
    if (text) ask(chooser, text === "copy" ? { do: "copy" } : { do: "add", text });
  });
  const file = root.querySelector("[type=file]");
  root.querySelector("[data-do=open]").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const opened = await readFile(file, chooser.data.largest);
    if (opened) ask(chooser, { do: "open", ...opened });
  });
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const link = root.querySelector(".chooser-link");
    if (link.value.trim()) ask(chooser, { do: "link", text: link.value });
    link.value = "";
  });
}

function show(chooser) {
  const { root, data } = chooser, { labels } = data;
  const select = root.querySelector("select");
  const ready = element("optgroup");
  ready.label = labels.ready;
  ready.append(...data.presets.map(([value, label]) => option(value, label)));
  const first = option("", data.full ? labels.full : labels.add);
  select.replaceChildren(first, ...(data.hasPresent ? [] : [option("gjeldende", labels.present)]), option("copy", labels.copy), ready);
  select.ariaLabel = labels.add;
  set(root.querySelector("[data-do=open]"), labels.open);
  Object.assign(root.querySelector(".chooser-link"), { placeholder: labels.link, ariaLabel: labels.link });
  set(root.querySelector("form button"), labels.link_add);
  for (const part of root.querySelectorAll(".chooser-add :is(select, button, input)")) part.disabled = data.full;
  set(root.querySelector(".chooser-note"), data.note);
  complain(chooser, data.problem);
}

function option(value, label) {
  const made = element("option");
  made.value = value;
  made.textContent = label;
  return made;
}
