// All municipalities: sorted by any column, narrowed by a word, drawn when it is opened.
const lists = new WeakMap();

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".municipal");
  let list = lists.get(root);
  if (!list) {
    list = { root, at: 0, up: true, filter: root.querySelector("input") };
    lists.set(root, list);
    root.addEventListener("toggle", () => draw(list));
    list.filter.addEventListener("input", () => draw(list));
  }
  list.data = data;
  list.number = data.columns.map(({ decimals }) => decimals === null ? null : new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
  if (list.at >= data.columns.length) list.at = 0;
  set(root.querySelector("summary"), data.labels.title);
  set(root.querySelector("label span"), data.labels.filter);
  set(root.querySelector(".municipal-note"), data.note);
  root.querySelector(".municipal-scroll").ariaLabel = data.labels.title;
  draw(list);
}

function draw(list) {
  const { root, data, at, up } = list;
  if (!root.open) return;
  const order = new Intl.Collator(data.language);
  const compare = data.columns[at].decimals === null ? (a, b) => order.compare(a[at], b[at]) : (a, b) => a[at] - b[at];
  const found = new Map(foundPayers(list.filter.value).map(({ id, former }) => [id, former]));
  const rows = data.rows.filter(([id]) => found.has(id));
  rows.sort((a, b) => (up ? compare(a, b) : compare(b, a)) || order.compare(a[0], b[0]));
  heads(list);
  root.querySelector("tbody").replaceChildren(...rows.map((row) => {
    const line = element("tr", row[0] === data.own ? "own" : "");
    line.append(...row.map((value, place) => one(list, value, place)));
    const former = found.get(row[0]);
    if (former) line.children[1].textContent += ` (${data.labels.former.replace("{former}", former)})`;
    return line;
  }));
  set(root.querySelector(".municipal-said"), rows.length ? "" : data.labels.none);
}

function heads(list) {
  const { root, data } = list;
  const line = root.querySelector("thead tr");
  if (line.children.length !== data.columns.length) line.replaceChildren(...data.columns.map((_, place) => head(list, place)));
  data.columns.forEach(({ label, decimals }, place) => {
    const made = line.children[place];
    made.className = decimals === null ? "word" : "";
    made.ariaSort = place === list.at ? (list.up ? "ascending" : "descending") : "none";
    set(made.firstElementChild, label);
    made.firstElementChild.title = data.labels.sort;
  });
}

function head(list, place) {
  const made = element("th", "", '<button type="button"></button>');
  made.scope = "col";
  made.firstElementChild.addEventListener("click", () => {
    list.up = place === list.at ? !list.up : list.data.columns[place].decimals === null;
    list.at = place;
    draw(list);
  });
  return made;
}

function one(list, value, place) {
  const made = document.createElement(place === 1 ? "th" : "td");
  if (place === 1) made.scope = "row";
  const { decimals, signed } = list.data.columns[place];
  if (decimals === null) made.className = "word";
  made.textContent = decimals === null ? value : written(list, value, place, signed);
  return made;
}

// «1 234,5» with the language's separators, a real minus; what rounds to zero has no sign.
function written(list, value, place, signed) {
  const digits = list.number[place].format(Math.abs(value));
  const [decimal, thousands] = list.data.separators;
  const text = digits.replace(/[.,]/g, (sign) => (sign === "." ? decimal : thousands));
  const sign = !/[1-9]/.test(digits) ? "" : value < 0 ? "\u2212" : signed ? "+" : "";
  return sign + text;
}
