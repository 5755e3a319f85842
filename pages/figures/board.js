// Headline, key figures and charts of a page. Charts are kept and redrawn; when all are on screen, «figures:drawn» tells
// the levers that the next change may be sent. Changes of a lever that still moves («levers:moved») are sent from here:
// then only this part of the page runs.
import { forPart } from "../visit/asking.js";
import { part, put } from "../visit/dom.js";
import { opening } from "../visit/opening.js";
import { saveFile } from "../visit/user_files.js";
import { showWords, warn } from "./board_words.js";
import { copyTable } from "./copying.js";
import { library } from "./library.js";
import { nudge, remember } from "./nudge.js";
import { measurePaper } from "./paper.js";
import { besides, hold, makeRoom, makeRoomAround, measured, proportionsKey, sizeDots } from "./proportions.js";
import { describe, newSection, take } from "./sections.js";
import { isKnown, stopAt, told } from "./stops.js";
import { isDark, styled, themeOf } from "./theme.js";

/** @import { BoardMessage, Table } from "../messages.js" */
/** @import { ForeseenStop } from "../visit/events.js" */
/** @import { Box } from "../visit/opening.js" */
/** @import { Plotly } from "./library.js" */
/** @import { Chart } from "./plotly_insides.js" */
/** @import { Proportions } from "./proportions.js" */
/** @typedef {Box<BoardMessage> & ReturnType<typeof own>} Board */

const NARROW = 560; // pixels of a phone's page
const MARKED = matchMedia("(forced-colors: active), (monochrome)"); // without colours of its own the scenario is known by its hatching
const STACKED = matchMedia("screen and (max-width: 900px)"); // charts stand under each other (board.css)
const NO_GESTURE = -1; // what is foreseen answers none
const US = "us"; // the slide of what it is for us, of no chart on the page

/** @type {Board | null} the one that was opened last: Streamlit may still call one that it is about to take away */
let newest = null;

export default opening(".figures", { own, open, show, close: ({ observer }) => observer?.disconnect() });

function own() {
  return {
    sections: /** @type {Map<string, HTMLElement>} */ (new Map()),
    tables: /** @type {Map<string, Table>} */ (new Map()), // as they were at rest
    ranges: /** @type {Map<string, [number, number]>} */ (new Map()),
    proportions: /** @type {Proportions & { key: string } | null} */ (null),
    observer: /** @type {ResizeObserver | null} */ (null),
    plotly: /** @type {Plotly | null} */ (null),
    wanted: /** @type {boolean | null} */ (null),
    taking: false,
    receive: saveFile, // what becomes of the file that was asked for
    answer: /** @type {BoardMessage | null} */ (null), // the server's last
    foreseen: /** @type {ForeseenStop | null} */ (null), // what is shown, newer than the server's last answer
    frame: 0,
    wasMoving: false, // of what was shown before
    isConfirming: false, // the answer at rest to what a lever showed while it moved
  };
}

/** @param {Board} board */
function open(board) {
  const { root, listen } = board;
  newest = board;
  board.observer = new ResizeObserver(() => fit(board));
  board.observer.observe(root);
  listen(document, "levers:moved", (event) => {
    event.preventDefault();
    board.setStateValue("gesture", event.detail);
  });
  listen(document, "lever:foreseen", ({ detail }) => foresee(board, detail));
  listen(document, "click", copyTable);
  part(root, ".us-slide").onclick = () => take(board, US, "pptx");
  listen(window, "beforeprint", () => measurePaper(root, NARROW));
}

/** @param {Board} board */
function show(board) {
  const { data } = board;
  if (board !== newest) return;
  if (data.taken && board.taking) board.receive(data.taken);
  if (data.taken) board.taking = false;
  told(data);
  board.answer = data;
  if (isOlder(board)) return drawn(data.sequence);
  board.foreseen = null;
  showAnswer(board, () => drawn(data.sequence));
}

/**
 * Shows what is known of a stop with the next frame; where nothing is foreseen any more, what the server has answered.
 * @param {Board} board
 * @param {ForeseenStop | null} stop
 */
function foresee(board, stop) {
  const isBack = board.foreseen && !stop;
  board.foreseen = stop;
  cancelAnimationFrame(board.frame);
  if (!stop && !isBack) return;
  board.frame = requestAnimationFrame(() => {
    const answer = stop ? stopAt(stop.path, stop.value) : board.answer;
    if (!answer) return;
    board.data = stop ? { ...answer, sequence: stop.after } : answer;
    showAnswer(board, () => drawn(NO_GESTURE));
  });
}

/**
 * Whether what is foreseen is newer than what the server has answered, and still holds.
 * @param {Board} board
 */
function isOlder({ foreseen, data }) {
  return foreseen !== null && data.sequence <= foreseen.after && isKnown(foreseen.path, foreseen.value);
}

