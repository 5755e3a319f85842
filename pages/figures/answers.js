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
  part(root, "details", HTMLDetailsElement).open = window.innerWidth > 640;
  listen(document, "levers:moved", () => root.classList.add("stale"));
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
  const { root, data } = answers, { labels, reached, beyond } = data;
  set(part(root, ".answers-met"), data.met);
  set(part(root, ".answers-untouched"), data.untouched);
  const head = [labels.lever, labels.present, labels.needed, ""];
  fill(part(root, ".answers-reached", HTMLTableElement), head, reached.map((each) => {
    const change = element("span", "answers-change", each.change);
    return [each.label, each.present, [needed(each), change], each.use ? user(answers, each) : labels.used];
  }));
  const far = part(root, ".answers-beyond");
  far.hidden = !beyond.length;
  set(part(far, "summary"), labels.beyond);
  fill(part(far, "table", HTMLTableElement), [labels.lever, labels.present, labels.reach], beyond.map((each) => [each.label, each.present, each.reach]));
}

/**
 * The value that meets the target, which opens what it gives.
 * @param {LeverAnswer} found
 */
function needed({ label, needed: value, opens }) {
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
 * @param {HTMLTableElement} table
 * @param {string[]} head
 * @param {Content[][]} rows
 */
function fill(table, head, rows) {
  table.hidden = !rows.length;
  part(table, "thead").replaceChildren(line("th", head));
  part(table, "tbody").replaceChildren(...rows.map((row) => line("td", row)));
}

/**
 * @param {"th" | "td"} tag
 * @param {Content[]} cells
 */
function line(tag, cells) {
  return element("tr", "", ...cells.map((content, at) => {
    const made = element(at || tag === "th" ? (content ? tag : "td") : "th", "", ...[content].flat());
    if (made.tagName === "TH") made.scope = tag === "th" ? "col" : "row";
    return made;
  }));
}
