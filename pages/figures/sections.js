// The place of a figure on the page: its title, note and tables, what opens its calculations, leads to its sources and
// hands it over as a file. The chart in it is drawn by the board.
import { openCalculation } from "../calculation/opens.js";
import { forPart } from "../visit/asking.js";
import { button, element, part, set } from "../visit/dom.js";
import { sourceLink } from "../visit/source_links.js";
import { saveFile } from "../visit/user_files.js";
import { copyPicture } from "./copying.js";
import { cellAt, figuresOf, pathAt } from "./hits.js";
import { fillPrinted, fillTable, isNew, scrolled } from "./tables.js";

/** @import { DrawnFigure } from "../messages.js" */
/** @import { Board } from "./board.js" */
/** @import { Chart } from "./plotly_insides.js" */

const SHAPED = /^([●■◆▲▼]) (.*)$/; // the signs of charts/records.py

/**
 * The place of a figure that is not on the page yet.
 * @param {Board} board
 * @param {DrawnFigure} figure
 */
export function newSection(board, { name, wide }) {
  const chart = Object.assign(element("div", "chart"), { role: "img" }), opens = shower(board, name);
  chart.addEventListener("click", (event) => openBar(board, name, event));
  const table = element("table", "", element("thead"), element("tbody")), series = element("ul", "series");
  const takers = board.data.kinds.map(([kind]) => taker(board, name, kind));
  const section = element("section", "figure",
    element("h2", "", element("span", "what"), element("span", "when")),
    element("p", "subtitle", element("span", "whom"), element("span", "when")),
    ...(wide ? [series, chart] : [chart, series]), element("p", "note"),
    element("details", "", element("summary"), scrolled(table), button("copy-table")),
    element("details", "take", element("summary"), ...takers),
    copier(board, name),
    linkToSources(),
    opens,
    element("div", "printed"));
  section.dataset.figure = name;
  section.addEventListener("click", bringInView);
  board.sections.set(name, section);
  return section;
}

/**
 * What unfolds below the window's edge comes into view.
 * @param {MouseEvent} event
 */
function bringInView({ target }) {
  const folded = target instanceof Element ? target.closest("summary")?.parentElement : null;
  if (folded) requestAnimationFrame(() => folded.scrollIntoView({ block: "nearest" }));
}

/**
 * What opens a figure's calculations: all of its numbers are there, also for who uses no mouse.
 * @param {Board} board
 * @param {string} name
 */
function shower(board, name) {
  const made = button("show");
  made.ariaHasPopup = "dialog";
  made.onclick = () => {
    const figures = () => figuresOf(figureOf(board, name), board.tables.get(name));
    openCalculation({ path: "", title: figures().title, value: "", figures, opener: made });
  };
  return made;
}

/**
 * @param {Board} board
 * @param {string} name
 */
function figureOf({ data }, name) {
  return data.figures.find((figure) => figure.name === name);
}

/**
 * Opens the calculation of the bar, point or row that was clicked.
 * @param {Board} board
 * @param {string} name
 * @param {MouseEvent} event
 */
function openBar(board, name, event) {
  const section = board.sections.get(name), path = section && pathAt(/** @type {Chart} */ (part(section, ".chart")), event);
  if (!path) return;
  openCalculation({ path, ...cellAt(path, board.tables.get(name)), opener: part(section, ".show") });
}

/**
 * A chart as a file: made on the server, for it is to have title, prices, source and date.
 * @param {Board} board
 * @param {string} figure
 * @param {string} kind
 */
function taker(board, figure, kind) {
  const made = button("");
  made.dataset.kind = kind;
  made.onclick = () => take(board, figure, kind);
  return made;
}

/**
 * The chart's picture on the clipboard.
 * @param {Board} board
 * @param {string} figure
 */
function copier(board, figure) {
  const made = button("copy-picture");
  made.onclick = () => copyPicture(made, (receive) => take(board, figure, "png", receive));
  return made;
}

/**
 * Asks for a figure, or what differs between figures, as a file of a kind.
 * @param {Board} board
 * @param {string} figure
 * @param {string} kind
 * @param {Board["receive"]} receive what becomes of it; it is saved where nothing else is said
 */
export function take(board, figure, kind, receive = saveFile) {
  let isSent = false;
  forPart(board.root, () => {
    isSent = board.taking = true;
    board.receive = receive; // of what is asked for now: others may wait
    board.setTriggerValue("taking", { figure, kind });
  }, () => isSent && !board.taking);
}

/**
 * Fills the place of a figure with all but its chart.
 * @param {Board} board
 * @param {HTMLElement} section
 * @param {DrawnFigure} figure
 */
export function describe(board, section, figure) {
  const { data } = board;
  const [what, whom, when] = figure.title;
  set(part(section, ".what"), what);
  set(part(section, ".whom"), whom);
  for (const place of section.querySelectorAll(".when")) set(place, ` · ${when}`);
  set(part(section, ".note"), figure.note);
  pointTo(part(section, ".sources-link"), figure.sources);
  set(part(section, "summary"), data.table);
  set(part(section, ".take summary"), data.take);
  for (const [kind, called] of data.kinds) set(part(section, `.take [data-kind=${kind}]`), called);
  if (!data.moving) part(section, ".chart").ariaLabel = figure.alt;
  part(section, ".scroll").ariaLabel = what;
  if (figure.table) fillTable(section, figure.table);
  const named = figure.title.join(" · ");
  for (const [place, words] of /** @type {const} */ ([[".copy-table", data.copy], [".copy-picture", data.copy_picture]])) {
    const made = part(section, place);
    if (made.dataset.caption !== named || !made.textContent) set(made, words.label);
    Object.assign(made.dataset, { caption: named, source: figure.sources[1], copied: words.copied, failed: words.failed });
  }
  if (figure.table) board.tables.set(figure.name, figure.table);
  const made = part(section, ".show"), opens = Boolean(board.tables.get(figure.name)?.opens.length);
  set(made, data.show);
  made.hidden = !opens;
  section.classList.toggle("opening", opens);
  nameSeries(part(section, ".series"), figure.series);
  const details = data.details[figure.name];
  if (details) fillPrinted(part(section, ".printed"), details);
}

/** What leads to the sources of a figure: the word «Kilde», and after it which they are. */
function linkToSources() {
  const link = sourceLink("", "");
  link.className = "sources-link";
  link.append(element("span", "word"), element("span", "which"));
  return link;
}

/**
 * Fills it; where charts stand close its word alone is seen. A meeting has no other page to go to.
 * @param {HTMLElement} link
 * @param {DrawnFigure["sources"]} sources
 */
function pointTo(link, [source, label]) {
  const [word] = label.split(":", 1);
  link.hidden = !source;
  link.dataset.to = source;
  link.title = label;
  set(part(link, ".word"), word);
  set(part(link, ".which"), label.slice(word.length));
}

/**
 * The series that the chart itself does not name; the sign before a name is what its points look like.
 * @param {HTMLElement} list
 * @param {DrawnFigure["series"]} series
 */
function nameSeries(list, series) {
  if (!isNew(list, series)) return;
  list.replaceChildren(...series.map(([label, tone]) => {
    const [, shape = "", name = label] = SHAPED.exec(label) ?? [];
    const item = element("li", "", name);
    if (shape) item.dataset.shape = shape;
    item.style.setProperty("--tone", `var(--figure-${tone})`);
    return item;
  }));
}
