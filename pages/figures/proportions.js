// How large the charts of a page are drawn: type, heights, row names, axes.

/** @import { BoardMessage } from "../messages.js" */
/** @typedef {{ scale: number, names: number }} Proportions the size of type, and pixels of the first charts' row names */

const LARGE = 18; // pixels, the smallest type of a chart that is read across a room
const LARGEST = 1.25; // of a chart that is read at a desk
const GAP = 20; // pixels between charts that stand beside each other (board.css)

/**
 * Everything that the proportions come from, as a text.
 * @param {HTMLElement} root
 * @param {BoardMessage} data
 */
export function proportionsKey(root, data) {
  const around = document.documentElement.style.getPropertyValue("--around"); // what the meeting's words and keys take
  return [root.clientWidth, window.innerHeight, around, data.across, data.narrow, data.large, namesBeside(data), ...pixelsOf(data, "least"), ...pixelsOf(data, "most"), ...shares(data)].join();
}

/**
 * The size of type that charts have room for, by the narrowest and the lowest; every chart gets the height that its rows
 * need, and at a desk none gets more than few rows can take. The first of those beside each other gets as much more width as its row names take: one amount, one length.
 * @param {HTMLElement} root
 * @param {BoardMessage} data
 * @param {HTMLElement[]} charts
 * @returns {Proportions}
 */
export function measured(root, data, charts) {
  const beside = namesBeside(data), heights = pixelsOf(data, "least"), most = pixelsOf(data, "most"), small = besides(data).length > 2;
  for (const { style } of charts) style.height = style.minHeight = style.maxHeight = "";
  shares(data).forEach((share, at) => { if (share < 1) charts[at].style.height = `${lower(charts[at], data.figures[at], share)}px`; });
  const base = small ? 360 : 560, narrowest = Math.min(...charts.map((chart) => chart.clientWidth));
  const wide = beside ? (root.clientWidth - (data.across - 1) * GAP) / (data.across * base + beside) : narrowest / base;
  const high = charts.map((chart, at) => heights[at] ? chart.clientHeight / heights[at] : Infinity);
  const room = Math.min(wide / (data.large ? 1.1 : 1), ...high);
  const smallest = data.large && !data.narrow ? LARGE / Math.min(...data.figures.map(({ spec }) => spec.layout.meta.smallest)) : 1; // a phone is no screen to be read across a room
  const scale = Math.max(smallest, data.large ? room : Math.min(LARGEST, room)); // larger type on a large screen
  const names = Math.round(beside * scale);
  root.style.setProperty("--names", `${names}px`);
  charts.forEach(({ style }, at) => {
    if (heights[at]) style.minHeight = `${Math.ceil(heights[at] * scale)}px`;
    if (most[at] && !data.large) style.maxHeight = `${Math.ceil(most[at] * scale)}px`;
  });
  return { scale, names };
}

/** The figures that stand beside each other. @param {BoardMessage} data @returns {BoardMessage["figures"]} */
export function besides({ figures }) {
  return figures.filter(({ wide }) => !wide);
}

/**
 * What each chart's rows need at least, or can take at most: pixels at the size of the specification, 0 for no such end.
 * @param {BoardMessage} data
 * @param {"least" | "most"} end
 * @returns {number[]}
 */
function pixelsOf({ figures }, end) {
  return figures.map(({ spec }) => spec.layout.meta?.[end] ?? 0);
}

/** How much of the plot's height each chart takes. @param {BoardMessage} data @returns {number[]} */
function shares({ figures }) {
  return figures.map(({ spec }) => spec.layout.meta?.share ?? 1);
}

/**
 * Pixels of a chart with a share of the plot that it would have: as many per amount as the charts beside it.
 * @param {HTMLElement} chart
 * @param {BoardMessage["figures"][number]} figure
 * @param {number} share
 */
function lower({ clientHeight }, { spec }, share) {
  const { t, b } = spec.layout.margin;
  return Math.round((clientHeight - t - b) * share) + t + b;
}

