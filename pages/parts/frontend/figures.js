// Headline, key figures and charts of a page. Charts are kept and redrawn; when all are on screen, «figures:drawn» tells
// the levers that the next change may be sent. Changes of a lever that still moves («levers:moved») are sent from here:
// then only this part of the page runs.
const boards = new WeakMap();
const NARROW = 560; // pixels of a phone's page
const STACKED = matchMedia("screen and (max-width: 900px)"); // charts stand under each other (figures.css)
const LARGE = 18; // pixels, the smallest type of a chart that is read across a room
const LARGEST = 1.25; // of a chart that is read at a desk
const GAP = 20; // pixels between charts that stand beside each other (figures.css)
const PAPER = [1047, 700]; // what A4 across has inside its margins, pixels
const SMALLEST = 0.7; // of the paper's width: a page that needs less to stand on one sheet goes over several
let plotly;

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".figures");
  let board = boards.get(root);
  if (!board) {
    board = { root, sections: new Map(), ranges: new Map(), latest: null };
    boards.set(root, board);
    board.observer = new ResizeObserver(() => fit(board));
    board.observer.observe(root);
    board.onMoved = (event) => { event.preventDefault(); board.setStateValue("gesture", event.detail); };
    document.addEventListener("levers:moved", board.onMoved);
    board.onPrint = () => paper(root);
    window.addEventListener("beforeprint", board.onPrint);
  }
  Object.assign(board, { setStateValue, setTriggerValue, latest: data });
  root.dataset.scheme = isDark(root) ? "dark" : "light";
  words(board, data);
  if (data.taken && board.taking) saveFile(data.taken);
  if (data.taken) board.taking = false;
  plotly ??= load(data.plotly);
  plotly.then(() => draw(board), () => fail(board));
  return () => {
    board.observer.disconnect();
    document.removeEventListener("levers:moved", board.onMoved);
    window.removeEventListener("beforeprint", board.onPrint);
    boards.delete(root);
  };
}

// On paper the page stands as on the screen, as large as it goes.
function paper(root) {
  const page = root.closest("[data-testid=stMainBlockContainer]");
  const wide = PAPER[0] / page.clientWidth, high = PAPER[1] / page.scrollHeight;
  const style = document.documentElement.style;
  style.setProperty("--paper", high > SMALLEST * wide ? Math.min(wide, high) : wide);
  style.setProperty("--paper-width", `${page.clientWidth}px`);
  document.documentElement.classList.toggle("narrow-paper", page.clientWidth < NARROW);
  for (const chart of root.querySelectorAll(".chart")) chart.style.setProperty("--drawn", `${chart.clientHeight}px`);
}

function load(path) {
  return new Promise((resolve, reject) => {
    if (window.Plotly) return resolve();
    const script = document.createElement("script");
    script.src = new URL(path, document.baseURI);
    script.onload = resolve;
    script.onerror = () => { plotly = undefined; reject(); };
    document.head.append(script);
  });
}

