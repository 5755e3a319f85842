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
  const { root } = goal, select = part(root, "select", HTMLSelectElement);
  select.addEventListener("change", () => ask(goal, { do: "choose", quantity: select.value }));
  numberField(part(root, "input", HTMLInputElement), (text) => ask(goal, { do: "aim", text }));
  part(root, "form").addEventListener("submit", (event) => event.preventDefault());
  goal.listen(document, "levers:moved", () => root.classList.add("stale"));
}

/** @param {Goal} goal */
function show(goal) {
  const { root, data } = goal;
  const select = part(root, "select", HTMLSelectElement);
  select.ariaLabel = data.labels.quantity;
  select.replaceChildren(...data.quantities.map(([value, label]) => option(value, label)));
  select.value = data.quantity;
  const field = part(root, "input", HTMLInputElement);
  field.ariaLabel = data.labels.target;
  renew(goal, field, data.target);
  set(part(root, "form span"), data.unit);
  offerNear(goal);
  complain(goal, data.problem);
  if (data.sentence === null) return;
  root.classList.remove("stale");
  set(part(root, ".goal-sentence"), data.sentence);
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