/** How much wider the first chart's row names are than those of the one beside it. @param {BoardMessage} data @returns {number} */
function namesBeside(data) {
  const { across } = data, [first, second] = besides(data).map(({ spec }) => spec.layout);
  return across > 1 && second?.meta?.labels ? first.margin.l - second.margin.l : 0;
}

/**
 * Axes that end where the amounts beyond their longest bar have room.
 * @param {any} layout
 * @param {number} width
 * @param {number} scale
 */
export function makeRoom(layout, width, scale) {
  for (const [name, pixels] of /** @type {[string, number][]} */ (Object.entries(layout.meta?.labels ?? {}))) {
    const { range: [low, high], domain } = layout[name];
    const plot = (width - layout.margin.l - layout.margin.r) * (domain[1] - domain[0]);
    layout[name].range = [low, low + (high - low) * plot / Math.max(plot - pixels * scale, plot / 4)];
  }
}

/**
 * The longest bars with which every text at their ends has room: charts/draw/bar_places.py does the same where nothing
 * measures the plot.
 * @param {any} layout
 * @param {number} width
 * @param {number} scale
 */
export function makeRoomAround(layout, width, scale) {
  const around = layout.meta?.around;
  if (!around) return;
  const { scale: [low, high], texts } = around, plot = width - layout.margin.l - layout.margin.r;
  /** @param {number} per pixels of a unit @param {boolean} left */
  const beyond = (per, left) => Math.max(0, ...texts.filter((/** @type {any[]} */ text) => text[2] === left)
    .map((/** @type {[number, number]} */ [at, pixels]) => pixels * scale - (left ? at - low : high - at) * per));
  let few = plot / 10 / (high - low), many = plot / (high - low);
  for (let halved = 0; halved < 30; halved++) {
    const per = (few + many) / 2;
    if (beyond(per, true) + beyond(per, false) + (high - low) * per > plot) many = per;
    else few = per;
  }
  layout.xaxis.range = [low - beyond(few, true) / few, high + beyond(few, false) / few];
}

/**
 * Dots as large as both directions of the plot allow, and the axis so long that those of one column touch.
 * @param {any} spec
 * @param {number} width
 * @param {number} height
 */
export function sizeDots({ data, layout }, width, height) {
  const dots = layout.meta?.dots;
  if (!dots) return;
  const { margin, xaxis: { range: [left, right] }, yaxis: { range: [low], domain: [bottom, top] } } = layout;
  const across = (width - margin.l - margin.r) / (right - left);
  const along = (height - margin.t - margin.b) * (top - bottom) / (dots.top - low);
  const size = Math.max(1, Math.min(dots.width * across, dots.dot * along));
  layout.yaxis.range = [low, low + (dots.top - low) * dots.dot * along / size];
  for (const at of dots.traces) data[at].marker.size = size;
}

/**
 * While a lever moves an axis may grow, never shrink: bars are compared by eye and the scale must stay still. When it comes
 * to rest nothing is seen to move either, unless half of the axis would be empty. The levels of a chart's two drawings are
 * the same amounts, so they share theirs.
 * @param {Map<string, [number, number]>} held the ranges of before, by chart or drawing and axis
 * @param {BoardMessage["figures"][number]} figure
 * @param {any} layout
 * @param {"moving" | "confirming" | "other"} what
 */
export function hold(held, { name, scale }, layout, what) {
  for (const axis of ["xaxis", "xaxis2", "yaxis"]) {
    const range = layout[axis]?.range;
    if (!range || layout[axis].showticklabels !== false) continue;
    const key = `${axis === "xaxis" ? name : scale}.${axis}`, before = held.get(key);
    const grown = before && [Math.min(range[0], before[0]), Math.max(range[1], before[1])];
    const isEmpty = grown && range[1] - range[0] < (grown[1] - grown[0]) / 2;
    if (grown && (what === "moving" || (what === "confirming" && !isEmpty))) layout[axis].range = grown;
    held.set(key, layout[axis].range);
  }
}
