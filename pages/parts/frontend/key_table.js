// The key of each solution in percent. A row is sent when it is left and adds up to 100; until then it says what it
// adds up to, and the key that was is in use. Two decimals are shown: once one cell is typed in, the row's others are what
// they show, so that what is seen is what is added up.
const tables = new WeakMap();
const SUM_PLACES = 7; // as near to 100 as the server wants a row

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".key-table");
  let board = tables.get(root);
  if (!board) {
    board = { root, rows: new Map() };
    tables.set(root, board);
  }
  board.data = data;
  board.ask = (message) => setTriggerValue("asked", message);
  set(root.querySelector("summary"), data.labels.title);
  set(root.querySelector(".key-table-note"), data.labels.note);
  root.querySelector(".key-table-scroll").ariaLabel = data.labels.title;
  complain(board, data.problem);
  const heads = [data.labels.solution, ...data.groups.map(([, name]) => name), data.labels.sum].map((label) => {
    const head = element("th");
    head.scope = "col";
    head.textContent = label;
    return head;
  });
  root.querySelector("thead tr").replaceChildren(...heads, element("td"));
  for (const row of data.rows) show(board, row);
}

function show(board, row) {
  let line = board.rows.get(row.solution);
  if (!line) {
    line = made(board, row);
    board.rows.set(row.solution, line);
    board.root.querySelector("tbody").append(line);
  }
  const fresh = line.key !== JSON.stringify([board.data.revision, row.shares]);
  line.classList.toggle("own", row.own);
  set(line.querySelector("th"), row.label);
  inputs(line).forEach((input, at) => {
    input.ariaLabel = `${row.label}, ${board.data.groups[at][1]}, %`;
    if (fresh) take(board, input, row.shares[at]);
  });
  if (fresh) line.key = JSON.stringify([board.data.revision, row.shares]);
  add(board, line);
  const reset = line.querySelector("button");
  if (!row.own && document.activeElement === reset) inputs(line)[0].focus(); // a hidden button would leave the row
  reset.hidden = !row.own;
  set(reset, board.data.labels.reset);
  reset.ariaLabel = `${board.data.labels.reset}: ${row.label}`;
}

function made(board, { solution }) {
  const line = element("tr", "", `<th scope="row"></th>${board.data.groups.map(() => '<td><input type="text" inputmode="decimal" autocomplete="off"></td>').join("")}<td class="key-sum"></td><td><button type="button"></button></td>`);
  line.dataset.solution = solution;
  for (const input of inputs(line)) {
    input.addEventListener("focus", () => input.select());
    input.addEventListener("input", () => { inputs(line).forEach(read); add(board, line); });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") leave(board, line); });
  }
  line.addEventListener("focusout", (event) => { if (!line.contains(event.relatedTarget)) leave(board, line); });
  line.querySelector("button").addEventListener("click", () => {
    line.key = "";
    board.ask({ do: "reset", solution });
  });
  return line;
}

function inputs(line) {
  return [...line.querySelectorAll("input")];
}

// The exact share stays behind what two decimals show, until something else is typed.
function take(board, input, percent) {
  input.exact = percent;
  input.value = written(board, percent);
}

function read(input) {
  const text = input.value.replace(/[\s%]/g, "").replace(",", ".");
  input.exact = text === "" ? 0 : /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

function written(board, percent, places = 2) {
  const text = Number.isNaN(percent) ? "–" : String(Math.round(percent * 10 ** places) / 10 ** places);
  return text.replace(".", board.data.decimal);
}

function add(board, line) {
  const sum = inputs(line).reduce((total, input) => total + input.exact, 0);
  set(line.querySelector(".key-sum"), `${written(board, sum, SUM_PLACES)} %`);
  line.classList.toggle("wrong", !(Math.abs(sum - 100) < 10 ** -SUM_PLACES));
  return sum;
}

function leave(board, line) {
  const row = board.data.rows.find(({ solution }) => solution === line.dataset.solution);
  const same = inputs(line).every((input, at) => input.value === written(board, row.shares[at]));
  if (same) inputs(line).forEach((input, at) => take(board, input, row.shares[at]));
  const shares = inputs(line).map((input) => input.exact);
  const sum = add(board, line);
  if (same) return complain(board, "");
  if (line.classList.contains("wrong")) {
    const known = { label: row.label, sum: written(board, sum, SUM_PLACES) };
    return complain(board, board.data.labels.refused.replace(/\{(\w+)\}/g, (_, name) => known[name]));
  }
  complain(board, "");
  board.ask({ do: "set", solution: row.solution, shares });
}

function complain(board, sentence) {
  set(board.root.querySelector(".key-table-problem"), sentence);
}
