// What of a chart was clicked: the bar or point, else the row or column that it lies in, by the path that opens it.
import { edges } from "./nudge.js";
import { plotArea } from "./plotly_insides.js";

/** @import { DrawnFigure, Table } from "../messages.js" */
/** @import { Figures } from "../visit/events.js" */
/** @import { Chart } from "./plotly_insides.js" */
/** @typedef {{ axis: "x" | "y", places: number[], paths: string[] }} Rows the rows or columns of a chart, each with its path */
/** @typedef {{ x: (value: number) => number, y: (value: number) => number }} Scales pixels of values, in one part of a chart */

const NEAR = 14; // pixels around a point
const THIN = 3; // pixels that a thin bar is wider than it looks

/**
 * The path of what stands where a chart was clicked; empty for nothing.
 * @param {Chart} chart
 * @param {{ clientX: number, clientY: number }} place
 */
export function pathAt(chart, { clientX, clientY }) {
  const spec = chart.drawn?.spec, area = plotArea(chart);
  if (!spec || !area) return "";
  const { xaxis, xaxis2, yaxis } = chart._fullLayout;
  const scales = (/** @type {any} */ trace) => ({ x: (trace.xaxis === "x2" ? xaxis2 : xaxis).c2p, y: yaxis.c2p });
  const at = [clientX - area.left, clientY - area.top], between = xaxis2 ? xaxis2._offset - xaxis._offset : 0;
  return hit(spec.data, (trace) => scales(trace), at[0], at[1], between) || nearest(spec.layout.meta?.opens, scales({}), at[0], at[1]);
}

/**
 * The bar or point at a place; the last drawn lies on top.
 * @param {readonly any[]} data
 * @param {(trace: any) => Scales} scales
 * @param {number} x
 * @param {number} y
 * @param {number} between pixels from the first part of the chart to the second
 * @returns {string}
 */
export function hit(data, scales, x, y, between = 0) {
  for (const trace of [...data].reverse()) {
    if (!trace.customdata) continue;
    const scale = scales(trace), across = trace.xaxis === "x2" ? x - between : x;
    const places = [...trace.customdata.keys()].filter((i) => trace.customdata[i] && trace.x[i] !== null);
    const found = trace.type === "bar" ? places.find((i) => isIn(trace, i, scale, across, y)) : closest(trace, places, scale, across, y);
    if (found !== undefined) return trace.customdata[found];
  }
  return "";
}

/**
 * The point that lies closest to a place, of those near enough: dots may touch each other.
 * @param {any} trace
 * @param {number[]} places
 * @param {Scales} scale
 * @param {number} x
 * @param {number} y
 * @returns {number | undefined}
 */
function closest(trace, places, scale, x, y) {
  const far = (/** @type {number} */ i) => Math.hypot(scale.x(trace.x[i]) - x, scale.y(trace.y[i]) - y);
  return places.filter((i) => far(i) <= NEAR).sort((one, other) => far(one) - far(other))[0];
}

/**
 * @param {any} trace
 * @param {number} i
 * @param {Scales} scale
 * @param {number} x
 * @param {number} y
 */
function isIn(trace, i, scale, x, y) {
  const [left, right, top, bottom] = edges(trace, i);
  return isBetween(x, scale.x(left), scale.x(right)) && isBetween(y, scale.y(top), scale.y(bottom));
}

/**
 * @param {number} value
 * @param {number} one
 * @param {number} other
 */
function isBetween(value, one, other) {
  const low = Math.min(one, other), high = Math.max(one, other), more = high - low < THIN ? THIN : 0;
  return value >= low - more && value <= high + more;
}

/**
 * The path of the row or column that a place lies in.
 * @param {Rows | undefined} rows
 * @param {Scales} scale
 * @param {number} x
 * @param {number} y
 */
export function nearest(rows, scale, x, y) {
  if (!rows) return "";
  const pixels = rows.places.map(scale[rows.axis]), at = rows.axis === "x" ? x : y;
  const distances = pixels.map((pixel) => Math.abs(pixel - at));
  const least = Math.min(...distances), place = distances.indexOf(least);
  const room = Math.min(...pixels.slice(1).map((pixel, before) => Math.abs(pixel - pixels[before])), 80) / 2;
  return least <= room ? rows.paths[place] : "";
}

/**
 * What a figure's table says of a path: what it is of, and the number.
 * @param {string} path
 * @param {Table | undefined} table
 */
export function cellAt(path, table) {
  for (const [row, paths] of (table?.opens ?? []).entries()) {
    const column = paths.indexOf(path);
    if (table && column >= 0) {
      return { title: [table.rows[row][0], table.header[column]].filter(Boolean).join(", "), value: table.rows[row][column] };
    }
  }
  return { title: "", value: "" };
}

/**
 * Every number of a figure that opens, row by row as its table has them.
 * @param {DrawnFigure | undefined} figure
 * @param {Table | undefined} table
 * @returns {Figures}
 */
export function figuresOf(figure, table) {
  const rows = (table?.opens ?? []).map((paths, row) => ({
    label: table?.rows[row][0] ?? "",
    cells: paths.flatMap((opens, at) =>
      opens && table ? [{ head: paths.filter(Boolean).length > 1 ? table.header[at] : "", value: table.rows[row][at], opens }] : []),
  }));
  return { title: figure?.title.slice(0, 2).join(" · ") ?? "", rows: rows.filter(({ cells }) => cells.length) };
}