function isDark(root) {
  const [r, g, b] = (getComputedStyle(root).backgroundColor.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

function words(board, data) {
  const { root } = board;
  set(root.querySelector(".headline"), data.headline);
  set(root.querySelector(".because"), data.because);
  if (!data.moving) set(root.querySelector(".spoken"), `${data.headline} ${data.because}`);
  warn(root.querySelector(".warnings"), data.warnings);
  const keys = root.querySelector(".keys");
  for (const old of [...keys.children]) if (!data.keys.some((key) => key.name === old.dataset.figure)) old.remove();
  for (const [at, key] of data.keys.entries()) {
    let tile = keys.querySelector(`[data-figure="${key.name}"]`);
    if (!tile) {
      tile = element("div", "key", '<span class="key-label"></span><strong class="key-value"></strong><span class="key-note"></span>');
      tile.dataset.figure = key.name;
    }
    put(keys, tile, at);
    tile.classList.toggle("moved", key.moved);
    removal(tile, key.remove, at);
    set(tile.querySelector(".key-label"), key.label);
    set(tile.querySelector(".key-value"), key.value);
    set(tile.querySelector(".key-note"), key.note);
  }
  set(root.querySelector(".solid"), data.legend[0]);
  set(root.querySelector(".hatched"), data.legend[1]);
  root.classList.toggle("moved", data.figures.some((figure) => figure.moved));
  const names = new Set(data.figures.map((figure) => figure.name));
  for (const [name, part] of board.sections) if (!names.has(name)) { part.remove(); board.sections.delete(name); }
  const charts = root.querySelector(".charts");
  charts.dataset.count = data.compared ? "" : data.figures.length;
  root.classList.toggle("compared", Boolean(data.compared));
  root.dataset.narrow = data.narrow;
  root.style.setProperty("--across", data.across);
  for (const [at, figure] of data.figures.entries()) {
    const part = section(board, figure);
    text(part, figure, data);
    part.classList.toggle("first", at % data.across === 0);
    put(charts, part, at);
  }
  differ(board, data.differences);
  proportions(board, data.figures.map((figure) => board.sections.get(figure.name).querySelector(".chart")));
}

// The way out of a comparison, in the corner of its scenario.
function removal(tile, label, at) {
  let button = tile.querySelector("button");
  if (!label) return button?.remove();
  if (!button) {
    button = element("button", "key-remove", "×");
    button.type = "button";
    tile.append(button);
  }
  button.ariaLabel = button.title = label;
  button.onclick = () => document.dispatchEvent(new CustomEvent("column:remove", { detail: at }));
}

// What differs between compared scenarios.
function differ(board, found) {
  const part = board.root.querySelector(".differences");
  part.hidden = !found;
  if (!found?.table) return;
  const button = part.querySelector("button");
  set(button, found.take);
  button.onclick = () => take(board, "differences", "csv");
  set(part.querySelector("h2"), found.title);
  part.querySelector(".scroll").setAttribute("aria-label", found.title);
  table(part, found.table);
}

// The short warnings stand on one line of fixed height, so that nothing jumps; the sentences are behind it.
function warn(box, warnings) {
  const key = JSON.stringify(warnings);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  box.classList.toggle("some", warnings.length > 0);
  set(box.querySelector("summary"), warnings.map((warning) => warning.short).join(" · "));
  box.querySelector("ul").replaceChildren(...warnings.map((warning) => {
    const line = element("li");
    line.dataset.warning = warning.kind;
    line.textContent = warning.sentence;
    return line;
  }));
}

function section(board, figure) {
  let part = board.sections.get(figure.name);
  if (!part) {
    part = element("section", "figure", `<h2><span class="what"></span><span class="when"></span></h2><p class="subtitle"><span class="whom"></span><span class="when"></span></p>
      <div class="chart" role="img"></div><ul class="series"></ul><p class="note"></p>
      <details><summary></summary><div class="scroll" tabindex="0" role="region"><table><thead></thead><tbody></tbody></table></div></details><details class="take"><summary></summary></details><div class="printed"></div>`);
    part.dataset.figure = figure.name;
    part.querySelector(".take").append(...board.latest.take.slice(1).map((kind) => taker(board, figure.name, kind)));
    board.sections.set(figure.name, part);
  }
  return part;
}

// A chart as a file: made on the server, for it is to have title, prices, source and date.
function taker(board, figure, kind) {
  const button = element("button", "", kind.toUpperCase());
  button.type = "button";
  button.onclick = () => take(board, figure, kind);
  return button;
}

function take(board, figure, kind) {
  board.taking = true;
  board.setTriggerValue("taking", { figure, kind });
}

function text(part, figure, data) {
  const [what, whom, when] = figure.title;
  set(part.querySelector(".what"), what);
  set(part.querySelector(".whom"), whom);
  for (const place of part.querySelectorAll(".when")) set(place, ` · ${when}`);
  set(part.querySelector(".note"), figure.note);
  set(part.querySelector("summary"), data.table);
  set(part.querySelector(".take summary"), data.take[0]);
  const chart = part.querySelector(".chart");
  if (!data.moving) chart.setAttribute("aria-label", figure.alt);
  part.querySelector(".scroll").setAttribute("aria-label", figure.title[0]);
  if (figure.table) table(part, figure.table);
  name(part.querySelector(".series"), figure.series);
  const details = data.details[figure.name];
  if (details) printed(part.querySelector(".printed"), details);
}

// The series of a stack, where the chart itself has no room for their names.
function name(list, series) {
  const key = JSON.stringify(series);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...series.map(([label, tone]) => {
    const item = element("li");
    item.textContent = label;
    item.style.setProperty("--tone", `var(--figure-${tone})`);
    return item;
  }));
}

// The printed lines behind a figure, each amount with a bar on its column's scale.
function printed(box, tables) {
  const key = JSON.stringify(tables);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  box.replaceChildren(...tables.map(({ title, header, rows }) => {
    const made = element("details", "", '<summary></summary><div class="scroll" tabindex="0" role="region"><table><thead><tr></tr></thead><tbody></tbody></table></div>');
    set(made.querySelector("summary"), title);
    made.querySelector(".scroll").setAttribute("aria-label", title);
    made.querySelector("thead tr").append(...header.map((label) => cell("th", label, "col")));
    made.querySelector("tbody").append(...rows.map(({ label, sum, cells }) => {
      const line = element("tr", sum ? "sum" : "");
      line.append(cell("th", label, "row"), ...cells.map(([value, share]) => bar(value, share)));
      return line;
    }));
    return made;
  }));
}

function bar(value, share) {
  const made = cell("td", value);
  if (share) {
    made.className = share < 0 ? "bar less" : "bar more";
    made.style.setProperty("--share", `${Math.abs(share) * 100}%`);
  }
  return made;
}

function table(part, { header, rows }) {
  const key = JSON.stringify([header, rows]);
  if (part.tableKey === key) return;
  part.tableKey = key;
  const head = element("tr");
  for (const name of header) head.append(cell(name ? "th" : "td", name, name && "col"));
  part.querySelector("thead").replaceChildren(head);
  part.querySelector("tbody").replaceChildren(...rows.map((row) => {
    const line = element("tr");
    row.forEach((value, at) => line.append(cell(at ? "td" : "th", value, at ? "" : "row")));
    return line;
  }));
}

// The size of type that charts have room for, by the narrowest and the lowest; every chart gets the height that its rows
// need, and the first of those beside each other as much more width as its row names take: one amount, one length.
function proportions(board, charts) {
  const { root, latest: data } = board, layouts = data.figures.map(({ spec }) => spec.layout);
  const least = layouts.map(({ meta }) => meta?.least ?? 0);
  const beside = data.across > 1 && layouts[1]?.meta?.labels ? layouts[0].margin.l - layouts[1].margin.l : 0;
  const around = document.documentElement.style.getPropertyValue("--around"); // what the meeting's words and keys take
  const key = [root.clientWidth, window.innerHeight, around, data.across, data.narrow, data.large, beside, ...least].join();
  if (board.proportions?.key === key) return board.proportions;
  for (const chart of charts) chart.style.minHeight = "";
  const base = charts.length > 2 ? 360 : 560, narrowest = Math.min(...charts.map((chart) => chart.clientWidth));
  const wide = beside ? (root.clientWidth - (data.across - 1) * GAP) / (data.across * base + beside) : narrowest / base;
  const room = Math.min(wide / (data.large ? 1.1 : 1), ...charts.map((chart, at) => least[at] ? chart.clientHeight / least[at] : Infinity));
  const smallest = data.large && !data.narrow ? LARGE / Math.min(...layouts.map(({ meta }) => meta.smallest)) : 1; // a phone is no screen to be read across a room
  const scale = Math.max(smallest, data.large ? room : Math.min(LARGEST, room)); // larger type on a large screen
  const names = Math.round(beside * scale);
  root.style.setProperty("--names", `${names}px`);
  charts.forEach((chart, at) => { if (least[at]) chart.style.minHeight = `${Math.ceil(least[at] * scale)}px`; });
  board.proportions = { key, scale, names };
  return board.proportions;
}

async function draw(board) {
  const data = board.latest;
  const { root } = board;
  root.classList.remove("waiting");
  const theme = themeOf(root);
  const charts = data.figures.map((figure) => board.sections.get(figure.name).querySelector(".chart"));
  const { scale, names } = proportions(board, charts);
  for (const [at, figure] of data.figures.entries()) {
    const chart = charts[at];
    const key = [JSON.stringify(figure.spec), chart.clientWidth, chart.clientHeight, scale, root.dataset.scheme].join();
    if (chart.drawnKey === key && !chart.drawn?.marks) continue; // a chart that stands still, beside one that moves
    chart.drawnKey = key;
    const spec = styled(figure.spec, theme, scale);
    spec.layout.margin.l = names && !(at % data.across) && figure.spec.layout.meta?.labels ? data.figures[1].spec.layout.margin.l * scale + names : spec.layout.margin.l * scale;
    spec.layout.margin.r *= scale;
    if (data.large) for (const side of ["t", "b"]) spec.layout.margin[side] *= scale;
    makeRoom(spec.layout, chart.clientWidth, scale);
    hold(board, figure.name, spec.layout, data.moving || data.large);
    Object.assign(spec.layout, { width: chart.clientWidth, height: chart.clientHeight });
    if (data.moving && nudge(chart, spec)) continue;
    remember(chart, spec);
    Plotly.react(chart, spec.data, spec.layout, { displayModeBar: false, responsive: false });
  }
  requestAnimationFrame(() => document.dispatchEvent(new CustomEvent("figures:drawn", { detail: data.sequence })));
}

// Axes that end where the amounts beyond their longest bar have room.
function makeRoom(layout, width, scale) {
  for (const [name, pixels] of Object.entries(layout.meta?.labels ?? {})) {
    const { range: [low, high], domain } = layout[name];
    const plot = (width - layout.margin.l - layout.margin.r) * (domain[1] - domain[0]);
    layout[name].range = [low, low + (high - low) * plot / Math.max(plot - pixels * scale, plot / 4)];
  }
}

// While a lever moves an axis may grow, never shrink: bars are compared by eye and the scale must stay still.
function hold(board, name, layout, moving) {
  for (const axis of ["xaxis", "xaxis2", "yaxis"]) {
    const range = layout[axis]?.range;
    if (!range || layout[axis].showticklabels !== false) continue;
    const key = `${name}.${axis}`;
    const held = board.ranges.get(key);
    if (moving && held) layout[axis].range = [Math.min(range[0], held[0]), Math.max(range[1], held[1])];
    board.ranges.set(key, layout[axis].range);
  }
}

// The colours by name, read once per drawing, and the font.
function themeOf(root) {
  const style = getComputedStyle(root), known = new Map();
  const colour = (name) => known.get(name) ?? known.set(name, style.getPropertyValue(`--figure-${name}`).trim()).get(name);
  return { colour, fontFamily: style.fontFamily };
}

// A specification with the theme's colours and font in place of their names, and type in the screen's size.
function styled(value, theme, scale) {
  if (typeof value === "string") return (value.startsWith("@") && theme.colour(value.slice(1))) || value; // a name may begin so
  if (Array.isArray(value)) return value.map((item) => styled(item, theme, scale));
  if (!value || typeof value !== "object") return value;
  const made = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, styled(item, theme, scale)]));
  return value.family ? { ...made, family: theme.fontFamily, size: value.size * scale } : made;
}

function fit(board) {
  const narrow = board.root.clientWidth < NARROW || STACKED.matches;
  if (board.latest && narrow !== board.latest.narrow && narrow !== board.asked) {
    board.asked = narrow;
    board.setStateValue("narrow", narrow);
  } else if (board.latest && window.Plotly) draw(board);
}

function fail(board) {
  warn(board.root.querySelector(".warnings"), [{ kind: "failed", short: board.latest.failed, sentence: board.latest.failed }]);
  document.dispatchEvent(new CustomEvent("figures:drawn", { detail: board.latest.sequence }));
}

function cell(tag, value, scope) {
  const made = document.createElement(tag);
  made.textContent = value;
  if (scope) made.scope = scope;
  return made;
}
