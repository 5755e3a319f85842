// The key of each solution in percent. The server reads what is typed and says what a row adds up to; a row is taken into use
// when it is left. Two decimals are shown: once one cell is typed in, the row's others are what they show.
import { ask, complain } from "../visit/asking.js";
import { button, cell, element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { numberField, renew } from "../visit/typed_fields.js";

/** @import { KeyRow, KeyTableMessage, TypeKeys } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {{ element: HTMLTableRowElement, inputs: HTMLInputElement[], row: KeyRow, moment: number }} Line */
/** @typedef {Box<KeyTableMessage, TypeKeys> & ReturnType<typeof own>} KeyTable */

export default opening(".key-table", { own, show });

function own() {
  return { lines: /** @type {Map<string, Line>} */ (new Map()) };
}

/** @param {KeyTable} table */
function show(table) {
  const { root, data } = table;
  set(part(root, "summary"), data.labels.title);
  set(part(root, ".key-table-note"), data.labels.note);
  part(root, ".key-table-scroll").ariaLabel = data.labels.title;
  complain(table, data.problem);
  const heads = [data.labels.solution, ...data.groups.map(([, name]) => name), data.labels.sum];
  part(root, "thead tr").replaceChildren(...heads.map((label) => cell("th", label, "col")), element("td"));
  for (const row of data.rows) showRow(table, row);
}

/**
 * @param {KeyTable} table
 * @param {KeyRow} row
 */
function showRow(table, row) {
  const line = table.lines.get(row.solution) ?? addLine(table, row), { element: made, inputs } = line;
  line.row = row;
  made.classList.toggle("own", row.own);
  made.classList.toggle("wrong", row.wrong);
  set(part(made, "th"), row.label);
  set(part(made, ".key-sum"), row.sum);
  inputs.forEach((input, at) => {
    input.ariaLabel = `${row.label}, ${table.data.groups[at][1]}, %`;
    if (!(line.moment > table.data.answered)) renew(table, input, row.cells[at]);
  });
  const reset = part(made, "button");
  if (!row.own && document.activeElement === reset) inputs[0].focus(); // a hidden button would leave the row
  reset.hidden = !row.own;
  set(reset, table.data.labels.reset);
  reset.ariaLabel = `${table.data.labels.reset}: ${row.label}`;
}

/**
 * @param {KeyTable} table
 * @param {KeyRow} row
 */
function addLine(table, row) {
  const inputs = table.data.groups.map(() => element("input")), reset = button();
  const cells = inputs.map((input) => element("td", "", input));
  const made = element("tr", "", cell("th", "", "row"), ...cells, element("td", "key-sum"), element("td", "", reset));
  made.dataset.solution = row.solution;
  const line = { element: made, inputs, row, moment: 0 };
  listen(table, line);
  table.lines.set(row.solution, line);
  part(table.root, "tbody").append(made);
  return line;
}

/**
 * @param {KeyTable} table
 * @param {Line} line
 */
function listen(table, line) {
  const { element: made, inputs } = line;
  /** @param {TypeKeys["do"]} what */
  const tell = (what) => {
    line.moment = ask(table, { do: what, solution: line.row.solution, cells: inputs.map(({ value }) => value) });
  };
  const leave = () => {
    if (line.row.wrong || inputs.some(({ value }, at) => value !== line.row.inUse[at])) tell("set");
  };
  for (const input of inputs) {
    numberField(input, () => undefined);
    input.addEventListener("input", () => tell("type"));
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") leave(); });
  }
  made.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && made.contains(relatedTarget))) leave();
  });
  part(made, "button").addEventListener("click", () => tell("reset"));
}
