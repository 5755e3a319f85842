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
  search.plain = data.payers.map(([, name, rest]) => plain(`${name} ${rest}`));
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
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) choose(search, search.hits[[...list.children].indexOf(item)]);
  });
}

// Small letters without marks: «heroy» finds Herøy.
function plain(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ø", "o").replaceAll("æ", "ae").replaceAll("đ", "d");
}

function find(search, text = search.input.value) {
  const { data, list } = search;
  const wanted = plain(text.trim());
  const words = wanted.split(/\s+/).filter(Boolean);
  const near = (place) => { const name = search.plain[place]; return name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2; };
  const found = data.payers.map((_, place) => place).filter((place) => words.every((word) => search.plain[place].includes(word)));
  found.sort((a, b) => near(a) - near(b) || a - b);
  search.hits = found.slice(0, SHOWN);
  list.replaceChildren(...search.hits.map((place, at) => {
    const [, name, rest] = data.payers[place];
    const item = element("li", "", "<span></span><span></span>");
    item.id = `payer-${at}`;
    item.role = "option";
    set(item.firstElementChild, name);
    set(item.lastElementChild, rest);
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

function choose(search, place) {
  const [id] = search.data.payers[place];
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
