// What each lever alone would have to be, with a button that puts it there. Grey while a lever moves.
import { openable, opener } from "../calculation/opens.js";
import { ask } from "../visit/asking.js";
import { button, element, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";

/** @import { AnswersMessage, GoalAsks, LeverAnswer } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<AnswersMessage, GoalAsks>} Answers */
/** @typedef {string | Node | (string | Node)[]} Content */

export default opening(".answers", { open, show });

/** @param {Answers} answers */
function open({ root, listen }) {
  part(root, ".answers-beyond", HTMLDetailsElement).open = window.innerWidth > 640;
  listen(document, "levers:moved", () => root.classList.add("stale"));
  listen(document, "lever:foreseen", ({ detail }) => root.classList.toggle("stale", detail !== null));
}

/** @param {Answers} answers */
function show(answers) {
  const { root, data } = answers;
  if (data.moving) return;
  const focused = root.contains(document.activeElement) && document.activeElement !== root;
  answer(answers);
  if (focused && !root.contains(document.activeElement)) root.focus({ preventScroll: true });
  root.classList.remove("stale");
}

/** @param {Answers} answers */
function answer(answers) {
  const { root, data } = answers, { labels, reached, farther, beyond } = data;
  set(part(root, ".answers-met"), data.met);
  set(part(root, ".answers-note"), data.note);
  const rest = part(root, ".answers-left-out");
  rest.hidden = !data.untouched;
  set(part(rest, "summary"), labels.left_out);
  set(part(rest, "p"), data.untouched);
  root.classList.toggle("of-path", data.years.length > 0);
  const row = data.years.length ? ofPath : ofYear;
  const head = data.years.length ? [labels.lever, labels.needed, ...data.years, ""] : [labels.lever, labels.present, labels.needed, ""];
  fill(part(root, ".answers-reached", HTMLTableElement), head, reached.map((each) => row(answers, each)));
  folded(part(root, ".answers-farther"), labels.farther, head, farther.map((each) => row(answers, each)));
  const reach = [labels.lever, labels.present, labels.reach];
  folded(part(root, ".answers-beyond"), labels.beyond, reach, beyond.map((each) => [each.label, each.present, each.reach]));
}

/**
 * A lever for one year: what it is, what it has to be, and what that changes.
 * @param {Answers} answers
 * @param {LeverAnswer} found
 * @returns {Content[]}
 */
function ofYear(answers, found) {
  const value = [shown(found.opens, found.label, found.needed), element("span", "answers-change", found.change)];
  return [found.label, found.present, value, end(answers, found)];
}

/**
 * A lever for a path: its one value, and what each year becomes, with how far that is from the target.
 * @param {Answers} answers
 * @param {LeverAnswer} found
 * @returns {Content[]}
 */
function ofPath(answers, found) {
  const { present } = answers.data.labels, before = element("span", "answers-change", `${present} ${found.present}`);
  const years = found.years.map(({ label, amount, missed, opens }) =>
    [shown(opens, label, amount), element("span", "answers-change", missed)]);
  const value = [element("b", "", found.needed), element("span", "answers-change", found.change)];
  return [[found.label, before], value, ...years, end(answers, found)];
}

/**
 * @param {Answers} answers
 * @param {LeverAnswer} found
 */
function end(answers, found) {
  return found.use ? user(answers, found) : answers.data.labels.used;
}

/**
 * An amount or a value that opens its calculation; the words alone where it has none.
 * @param {string} opens
 * @param {string} label
 * @param {string} value
 */
function shown(opens, label, value) {
  if (!opens) return value;
  const made = opener();
  openable(made, opens, label, value);
  return made;
}

/**
 * The button that puts a lever where it would have to be.
 * @param {Answers} answers
 * @param {LeverAnswer} found
 */
function user(answers, { lever, use }) {
  const made = button("", answers.data.labels.use);
  Object.assign(made, { ariaLabel: use, title: use });
  made.dataset.use = lever;
  made.onclick = () => ask(answers, { do: "use", lever });
  return made;
}

/**
 * A table behind a summary; gone where it has no rows.
 * @param {HTMLElement} place
 * @param {string} summary
 * @param {string[]} head
 * @param {Content[][]} rows
 */
function folded(place, summary, head, rows) {
  place.hidden = !rows.length;
  set(part(place, "summary"), summary);
  fill(part(place, "table", HTMLTableElement), head, rows);
}

/**
 * @param {HTMLTableElement} table
 * @param {string[]} head
 * @param {Content[][]} rows
 */
function fill(table, head, rows) {
  table.hidden = !rows.length;
  part(table, "thead").replaceChildren(line("th", head, head));
  part(table, "tbody").replaceChildren(...rows.map((row) => line("td", row, head)));
}

/**
 * @param {"th" | "td"} tag
 * @param {Content[]} cells
 * @param {string[]} head
 */
function line(tag, cells, head) {
  return element("tr", "", ...cells.map((content, at) => {
    const made = element(at || tag === "th" ? (content ? tag : "td") : "th", "", ...[content].flat());
    if (made.tagName === "TH") made.scope = tag === "th" ? "col" : "row";
    else made.dataset.head = head[at];
    return made;
  }));
}
