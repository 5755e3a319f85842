// While a lever moves, what Plotly has drawn is pushed to its new places instead of being drawn anew: 3 ms against 60.
// It is only done where the drawing is built alike (same bars, colours and axes); else, and always at rest, Plotly draws.

// Whether ``chart`` could be pushed from the specification it was drawn with to ``next``.
function nudge(chart, next) {
  const drawn = chart.drawn;
  if (!drawn || !alike(drawn.spec, next)) return false;
  drawn.marks ??= marksOf(chart);
  if (!next.data.every((trace, at) => canPush(trace, drawn.marks.traces[at]))) return false;
  next.data.forEach((trace, at) => push(trace, drawn.marks.traces[at]));
  (next.layout.xaxis.ticktext ?? []).forEach((text, at) => relabel(drawn.marks.ticks[at], text.split("<br>")[1] ?? ""));
  drawn.spec = next;
  return true;
}

// Remembers what was drawn, for the next nudge.
function remember(chart, spec) {
  chart.drawn = { spec: structuredClone({ data: spec.data, layout: spec.layout }), marks: null };
}

function alike(one, other) {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const blanks = (trace) => ["x", "y"].map((axis) => trace[axis].map((value) => value === null));
  const traces = (a, b) => same(blanks(a), blanks(b)) && same(a.marker, b.marker);
  const layouts = ["width", "height"].every((key) => one.layout[key] === other.layout[key])
    && ["xaxis", "xaxis2", "yaxis"].every((key) => same(one.layout[key]?.range, other.layout[key]?.range))
    && same(one.layout.annotations?.length, other.layout.annotations?.length);
  return layouts && one.data.length === other.data.length && one.data.every((trace, at) => traces(trace, other.data[at]));
}

// Where each trace stands in Plotly's SVG. Points carry their number in ``__data__.i``; empty ones have no mark.
function marksOf(chart) {
  const seen = {};
  const traces = chart._fullData.map((trace) => {
    if (!trace.visible) return { bars: [], lines: [], points: [], texts: [] }; // nothing in it: Plotly makes no group
    const axes = (trace.xaxis ?? "x") + (trace.yaxis ?? "y");
    const layer = trace.type === "bar" ? ".barlayer" : ".scatterlayer";
    const at = (seen[axes + layer] = (seen[axes + layer] ?? -1) + 1);
    const group = chart.querySelectorAll(`.subplot.${axes} ${layer} > .trace`)[at];
    const all = (selector) => [...group.querySelectorAll(selector)];
    return {
      x: chart._fullLayout[trace.xaxis === "x2" ? "xaxis2" : "xaxis"],
      y: chart._fullLayout.yaxis,
      bars: all(".point").map((point) => point.querySelector("path")),
      lines: all(".js-line"),
      points: all(".points > path.point"),
      texts: all(".textpoint").filter((point) => point.firstChild),
    };
  });
  return { traces, ticks: [...chart.querySelectorAll(".xaxislayer-above .xtick text")].map((tick) => tick.lastElementChild ?? tick) };
}

// A bar that had no length may have no mark to push; an empty text has none.
function canPush(trace, marks) {
  if (trace.type === "bar") {
    const length = trace.orientation === "h" ? trace.x : trace.y;
    return length.every((value, i) => !value || marks.bars[i]);
  }
  return trace.mode !== "text" || marks.texts.length === trace.text.filter((text, i) => text && trace.x[i] !== null).length;
}

function push(trace, { x, y, bars, lines, points, texts }) {
  const across = (value) => Math.round(100 * x.c2p(value)) / 100;
  const down = (value) => Math.round(100 * y.c2p(value)) / 100;
  if (trace.type === "bar") bars.forEach((path, i) => {
    if (!path || trace.x[i] === null) return;
    const half = trace.width / 2, base = trace.base[i];
    const [x0, x1, y0, y1] = trace.orientation === "h"
      ? [base, base + trace.x[i], trace.y[i] - half, trace.y[i] + half] : [trace.x[i] - half, trace.x[i] + half, base, base + trace.y[i]];
    path.setAttribute("d", `M${across(x0)},${down(y0)}V${down(y1)}H${across(x1)}V${down(y0)}Z`);
  });
  lines.forEach((path, i) => path.setAttribute("d",
    `M${across(trace.x[3 * i])},${down(trace.y[3 * i])}L${across(trace.x[3 * i + 1])},${down(trace.y[3 * i + 1])}`));
  for (const point of points) {
    const { i } = point.__data__;
    point.setAttribute("transform", `translate(${across(trace.x[i])},${down(trace.y[i])})`);
  }
  for (const point of texts) {
    const { i } = point.__data__;
    point.firstChild.setAttribute("x", across(trace.x[i]));
    point.firstChild.setAttribute("y", down(trace.y[i]));
    relabel(point.firstChild, trace.text[i].replace(/<[^>]*>/g, ""));
  }
}

// Replaces the last words inside a text element, whatever wraps them.
function relabel(element, words) {
  if (!element) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let leaf = null;
  while (walker.nextNode()) if (walker.currentNode.nodeValue) leaf = walker.currentNode;
  if (leaf && leaf.nodeValue !== words) leaf.nodeValue = words;
}
