// The search of one's organisation: a text field with a list under it, used with the keyboard or the pointer.
const SHOWN = 12;
const searches = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".payer-search");
  let search = searches.get(root);
  if (!search) {
    search = { root, input: root.querySelector("input"), list: root.querySelector("ul"), said: root.querySelector(".payer-said"), hits: [], at: 0 };
    searches.set(root, search);
    listen(search);
  }
  Object.assign(search, { data, setTriggerValue });
  search.input.ariaLabel = search.list.ariaLabel = data.labels.label;
  search.input.placeholder = data.labels.label;
  if (document.activeElement !== search.input || search.list.hidden) rest(search);
}

function listen(search) {
  const { input, list } = search;
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => input.select());
  input.addEventListener("input", () => find(search));
  input.addEventListener("blur", () => rest(search));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return find(search, "");
      mark(search, search.at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !list.hidden && search.hits.length) choose(search, search.hits[search.at]);
    else if (event.key === "Escape") { rest(search); input.select(); }
  });
  // Chosen when the press or tap is over: a list that closes before that lets it land on what lies beneath.
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus, so the list stays
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (item) choose(search, search.hits[[...list.children].indexOf(item)]);
  });
}

function find(search, text = search.input.value) {
  const { data, list } = search;
  const found = foundPayers(text);
  search.hits = found.slice(0, SHOWN).map(({ id }) => id);
  list.replaceChildren(...found.slice(0, SHOWN).map(({ id, former }, at) => {
    const [, name, rest] = data.payers.find(([payer]) => payer === id);
    const item = element("li", "", "<span></span><span></span>");
    item.id = `payer-${at}`;
    item.role = "option";
    set(item.firstElementChild, name);
    set(item.lastElementChild, former ? `${rest} · ${data.labels.former.replace("{former}", former)}` : rest);
    return item;
  }));
  list.hidden = !search.hits.length;
  search.input.setAttribute("aria-expanded", String(!list.hidden));
  const more = found.length - SHOWN;
  set(search.said, found.length ? "" : data.labels.none);
  if (more > 0) list.title = data.labels.more.replace("{count}", more);
  else list.removeAttribute("title");
  if (search.hits.length) mark(search, 0);
}

function mark(search, at) {
  const count = search.hits.length;
  search.at = (at + count) % count;
  [...search.list.children].forEach((item, place) => { item.ariaSelected = String(place === search.at); });
  search.list.children[search.at].scrollIntoView({ block: "nearest" });
  search.input.setAttribute("aria-activedescendant", `payer-${search.at}`);
}

function choose(search, id) {
  search.data = { ...search.data, chosen: id };
  rest(search);
  search.input.select();
  ask(search, { do: "look", payer: id });
}

// The list closed, and the chosen organisation in the field.
function rest(search) {
  search.list.hidden = true;
  search.input.setAttribute("aria-expanded", "false");
  search.input.removeAttribute("aria-activedescendant");
  set(search.said, "");
  search.input.value = search.data.payers.find(([id]) => id === search.data.chosen)?.[1] ?? "";
}
