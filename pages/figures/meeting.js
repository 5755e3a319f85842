// What the keys do in a meeting, also as buttons: prepared scenarios, years, charts, the last change again, the way out.
// The mode lives while this part does: the document's class hides everything else.
import { ask } from "../visit/asking.js";
import { button, element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { shortcutsAreOn, switchShortcuts } from "../visit/shortcuts.js";
import { SCROLLED } from "../visit/streamlit_insides.js";

/** @import { MeetingAsks, MeetingMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<MeetingMessage, MeetingAsks>} Line */
/** @typedef {{ digit: string, name: string, on: boolean, message: MeetingAsks }} Choice */

const MARGIN = 10; // pixels under the line

export default opening(".meeting-line", {
  open,
  show,
  close: () => document.documentElement.classList.remove("meeting"),
});

/** @param {Line} line */
function open(line) {
  const { root, listen } = line;
  listen(document, "keydown", (event) => press(line, event));
  listen(document, "figures:drawn", () => fit(line));
  listen(document, "shortcuts:switched", () => label(line));
  part(root, "[data-do=replay]").addEventListener("click", () => replay());
  part(root, "[data-do=keys]").addEventListener("click", () => switchShortcuts());
  part(root, "[data-do=leave]").addEventListener("click", () => ask(line, { do: "leave" }));
}

/** @param {Line} line */
function show(line) {
  const { classList, dataset } = document.documentElement;
  classList.add("meeting");
  label(line);
  if (dataset.meeting === "left") ask(line, { do: "leave" });
  dataset.meeting = "";
}

/** @param {Line} line */
function label(line) {
  const { root, data } = line;
  fill(line, "scenarios", data.scenarios.map(([name, on], at) => ({ digit: `${at + 1}`, name, on, message: { do: "scenario", value: at } })));
  fill(line, "years", data.years.map(([digit, year, on]) => ({ digit, name: `${year}`, on, message: { do: "year", value: year } })));
  fill(line, "charts", data.charts.map(([value, name, on]) => ({ digit: "", name, on, message: { do: "chart", value } })));
  fill(line, "differences", data.differences.map(([value, name, on]) => ({ digit: "", name, on, message: { do: "difference", value } })));
  for (const what of ["replay", "keys", "leave"]) set(part(root, `[data-do=${what}]`), data.labels[what]);
  part(root, "[data-do=keys]").ariaPressed = String(shortcutsAreOn());
  root.classList.toggle("without-keys", !shortcutsAreOn());
}

/**
 * The chart takes what words and keys leave of the screen: with a second line in the headline it is lower.
 * @param {Line} line
 */
function fit({ root }) {
  const chart = document.querySelector(".figures .chart");
  if (!chart) return; // what was drawn has gone with a page that is being left
  const scrolled = chart.closest(SCROLLED)?.scrollTop ?? 0;
  const around = root.getBoundingClientRect().bottom - chart.clientHeight + scrolled;
  document.documentElement.style.setProperty("--around", `${Math.round(around + MARGIN)}px`);
}

/**
 * @param {Line} line
 * @param {"scenarios" | "years" | "charts" | "differences"} row
 * @param {Choice[]} choices
 */
function fill(line, row, choices) {
  const place = part(line.root, `[data-part=${row}]`);
  const key = JSON.stringify(choices);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  Object.assign(place, { role: "group", ariaLabel: line.data.labels[row] });
  place.replaceChildren(...choices.map(({ digit, name, on, message }) => {
    const made = button(on ? "chosen" : "", ...(digit ? [element("kbd", "", digit), " "] : []), element("span", "", name));
    made.ariaPressed = String(on);
    made.onclick = () => ask(line, message);
    return made;
  }));
}

function replay() {
  document.dispatchEvent(new CustomEvent("levers:replay"));
}

/**
 * @param {Line} line
 * @param {KeyboardEvent} event
 */
function press(line, event) {
  const isTyped = event.target instanceof Element && event.target.matches("input[type=text], textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped) return;
  const { scenarios, years, charts } = line.data;
  const key = event.key.toLowerCase(), digit = Number(event.key);
  const year = years.find(([itsKey]) => itsKey === event.key)?.[1];
  const turn = key === "pagedown" ? 1 : key === "pageup" ? -1 : 0;
  if (key === "escape") ask(line, { do: "leave" });
  else if (key.length === 1 && !shortcutsAreOn()) return;
  else if (key === "r") replay();
  else if (key === "d") turnTo(line, "charts", chosen(charts) + 1);
  else if (turn) turnTo(line, "scenarios", Math.max(0, chosen(scenarios)) + turn);
  else if (digit >= 1 && digit <= scenarios.length) ask(line, { do: "scenario", value: digit - 1 });
  else if (year) ask(line, { do: "year", value: year });
  else return;
  event.preventDefault();
}

/**
 * Which of the choices is chosen; each says last whether it is.
 * @param {readonly (readonly unknown[])[]} choices
 */
function chosen(choices) {
  return choices.findIndex((each) => each.at(-1));
}

/**
 * Asks for one of a row, round and round, and marks it before the answer: the next press goes on from there.
 * @param {Line} line
 * @param {"charts" | "scenarios"} row
 * @param {number} wanted
 */
function turnTo(line, row, wanted) {
  const choices = line.data[row], at = (wanted + choices.length) % choices.length;
  line.data = { ...line.data, [row]: choices.map((each, place) => [...each.slice(0, -1), place === at]) };
  label(line);
  ask(line, row === "charts" ? { do: "chart", value: line.data.charts[at][0] } : { do: "scenario", value: at });
}
