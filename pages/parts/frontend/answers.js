// What each lever alone would have to be, with a button that puts it there. Grey while a lever moves.
const boxes = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".answers");
  let box = boxes.get(root);
  if (!box) {
    box = { onMoved: () => root.classList.add("stale") };
    boxes.set(root, box);
    root.querySelector("details").open = window.innerWidth > 640;
    document.addEventListener("levers:moved", box.onMoved);
  }
  Object.assign(box, { data, setTriggerValue });
  if (!data.moving) {
    const focused = root.contains(document.activeElement) && document.activeElement !== root;
    answer(root, data, (lever) => ask(box, { do: "use", lever }));
    if (focused && !root.contains(document.activeElement)) root.focus({ preventScroll: true });
    root.classList.remove("stale");
  }
  return () => {
    document.removeEventListener("levers:moved", box.onMoved);
    boxes.delete(root);
  };
}

function answer(root, { labels, reached, beyond, met, untouched }, use) {
  set(root.querySelector(".answers-met"), met);
  set(root.querySelector(".answers-untouched"), untouched);
  fill(root.querySelector(".answers-reached"), [labels.lever, labels.present, labels.needed, ""], reached.map((each) => {
    const change = element("span", "answers-change");
    change.textContent = each.change;
    const cells = [each.label, each.present, [each.needed, change]];
    if (!each.use) return [...cells, labels.used];
    const button = element("button");
    Object.assign(button, { type: "button", textContent: labels.use, ariaLabel: each.use, title: each.use });
    button.dataset.use = each.lever;
    button.onclick = () => use(each.lever);
    return [...cells, button];
  }));
  const far = root.querySelector(".answers-beyond");
  far.hidden = !beyond.length;
  set(far.querySelector("summary"), labels.beyond);
  fill(far.querySelector("table"), [labels.lever, labels.present, labels.reach], beyond.map((each) => [each.label, each.present, each.reach]));
}

function fill(table, head, rows) {
  table.hidden = !rows.length;
  table.tHead.replaceChildren(line("th", head));
  table.tBodies[0].replaceChildren(...rows.map((row) => line("td", row)));
}

function line(tag, cells) {
  const made = element("tr");
  made.append(...cells.map((content, at) => {
    const cell = element(at || tag === "th" ? (content ? tag : "td") : "th");
    if (cell.tagName === "TH") cell.scope = tag === "th" ? "col" : "row";
    cell.append(...[content].flat());
    return cell;
  }));
  return made;
}
