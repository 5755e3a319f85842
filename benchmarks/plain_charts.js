// The two charts of the plain page: what varies in their specifications, out of the model's amounts.
const SAME = 0.0005, TENTH = 0.05;

// The end of an axis: a round number.
function axis(known, amounts) {
  const up = (reach) => (reach <= 1e-9 ? 0 : known.round.find((size) => reach <= size) ?? Math.ceil(reach / known.coarse) * known.coarse);
  return [-up(Math.max(0, ...amounts.map((amount) => -amount))), up(Math.max(0, ...amounts))];
}

function spansOf(known, amounts) {
  let level = 0;
  return known.rows.map(({ component, total }) => {
    const start = total ? 0 : level;
    level = start + (amounts[component] ?? 0);
    return { start, end: level, amount: level - start };
  });
}

function bridge(known, spec, result, reference) {
  const { rows, say, colours } = known;
  const own = spansOf(known, result.bridge), others = spansOf(known, reference.bridge);
  const moved = rows.some(({ component }) => Math.abs(result.bridge[component] - reference.bridge[component]) >= SAME);
  const number = (row, value) => (row.total ? amount(value) : change(value));
  const tone = (spans) => spans.map(({ amount }, i) => (rows[i].tone ?? (amount >= 0 ? "increase" : "decrease")));
  const tones = tone(own).map((name) => colours[name]);
  const soft = tone(others).map((name) => colours[moved ? `${name}_soft` : name]);
  const texts = own.map(({ amount }, i) => {
    const arrow = rows[i].total || Math.abs(amount) < TENTH ? "" : amount > 0 ? "▲ " : "▼ ";
    return ` ${arrow}${number(rows[i], amount)}`;
  });
  const hovertext = rows.map((row, i) => fill(say["figure.hover"], {
    label: row.label, name: known.reference, scenario: number(row, own[i].amount), reference: number(row, others[i].amount), difference: change(own[i].amount - others[i].amount),
  }).replaceAll("\n", "<br>"));
  const alone = (spans) => spans.map(({ amount }, i) => (rows[i].total ? null : { start: 0, end: amount, amount }));
  const visible = (spans) => spans.map((span) => (moved && span && Math.abs(span.amount) >= SAME ? span : null));
  const places = (spans) => ({ base: spans.map((span) => span && span.start), x: spans.map((span) => span && span.amount), hovertext });
  const [data, layout] = [spec.data, spec.layout];
  for (const [at, spans] of [[0, others], [4, alone(others)]]) {
    Object.assign(data[at], places(spans));
    data[at].marker.color = soft;
  }
  for (const [at, spans] of [[1, own], [5, alone(own)]]) {
    Object.assign(data[at], places(visible(spans)));
    data[at].marker.color = tones;
  }
  data[2].x = own.slice(0, -1).flatMap(({ end }) => [end, end, null]);
  const first = own[0].end, last = own.at(-1).end, far = (i) => Math.max(0, ...[own[i], others[i]].flatMap(({ start, end }) => [start, end]));
  const at = (wanted) => rows.flatMap(({ total, text }, i) => (text && total === wanted ? [i] : []));
  data[3].x = at(true).map(far);
  data[3].text = at(true).map((i) => texts[i]);
  data[6].x = at(false).map((i) => Math.max(0, own[i].amount, others[i].amount));
  data[6].text = at(false).map((i) => texts[i]);
  data[7].text = [`<b>${change(last - first)}</b>`, fill(say["bridge.percent_of"], { percent: percent((last - first) / first), base: amount(first) })];
  const level = axis(known, [...own, ...others].flatMap(({ start, end }) => [start, end]));
  const steps = axis(known, [...own, ...others].filter((_, i) => !rows[i % rows.length].total).map((span) => span.amount));
  layout.xaxis.range = level;
  layout.xaxis2.range = withRoom(known, layout, "xaxis2", steps);
  data[7].x = data[7].text.map(() => steps[1]);
  return spec;
}

// An axis with room for the amounts beyond its longest bar, as the page makes it (figures.js).
function withRoom(known, layout, name, [low, high]) {
  const pixels = layout.meta.labels[name] * layout.yaxis.tickfont.size / known.size;
  const plot = (layout.width - layout.margin.l - layout.margin.r) * (layout[name].domain[1] - layout[name].domain[0]);
  return [low, low + (high - low) * plot / Math.max(plot - pixels, plot / 4)];
}

// Year by year one amount per series: solutions that the regulation has as one are one.
const bySeries = (known, years) => years.map((amounts) => known.places.map((places) => sum(places.map((i) => amounts[i]))));

function segments(known, amounts, label) {
  let level = 0;
  return amounts.map((size, series) => {
    const start = level;
    level += size;
    return { series, start, amount: size, hover: `${known.series[series][0]} ${label}: ${amount(size)}` };
  });
}

function plan(known, spec, result, reference) {
  const { colours, years, say } = known;
  const costs = bySeries(known, result.costs), expected = bySeries(known, reference.costs);
  const differ = (a, b) => a.flat().some((value, i) => Math.abs(value - b.flat()[i]) >= SAME);
  const moved = differ(costs, expected) || differ(result.needs, reference.needs);
  const own = [segments(known, known.base, known.baseLabel), ...costs.map((amounts, t) => segments(known, amounts, years[t]))];
  const others = moved ? expected.map((amounts, t) => segments(known, amounts, `${years[t]}, ${known.reference}`)) : [];
  const all = own.flat(), beside = others.flat();
  const colour = ({ series }) => colours[known.series[series][1]];
  const [low, high] = axis(known, [...all, ...beside].flatMap(({ start, amount }) => [start, start + amount]));
  const totals = own.map((column) => sum(column.map((part) => part.amount)));
  const needs = result.needs.map(sum), shown = needs.map((need, t) => amount(need) + (t || moved ? "*" : ""));
  const { data, layout } = spec, parts = (list) => ({ base: list.map((part) => part.start), y: list.map((part) => part.amount), hovertext: list.map((part) => part.hover) });
  Object.assign(data[0], parts(all));
  data[0].marker = { color: all.map(colour), line: { width: 1, color: colours.paper } };
  Object.assign(data[1], parts(beside), { x: others.flatMap((column, t) => column.map(() => t + 1 + known.beside)) });
  data[1].marker.color = beside.map(colour);
  data[2].y = totals.map((total) => total + known.gap * (high - low));
  data[2].text = totals.map((total) => `<b>${amount(total)}</b>`);
  data[3].y = [null, ...needs];
  if (moved) data[3].marker.line.color = data[3].marker.line.color.map(() => colours.muted);
  data[3].hovertext = ["", ...shown.map((text, t) => `${say["plan.marker"]} ${years[t]}: ${text}`)];
  let free = -Infinity;
  data[4].y = own.at(-1).map(({ start, amount }) => {
    const place = Math.max(start + amount / 2, free);
    free = place + known.apart * (high - low);
    return place;
  });
  layout.xaxis.ticktext = [known.baseYear, ...years].map((year, t) => `<b>${year}</b><br>${t ? shown[t - 1] : ""}`);
  layout.yaxis.range = [low * 1.08, high + known.above * Math.max(high, high - low)];
  return spec;
}
