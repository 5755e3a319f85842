// What a visitor gives: numbers, files and switches, each with what became of it and its way back.
import { ask, complain } from "../visit/asking.js";
import { button, element, part, put, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { numberField, renew } from "../visit/typed_fields.js";
import { readFile } from "../visit/user_files.js";

/** @import { Field, FieldsMessage, Give } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<FieldsMessage, Give> & ReturnType<typeof own>} Form */

export default opening(".fields", { own, show });

function own() {
  return { rows: /** @type {Map<string, HTMLElement>} */ (new Map()) };
}

/** @param {Form} form */
function show(form) {
  const { root, data, rows } = form;
  set(part(root, "summary"), data.title);
  set(part(root, ".fields-note"), data.note);
  set(part(root, ".fields-result"), data.result);
  complain(form, data.problem);
  const wanted = new Set(data.rows.map((row) => row.id));
  for (const [id, row] of rows) {
    if (wanted.has(id)) continue;
    row.remove();
    rows.delete(id);
  }
  for (const [at, row] of data.rows.entries()) put(part(root, ".fields-list"), showField(form, row), at);
}

/**
 * @param {Form} form
 * @param {Field} field
 */
function showField(form, field) {
  const row = form.rows.get(field.id) ?? made(form, field);
  form.rows.set(field.id, row);
  const input = part(row, "input", HTMLInputElement);
  set(part(row, ".field-label"), field.label);
  set(part(row, ".field-said"), field.said);
  if (field.kind === "number") {
    set(part(row, ".field-unit"), field.unit);
    renew(form, input, field.value);
  }
  if (field.kind === "switch") input.checked = field.value;
  if (field.kind === "file") {
    const open = part(row, ".field-open");
    set(open, field.open);
    open.ariaLabel = `${field.open}: ${field.label}`;
  }
  const clear = part(row, ".field-clear");
  clear.hidden = !field.clear;
  set(clear, field.clear);
  clear.ariaLabel = `${field.clear}: ${field.label}`;
  return row;
}

/**
 * @param {Form} form
 * @param {Field} field
 */
function made(form, { id, kind }) {
  const label = element("label", "field-label"), input = element("input"), clear = button("field-clear");
  label.htmlFor = input.id = `field-${id}`;
  clear.addEventListener("click", () => ask(form, { id, clear: true }));
  const before = kind === "file" ? opener(form, id, input) : kind === "switch" ? switcher(form, id, input) : typer(form, id, input);
  const row = element("div", "field", label, element("span", "field-input", ...before, clear), element("span", "field-said"));
  row.dataset.field = id;
  return row;
}

/** @typedef {(form: Form, id: string, input: HTMLInputElement) => HTMLElement[]} Kind what a kind of field stands in */

/** @type {Kind} */
function opener(form, id, input) {
  Object.assign(input, { type: "file", accept: ".csv,.txt,.xlsx,text/csv", hidden: true });
  const open = button("field-open");
  open.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const found = await readFile(input, form.data.largest);
    if (found) ask(form, { id, ...found });
  });
  return [open, input];
}

/** @type {Kind} */
function switcher(form, id, input) {
  input.type = "checkbox";
  input.setAttribute("role", "switch");
  input.addEventListener("change", () => ask(form, { id, value: input.checked }));
  return [input];
}

/** @type {Kind} */
function typer(form, id, input) {
  numberField(input, (value) => ask(form, { id, value }));
  return [input, element("span", "field-unit")];
}
