// Files to take along: each is made on click and saved when it comes.
const lists = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".take-list");
  let list = lists.get(root);
  if (!list) {
    list = { root, problem: root.querySelector(".problem") };
    lists.set(root, list);
    const file = root.querySelector("[type=file]");
    root.querySelector("[data-do=theme]").addEventListener("click", () => file.click());
    root.querySelector("[data-do=remove]").addEventListener("click", () => ask(list, { do: "remove" }));
    file.addEventListener("change", async () => {
      const opened = await readFile(file, list.data.largest);
      if (opened) ask(list, { do: "theme", ...opened });
    });
  }
  Object.assign(list, { data, setTriggerValue });
  show(list);
  if (data.taken && list.waiting) saveFile(data.taken);
  if (list.waiting) set(root.querySelector(".take-said"), data.taken ? data.labels.done.replace("{name}", data.taken.name) : "");
  list.waiting = false;
}

function show(list) {
  const { root, data } = list;
  const rows = data.files.map((file) => {
    const row = element("li", "", '<div><strong></strong><span></span></div><button type="button"></button>');
    set(row.querySelector("strong"), file.title);
    set(row.querySelector("span"), file.for);
    const button = row.querySelector("button");
    set(button, data.labels.make);
    button.ariaLabel = `${data.labels.make}: ${file.title}`;
    button.dataset.kind = file.kind;
    button.onclick = () => make(list, file);
    return row;
  });
  const key = JSON.stringify([data.files, data.labels]);
  if (list.key !== key) root.querySelector("ul").replaceChildren(...rows);
  list.key = key;
  for (const button of root.querySelectorAll("li button")) button.disabled = false;
  set(root.querySelector(".take-theme span"), data.hasTheme ? data.labels.theme_own : data.labels.theme);
  set(root.querySelector("[data-do=theme]"), data.labels.theme_open);
  set(root.querySelector("[data-do=remove]"), data.labels.theme_remove);
  root.querySelector("[data-do=remove]").hidden = !data.hasTheme;
  complain(list, data.problem);
}

function make(list, file) {
  list.waiting = true;
  for (const button of list.root.querySelectorAll("li button")) button.disabled = true;
  set(list.root.querySelector(".take-said"), list.data.labels.making.replace("{title}", file.title));
  ask(list, { do: "make", kind: file.kind });
}
