// The levers: native range inputs with an exact value beside each. One change is in flight at a time: the next is
// sent when the figures have drawn the last («figures:drawn»), the newest value wins and the final one is always sent.
const PATIENCE_MS = 1500; // a run that draws no figure must not hold the levers
const panels = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".levers");
  let panel = panels.get(root);
  if (!panel) {
    panel = { root, rows: new Map(), revision: null, pending: null, inFlight: null, sequence: 0, timer: 0 };
    panels.set(root, panel);
    panel.onDrawn = (event) => acknowledge(panel, event.detail);
    document.addEventListener("figures:drawn", panel.onDrawn);
  }
  panel.setStateValue = setStateValue;
  show(panel, data);
  return () => document.removeEventListener("figures:drawn", panel.onDrawn);
}

function show(panel, data) {
  panel.data = data;
  document.documentElement.lang = data.language;
  for (const lever of data.levers) {
    const row = panel.rows.get(lever.path) ?? addRow(panel, lever.path);
    row.lever = lever;
    label(row, data);
    if (panel.revision !== data.revision) adopt(row, lever.value, data);
  }
  if (panel.revision !== data.revision) panel.pending = null;
  panel.revision = data.revision;
  const message = panel.root.querySelector(".levers-error");
  if (data.error && data.error !== message.textContent) message.textContent = data.error;
  if (!data.error && !panel.localError) message.textContent = "";
}

function addRow(panel, path) {
  const element = document.createElement("div");
  element.className = "lever";
  element.innerHTML = `<div class="lever-top"><label></label>
      <span class="lever-exact"><input type="text" inputmode="decimal" autocomplete="off"><span aria-hidden="true">%</span></span></div>
    <input type="range" data-lever="${path}">
    <div class="lever-bottom"><span class="lever-hint"></span><button type="button" class="lever-reset"></button></div>`;
  panel.root.querySelector(".levers-list").append(element);
  const row = { element, range: element.querySelector("[type=range]"), exact: element.querySelector("[type=text]"), reset: element.querySelector("button") };
  row.range.id = `lever-${path}`;
  element.querySelector("label").htmlFor = row.range.id;
  panel.rows.set(path, row);
  row.range.addEventListener("input", () => move(panel, row, Number(row.range.value), true));
  row.range.addEventListener("change", () => move(panel, row, row.value, false));
  row.range.addEventListener("dblclick", () => move(panel, row, row.lever.default, false));
  row.range.addEventListener("keydown", (event) => {
    if (event.key === "Delete" || event.key === "Backspace") move(panel, row, row.lever.default, false);
  });
  row.reset.addEventListener("click", () => { move(panel, row, row.lever.default, false); row.range.focus(); });
  row.exact.addEventListener("change", () => type(panel, row));
  row.exact.addEventListener("focus", () => row.exact.select());
  return row;
}

function label(row, data) {
  const { lever, element, range, exact, reset } = row;
  element.querySelector("label").textContent = lever.label;
  element.querySelector(".lever-top").title = lever.description;
  element.querySelector(".lever-hint").textContent = lever.hint;
  Object.assign(range, { min: lever.low, max: lever.high, step: lever.step });
  exact.setAttribute("aria-label", lever.exact);
  reset.textContent = lever.reset;
  if (row.value !== undefined) place(row, data);
}

function adopt(row, value, data) {
  row.value = value;
  row.range.value = value;
  place(row, data);
}

function place(row, data) {
  const text = format(row.value, data.decimal);
  const { lever, element, range, exact } = row;
  if (exact.value !== text && document.activeElement !== exact) exact.value = text;
  range.setAttribute("aria-valuetext", `${text} %`);
  range.style.setProperty("--filled", `${(100 * (row.value - lever.low)) / (lever.high - lever.low)}%`);
  range.style.setProperty("--default", `${(100 * (lever.default - lever.low)) / (lever.high - lever.low)}%`);
  element.classList.toggle("changed", Math.abs(row.value - lever.default) > 1e-9);
}

function format(value, decimal) {
  const text = String(Math.round(value * 1e6) / 1e6).replace("-", "\u2212");
  return (text.includes(".") ? text : `${text}.0`).replace(".", decimal);
}

function type(panel, row) {
  const found = row.exact.value.trim();
  const text = found.replace(/[\s%]/g, "").replace("\u2212", "-").replace(",", ".");
  const value = Number(text);
  const { low, high } = row.lever;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) || value < low || value > high) {
    const decimal = panel.data.decimal;
    const kept = format(row.value, decimal);
    row.exact.value = kept;
    const known = { found: found.slice(0, 30), label: row.lever.label, low: format(low, decimal), high: format(high, decimal), kept };
    complain(panel, panel.data.invalid.replace(/\{(\w+)\}/g, (_, name) => known[name]));
    return;
  }
  move(panel, row, value, false);
  row.exact.value = format(value, panel.data.decimal);
}

function complain(panel, sentence) {
  panel.localError = Boolean(sentence);
  panel.root.querySelector(".levers-error").textContent = sentence;
}

function move(panel, row, value, moving) {
  complain(panel, "");
  row.value = value;
  if (Number(row.range.value) !== value) row.range.value = value;
  place(row, panel.data);
  panel.pending = { path: row.lever.path, value, moving };
  send(panel);
}

function send(panel) {
  if (panel.inFlight || !panel.pending) return;
  panel.sequence = Math.max(Date.now(), panel.sequence + 1);
  const gesture = { ...panel.pending, sequence: panel.sequence };
  panel.pending = null;
  panel.inFlight = gesture.sequence;
  panel.timer = setTimeout(() => acknowledge(panel, gesture.sequence), PATIENCE_MS);
  panel.setStateValue("gesture", gesture);
}

function acknowledge(panel, sequence) {
  if (!panel.inFlight || sequence < panel.inFlight) return;
  clearTimeout(panel.timer);
  panel.inFlight = null;
  send(panel);
}
