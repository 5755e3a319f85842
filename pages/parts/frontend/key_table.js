// The key of each solution in percent. The server reads what is typed and says what a row adds up to; a row is taken into use
// when it is left. Two decimals are shown: once one cell is typed in, the row's others are what they show.
const tables = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".key-table");
  let board = tables.get(root);
  if (!board) {
    board = { root, rows: new Map(), problem: root.querySelector(".problem") };
    tables.set(root, board);
  }
  Object.assign(board, { data, setTriggerValue });
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
  line.row = row;
  line.classList.toggle("own", row.own);
  line.classList.toggle("wrong", row.wrong);
  set(line.querySelector("th"), row.label);
  set(line.querySelector(".key-sum"), row.sum);
  inputs(line).forEach((input, at) => {
    input.ariaLabel = `${row.label}, ${board.data.groups[at][1]}, %`;
    if (!(line.moment > board.data.answered)) renew(board, input, row.cells[at]);
  });
  const reset = line.querySelector("button");
  if (!row.own && document.activeElement === reset) inputs(line)[0].focus(); // a hidden button would leave the row
  reset.hidden = !row.own;
  set(reset, board.data.labels.reset);
  reset.ariaLabel = `${board.data.labels.reset}: ${row.label}`;
}

function made(board, { solution }) {
  const line = element("tr", "", `<th scope="row"></th>${board.data.groups.map(() => '<td><input></td>').join("")}<td class="key-sum"></td><td><button type="button"></button></td>`);
  line.dataset.solution = solution;
  const tell = (what) => { line.moment = ask(board, { do: what, solution, cells: inputs(line).map((input) => input.value) }); };
  const leave = () => { if (inputs(line).some((input, at) => input.value !== line.row.inUse[at]) || line.row.wrong) tell("set"); };
  for (const input of inputs(line)) {
    numberField(input, () => undefined);
    input.addEventListener("input", () => tell("type"));
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") leave(); });
  }
  line.addEventListener("focusout", (event) => { if (!line.contains(event.relatedTarget)) leave(); });
  line.querySelector("button").addEventListener("click", () => tell("reset"));
  return line;
}

function inputs(line) {
  return [...line.querySelectorAll("input")];
}
