// What the keys do in a meeting, also as buttons: prepared scenarios, years, charts, the last change again, the way out.
// The mode lives while this part does: the document's class hides everything else.
const lines = new WeakMap();
const FIRST_YEAR_KEY = 6; // 2026 is on 6, its last digit
const MARGIN = 10; // pixels under the line

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".meeting-line");
  document.documentElement.classList.add("meeting");
  let line = lines.get(root);
  if (!line) {
    line = { root };
    lines.set(root, line);
    line.onKey = (event) => press(line, event);
    document.addEventListener("keydown", line.onKey);
    line.onDrawn = () => fit(line);
    document.addEventListener("figures:drawn", line.onDrawn);
    root.querySelector("[data-do=replay]").addEventListener("click", () => again());
    root.querySelector("[data-do=keys]").addEventListener("click", () => switchShortcuts());
    line.onSwitched = () => show(line);
    document.addEventListener("shortcuts:switched", line.onSwitched);
    root.querySelector("[data-do=leave]").addEventListener("click", () => line.ask("leave"));
  }
  Object.assign(line, { data, setTriggerValue, ask: (what, value) => ask(line, { do: what, value }) });
  show(line);
  if (document.documentElement.dataset.meeting === "left") line.ask("leave");
  document.documentElement.dataset.meeting = "";
  return () => {
    document.documentElement.classList.remove("meeting");
    document.removeEventListener("keydown", line.onKey);
    document.removeEventListener("figures:drawn", line.onDrawn);
    document.removeEventListener("shortcuts:switched", line.onSwitched);
    lines.delete(root);
  };
}

function show(line) {
  const { root, data } = line;
  fill(line, "scenarios", data.scenarios.map(([name, chosen], at) => [`${at + 1}`, name, chosen, "scenario", at]));
  fill(line, "years", data.years.map(([year, chosen], at) => [`${FIRST_YEAR_KEY + at}`, `${year}`, chosen, "year", year]));
  fill(line, "charts", data.charts.map(([name, label, chosen]) => ["", label, chosen, "chart", name]));
  for (const what of ["replay", "keys", "leave"]) set(root.querySelector(`[data-do=${what}]`), data.labels[what]);
  root.querySelector("[data-do=keys]").ariaPressed = String(shortcutsAreOn());
  root.classList.toggle("without-keys", !shortcutsAreOn());
}

// The chart takes what words and keys leave of the screen: with a second line in the headline it is lower.
function fit(line) {
  const chart = document.querySelector(".figures .chart");
  const around = line.root.getBoundingClientRect().bottom - chart.clientHeight + chart.closest("[data-testid=stMain]").scrollTop;
  document.documentElement.style.setProperty("--around", `${Math.round(around + MARGIN)}px`);
}

function fill(line, part, choices) {
  const box = line.root.querySelector(`[data-part=${part}]`);
  const key = JSON.stringify(choices);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  box.role = "group";
  box.ariaLabel = line.data.labels[part];
  box.replaceChildren(...choices.map(([digit, label, chosen, what, value]) => {
    const button = element("button", chosen ? "chosen" : "", digit ? "<kbd></kbd> <span></span>" : "<span></span>");
    button.type = "button";
    if (digit) set(button.firstElementChild, digit);
    set(button.lastElementChild, label);
    button.ariaPressed = String(chosen);
    button.onclick = () => line.ask(what, value);
    return button;
  }));
}

function again() {
  document.dispatchEvent(new CustomEvent("levers:replay"));
}

function press(line, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input[type=text], textarea, select")) return;
  const { scenarios, years, charts } = line.data;
  const key = event.key.toLowerCase(), digit = Number(event.key);
  const turn = { pagedown: 1, pageup: -1 }[key];
  if (key === "escape") line.ask("leave");
  else if (key.length === 1 && !shortcutsAreOn()) return;
  else if (key === "r") again();
  else if (key === "d") choose(line, charts, 2, chosen(charts, 2) + 1, "chart", (chart) => chart[0]);
  else if (turn) choose(line, scenarios, 1, Math.max(0, chosen(scenarios, 1)) + turn, "scenario", (_, at) => at);
  else if (digit >= 1 && digit <= scenarios.length) line.ask("scenario", digit - 1);
  else if (years[digit - FIRST_YEAR_KEY]) line.ask("year", years[digit - FIRST_YEAR_KEY][0]);
  else return;
  event.preventDefault();
}

function chosen(choices, mark) {
  return choices.findIndex((each) => each[mark]);
}

// Asks for one of a row, and marks it before the answer: the next press goes on from there.
function choose(line, choices, mark, wanted, what, value) {
  const at = (wanted + choices.length) % choices.length;
  choices.forEach((each, place) => { each[mark] = place === at; });
  show(line);
  line.ask(what, value(choices[at], at));
}
