// What we lean on of Plotly's insides: the structure of the SVG that it draws, which nudge.js pushes, and the axes that know
// where a value stands. None of it is promised; tests/browser/test_insides.py looks each up in a drawn chart.

/** @import { Specification } from "../messages.js" */
/** @typedef {{ c2p: (value: number) => number, _offset: number }} Axis knows the pixel of a value, and where it begins */
/** @typedef {{ type: string, visible: boolean, xaxis?: string, yaxis?: string }} FullTrace */
/**
 * Where a trace stands: the paths of its bars, lines and points, and its texts; ``x`` and ``y`` its axes. An empty point
 * has no mark, and a trace with nothing in it none at all.
 * @typedef {{ x?: Axis, y?: Axis, bars: (Element | null)[], lines: Element[], points: Point[], texts: Point[] }} Marks
 */
/** @typedef {Element & { __data__: { i: number } }} Point carries its number */
/**
 * An element that Plotly has drawn in; ``drawn`` and ``drawnKey`` are ours: what was drawn, and what it was drawn from.
 * @typedef {HTMLElement & {
 *   _fullData: FullTrace[],
 *   _fullLayout: { xaxis: Axis, xaxis2: Axis, yaxis: Axis },
 *   drawn?: { spec: Specification, marks: { traces: Marks[], ticks: Element[] } | null },
 *   drawnKey?: string,
 * }} Chart
 */

/** Where everything stands in a chart that Plotly has drawn. @param {Chart} chart */
export function marksOf(chart) {
  return { traces: traces(chart), ticks: ticks(chart) };
}

/** @param {Chart} chart @returns {Marks[]} */
function traces(chart) {
  /** @type {Record<string, number>} */
  const seen = {};
  return chart._fullData.map((trace) => {
    if (!trace.visible) return { bars: [], lines: [], points: [], texts: [] }; // nothing in it: Plotly makes no group
    const axes = (trace.xaxis ?? "x") + (trace.yaxis ?? "y");
    const layer = trace.type === "bar" ? ".barlayer" : ".scatterlayer";
    const at = (seen[axes + layer] = (seen[axes + layer] ?? -1) + 1);
    const group = chart.querySelectorAll(`.subplot.${axes} ${layer} > .trace`)[at];
    /** @param {string} selector @returns {any[]} */
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
}

/** The names of columns; else of rows. @param {Chart} chart */
function ticks(chart) {
  const columns = chart.querySelectorAll(".xaxislayer-above .xtick text");
  return [...columns.length ? columns : chart.querySelectorAll(".yaxislayer-above .ytick text")];
}

/** Where the bars and points of a chart lie on the screen, names and margins left out. @param {Chart} chart */
export function plotArea(chart) {
  return chart.querySelector(".nsewdrag")?.getBoundingClientRect();
}

/** What a drawn chart is known by. */
export const DRAWING = "svg.main-svg";
