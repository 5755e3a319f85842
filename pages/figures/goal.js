// What to aim at: which figure, the amount, amounts at hand. The answer in a sentence; grey while a lever moves.
import { ask, complain } from "../visit/asking.js";
import { button, option, part, set } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { numberField, renew } from "../visit/typed_fields.js";

/** @import { GoalAsks, GoalMessage } from "../messages.js" */
/** @import { Box } from "../visit/opening.js" */
/** @typedef {Box<GoalMessage, GoalAsks>} Goal */

export default opening(".goal", { open, show });

/** @param {Goal} goal */
function open(goal) {
  const { root } = goal, [what, when] = choices(root);
  what.addEventListener("change", () => ask(goal, { do: "choose", quantity: what.value }));
  when.addEventListener("change", () => ask(goal, { do: "when", when: when.value }));
  numberField(part(root, "input", HTMLInputElement), (text) => ask(goal, { do: "aim", text }));
  part(root, "form").addEventListener("submit", (event) => event.preventDefault());
  goal.listen(document, "levers:moved", () => root.classList.add("stale"));
  goal.listen(document, "lever:foreseen", ({ detail }) => root.classList.toggle("stale", detail !== null));
}

/** @param {Goal} goal */
function show(goal) {
  const { root, data } = goal, [what, when] = choices(root);
  offerWhose(goal);
  offer(what, data.labels.quantity, data.quantities, data.quantity);
  offer(when, data.labels.when, data.whens, data.when);
  const field = part(root, "input", HTMLInputElement);
  field.ariaLabel = data.labels.target;
  renew(goal, field, data.target);
  set(part(root, "form span"), data.unit);
  offerNear(goal);
  complain(goal, data.problem);
  if (data.sentence === null) return;
  root.classList.remove("stale");
  say(part(root, ".goal-sentence"), data.sentence, [data.quantity, data.when, data.target, data.unit].join(" "));
}

/** @param {Element} root */
function choices(root) {
  return [part(root, ".goal-what", HTMLSelectElement), part(root, ".goal-when", HTMLSelectElement)];
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} label
 * @param {GoalMessage["whens"]} options
 * @param {string} chosen
 */
function offer(select, label, options, chosen) {
  select.ariaLabel = label;
  select.replaceChildren(...options.map(([value, name]) => option(value, name)));
  select.value = chosen;
}

/**
 * The answer; of the same question it keeps the lines that it had, so that nothing below moves when a lever is used.
 * @param {HTMLElement} place
 * @param {string} sentence
 * @param {string} question
 */
function say(place, sentence, question) {
  const isSame = place.dataset.question === question;
  place.style.minHeight = isSame ? `${place.offsetHeight}px` : "";
  place.dataset.question = question;
  set(place, sentence);
}

/**
 * For us, or in all: what is asked about first where somebody has said who they are.
 * @param {Goal} goal
 */
function offerWhose(goal) {
  const { data, root } = goal, place = part(root, ".goal-whose");
  place.hidden = !data.whose.length;
  place.ariaLabel = data.labels.whose;
  while (place.children.length > data.whose.length) place.lastElementChild?.remove();
  while (place.children.length < data.whose.length) place.append(button());
  for (const [at, made] of [...place.querySelectorAll("button")].entries()) {
    const [quantity, name] = data.whose[at];
    set(made, name);
    made.ariaPressed = String(quantity === data.quantity);
    made.onclick = () => ask(goal, { do: "choose", quantity });
  }
}

/**
 * Amounts at hand. The buttons stay, so that the one that was pressed keeps the focus.
 * @param {Goal} goal
 */
function offerNear(goal) {
  const { near } = goal.data, place = part(goal.root, ".goal-near");
  while (place.children.length > near.length) place.lastElementChild?.remove();
  while (place.children.length < near.length) place.append(button());
  for (const [at, made] of [...place.querySelectorAll("button")].entries()) {
    const [label, amount] = near[at];
    set(made, label);
    made.onclick = () => ask(goal, { do: "take", amount });
  }
}
