// What a visitor gives: numbers, files and switches, each with what became of it and its way back.
const forms = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".fields");
  let form = forms.get(root);
  if (!form) {
    form = { root, rows: new Map(), problem: root.querySelector(".problem") };
    forms.set(root, form);
  }
  Object.assign(form, { data, setTriggerValue });
  set(root.querySelector("summary"), data.title);
  set(root.querySelector(".fields-note"), data.note);
  complain(form, data.problem);
  const wanted = new Set(data.rows.map((row) => row.id));
  for (const [id, row] of form.rows) if (!wanted.has(id)) { row.remove(); form.rows.delete(id); }
  for (const [at, row] of data.rows.entries()) put(root.querySelector(".fields-list"), show(form, row), at);
}

function show(form, field) {
  let row = form.rows.get(field.id);
  if (!row) {
    row = made(form, field);
    form.rows.set(field.id, row);
  }
  const input = row.querySelector("input");
  set(row.querySelector(".field-label"), field.label);
  set(row.querySelector(".field-said"), field.said);
  if (field.kind === "number") set(row.querySelector(".field-unit"), field.unit);
  if (field.kind === "number") renew(form, input, field.value);
  if (field.kind === "switch") input.checked = field.value;
  const open = row.querySelector(".field-open");
  if (open) set(open, field.open);
  if (open) open.ariaLabel = `${field.open}: ${field.label}`;
  const clear = row.querySelector(".field-clear");
  clear.hidden = !field.clear;
  set(clear, field.clear);
  clear.ariaLabel = `${field.clear}: ${field.label}`;
  return row;
}

function made(form, { id, kind }) {
  const row = element("div", "field", `<label class="field-label" for="field-${id}"></label><span class="field-input"></span><span class="field-said"></span>`);
  row.dataset.field = id;
  const place = row.querySelector(".field-input");
  const input = element("input");
  input.id = `field-${id}`;
  if (kind === "file") {
    Object.assign(input, { type: "file", accept: ".csv,.txt,.xlsx,text/csv", hidden: true });
    const open = element("button", "field-open");
    open.type = "button";
    open.addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      const found = await readFile(input, form.data.largest);
      if (found) ask(form, { id, ...found });
    });
    place.append(open, input);
  } else if (kind === "switch") {
    Object.assign(input, { type: "checkbox" });
    input.setAttribute("role", "switch");
    input.addEventListener("change", () => ask(form, { id, value: input.checked }));
    place.append(input);
  } else {
    numberField(input, (value) => ask(form, { id, value }));
    place.append(input, element("span", "field-unit"));
  }
  const clear = element("button", "field-clear");
  clear.type = "button";
  clear.addEventListener("click", () => ask(form, { id, clear: true }));
  place.append(clear);
  return row;
}
