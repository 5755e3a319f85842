// What to aim at: which figure, the amount, amounts at hand. The answer in a sentence; grey while a lever moves.
const goals = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".goal");
  let goal = goals.get(root);
  if (!goal) {
    goal = { root, problem: root.querySelector(".problem") };
    goals.set(root, goal);
    prepare(goal);
    goal.onMoved = () => root.classList.add("stale");
    document.addEventListener("levers:moved", goal.onMoved);
  }
  Object.assign(goal, { data, setTriggerValue });
  show(goal, data);
  return () => {
    document.removeEventListener("levers:moved", goal.onMoved);
    goals.delete(root);
  };
}

function prepare(goal) {
  const { root } = goal;
  const select = root.querySelector("select");
  select.addEventListener("change", () => ask(goal, { do: "choose", quantity: select.value }));
  numberField(root.querySelector("input"), (text) => ask(goal, { do: "aim", text }));
  root.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
}

function show(goal, data) {
  const { root } = goal;
  const select = root.querySelector("select");
  select.ariaLabel = data.labels.quantity;
  select.replaceChildren(...data.quantities.map(([value, label]) => {
    const made = element("option");
    made.value = value;
    made.textContent = label;
    return made;
  }));
  select.value = data.quantity;
  const field = root.querySelector("input");
  field.ariaLabel = data.labels.target;
  renew(goal, field, data.target);
  set(root.querySelector("form span"), data.unit);
  near(goal, data.near);
  complain(goal, data.problem);
  if (data.sentence === null) return;
  root.classList.remove("stale");
  set(root.querySelector(".goal-sentence"), data.sentence);
}

// The buttons stay, so that the one that was pressed keeps the focus.
function near(goal, found) {
  const box = goal.root.querySelector(".goal-near");
  while (box.children.length > found.length) box.lastElementChild.remove();
  for (const [at, [label, amount]] of found.entries()) {
    let button = box.children[at];
    if (!button) {
      button = element("button");
      button.type = "button";
      box.append(button);
    }
    set(button, label);
    button.onclick = () => ask(goal, { do: "take", amount });
  }
}
