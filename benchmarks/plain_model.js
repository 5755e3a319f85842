// The model of the plain page: docs/model.md for the four main levers, in the browser. `known` is what the page was
// handed: published cells and names. Amounts are MNOK.
const shares = (levers) => Object.fromEntries(Object.entries(levers).map(([name, percent]) => [name, percent / 100]));
const sum = (values) => values.reduce((total, value) => total + value, 0);

// Cost level and need by year and solution, and the bridge of the first year, all solutions together.
function run(known, { risk_margin: margin, index_rate: growth, extra_efficiency: less, extra_volume: more }) {
  const { embedded, clearing, lag } = known;
  const factor = (1 + margin) / (1 + embedded);
  const open = (i, amount) => (i === clearing ? 0 : amount);
  const costs = [], needs = [], due = [known.returned];
  let level = known.available, index = 1, bridge = null;
  known.cells.forEach((cells, year) => {
    index *= 1 + growth;
    const base = level.map((amount, i) => open(i, amount + cells.changed_financing[i]));
    const next = level.map((amount, i) => amount + cells.planned[i] + (more - less) * base[i]);
    costs.push(next.map((amount) => factor * amount * index));
    due[year + lag] = next.map((amount) => Math.max(0, factor - 1) * amount * index);
    const returned = (due[year] ?? []).map((amount) => (1 + growth) * amount);
    needs.push(costs[year].map((cost, i) => cost - (returned[i] ?? 0)));
    bridge ??= bridgeOf(cells, sum(level), sum(base), sum(next), sum(returned));
    level = next;
  });
  return { costs, needs, bridge };

  function bridgeOf(cells, before, base, level, returned) {
    return {
      previous_level: before,
      indexation: before * growth,
      investment: sum(cells.investment) * index,
      changed_financing: sum(cells.changed_financing) * index,
      volume_preparedness: (sum(cells.volume_preparedness) + more * base) * index,
      efficiency: (sum(cells.efficiency) - less * base) * index,
      added_measures: sum(cells.added_measures) * index,
      risk_margin: (factor - 1) * level * index,
      cost_level: factor * level * index,
      returned_funds: -returned,
      financing_need: factor * level * index - returned,
    };
  }
}