/**
 * @param {Board} board
 * @param {() => void} then called when all is on the screen
 */
function showAnswer(board, then) {
  const { root, data } = board;
  root.dataset.scheme = isDark(root) ? "dark" : "light";
  board.isConfirming = board.wasMoving && !data.moving;
  board.wasMoving = data.moving;
  showAll(board);
  if (data.calculation) document.dispatchEvent(new CustomEvent("calculation:moved", { detail: data.calculation }));
  library(data.plotly).then((plotly) => {
    board.plotly = plotly;
    draw(board, plotly);
    then();
  }, () => {
    fail(board);
    then();
  });
}

/** @param {number} sequence */
function drawn(sequence) {
  requestAnimationFrame(() => document.dispatchEvent(new CustomEvent("figures:drawn", { detail: sequence })));
}

/** @param {Board} board */
function showAll(board) {
  showWords(board, MARKED.matches);
  showFigures(board);
  proportions(board);
}

/** @param {Board} board */
function showFigures(board) {
  const { root, data, sections } = board;
  const names = new Set(data.figures.map((figure) => figure.name));
  for (const [name, section] of sections) {
    if (names.has(name)) continue;
    section.remove();
    sections.delete(name);
  }
  const charts = part(root, ".charts");
  const beside = besides(data);
  charts.dataset.count = data.compared ? "" : String(beside.length);
  for (const [at, figure] of data.figures.entries()) {
    const section = sections.get(figure.name) ?? newSection(board, figure);
    describe(board, section, figure);
    section.classList.toggle("first", beside.indexOf(figure) % data.across === 0);
    section.classList.toggle("wide", figure.wide);
    put(charts, section, at);
  }
}

/** @param {Board} board @returns {Chart[]} */
function chartsOf({ data, sections }) {
  return data.figures.map(({ name }) => {
    const section = sections.get(name);
    if (!section) throw new Error(`${name} has no place.`);
    return /** @type {Chart} */ (part(section, ".chart"));
  });
}

/** @param {Board} board */
function proportions(board) {
  const { root, data } = board, key = proportionsKey(root, data);
  if (board.proportions?.key !== key) board.proportions = { key, ...measured(root, data, chartsOf(board)) };
  return board.proportions;
}

/**
 * @param {Board} board
 * @param {Plotly} plotly
 */
function draw(board, plotly) {
  const { root, data } = board, theme = themeOf(root), charts = chartsOf(board);
  root.classList.remove("waiting");
  const { scale, names } = proportions(board), beside = besides(data);
  for (const [at, figure] of data.figures.entries()) {
    const chart = charts[at];
    const key = [JSON.stringify(figure.spec), chart.clientWidth, chart.clientHeight, scale, root.dataset.scheme].join();
    if (chart.drawnKey === key && !chart.drawn?.marks) continue; // a chart that stands still, beside one that moves
    chart.drawnKey = key;
    const spec = styled(figure.spec, theme, scale), { layout } = spec;
    if (MARKED.matches) for (const trace of spec.data) if (trace.meta?.hatched) trace.marker = trace.meta.hatched;
    const isFirst = names && !figure.wide && !(beside.indexOf(figure) % data.across) && layout.meta?.labels;
    layout.margin.l = isFirst ? beside[1].spec.layout.margin.l * scale + names : layout.margin.l * scale;
    layout.margin.r *= scale;
    if (data.large) for (const side of ["t", "b"]) layout.margin[side] *= scale;
    makeRoom(layout, chart.clientWidth, scale);
    makeRoomAround(layout, chart.clientWidth, scale);
    sizeDots(spec, chart.clientWidth, chart.clientHeight);
    hold(board.ranges, figure, layout, data.moving || data.large ? "moving" : board.isConfirming ? "confirming" : "other");
    Object.assign(layout, { width: chart.clientWidth, height: chart.clientHeight });
    if (data.moving && nudge(chart, spec)) continue;
    remember(chart, spec);
    plotly.react(chart, spec.data, layout, { displayModeBar: false, responsive: false });
  }
}

/** @param {Board} board */
function fit(board) {
  const narrow = board.root.clientWidth < NARROW || STACKED.matches;
  const isAsked = narrow !== (board.wanted ?? board.data.narrow), isDrawn = () => narrow === board.data.narrow;
  if (isAsked) {
    board.wanted = narrow;
    forPart(board.root, () => board.setStateValue("narrow", narrow), () => narrow !== board.wanted || isDrawn());
  }
  if (board.plotly && (isDrawn() || !isAsked)) draw(board, board.plotly);
}

/** @param {Board} board */
function fail({ root, data }) {
  warn(part(root, ".warnings"), [{ kind: "failed", short: data.failed, sentence: data.failed }]);
}
