// The plain page: a lever's input event runs the model, writes the words and draws, at once and in one task.
const known = JSON.parse(document.getElementById("known").textContent);
const { say } = known;

function decimal(value, signed) {
  const [whole, part] = Math.abs(value).toFixed(1).split(".");
  const sign = Number(`${whole}.${part}`) === 0 ? "" : value < 0 ? "\u2212" : signed ? "+" : "";
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, "\u202f")},${part}`;
}
const amount = (value) => decimal(value, false);
const change = (value) => decimal(value, true);
const percent = (share) => `${decimal(100 * share, true)}\u00a0%`;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const write = (target, text) => { if (target.textContent !== text) target.textContent = text; };

function words(levers, result, reference) {
  const year = known.years[0], indexed = levers.index_rate ? "_index" : "";
  const [need, expected, cost, before] = [result.needs[0], reference.needs[0], result.costs[0], reference.costs[0]].map(sum);
  const moved = need - expected;
  const direction = Math.abs(moved) < TENTH ? "same" : moved > 0 ? "up" : "down";
  write(document.getElementById("headline"), fill(say[`headline.${direction}${indexed}`], { year, need: amount(need), amount: amount(Math.abs(moved)), percent: percent(moved / expected), reference: known.against }));
  const against = (value, other, status) => (Math.abs(value - other) >= TENTH ? fill(say["key.against"], { difference: change(value - other), reference: known.against }) : status);
  const published = say[indexed ? "key.indexed" : "key.published"];
  const changed = cost - known.printed, available = sum(known.available), other = cost - available;
  const left = known.movedOut * (1 + levers.index_rate);
  const keys = [
    [amount(cost), against(cost, before, published)],
    [amount(need), against(need, expected, published)],
    [change(changed), fill(say["key.change_base_printed"], { history: known.history, bridge: known.bridge,
      percent: percent(changed / known.printed), base: amount(known.printed), available: amount(available), other: change(other), other_percent: percent(other / available) })],
    [change(changed + left), fill(say["key.comparable_note"], { percent: percent((changed + left) / known.printed), moved: amount(left) })],
  ];
  [...document.querySelectorAll(".key")].forEach((key, at) => keys[at].forEach((text, part) => write(key.children[part + 1], text)));
}

function show() {
  const levers = shares(Object.fromEntries([...document.querySelectorAll("[data-lever]")].map((input) => [input.dataset.lever, Number(input.value)])));
  const result = run(known, levers);
  const reference = run(known, { ...known.usual, index_rate: levers.index_rate });
  words(levers, result, reference);
  for (const [name, draw] of Object.entries({ bridge, plan })) {
    const { data, layout } = draw(known, structuredClone(known.figures[name]), result, reference);
    Plotly.react(document.getElementById(name), data, layout, { displayModeBar: false, responsive: false });
  }
}

for (const input of document.querySelectorAll("[data-lever]")) input.addEventListener("input", show);
document.fonts.load("13px 'Source Sans'").then(show, show);
