// Runs in the page under measurement, the same code for every contestant: times a change of the lever from the key
// press until every watched chart shows the new values and the frame with them is painted.
window.watch = (() => {
  const charts = () => [...document.querySelectorAll("[data-figure] .js-plotly-plot")];
  const nameOf = (chart) => chart.closest("[data-figure]").dataset.figure;
  const shows = (chart, texts) => texts.every((text) => chart.textContent.includes(text));
  const given = (chart) => JSON.stringify([chart.data, chart.layout.xaxis.ticktext]);
  const done = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => done().then(resolve)));
  const observed = new WeakSet();
  let run = null, last = {}, following = null;

  addEventListener("keydown", () => { if (run && !run.start) run.start = performance.now(); }, true);

  // A drag: what the lever was moved to, by its input event or by what its thumb says, and what the chart then showed.
  function moved(value, low, high) {
    const state = Math.round(((value - low) / (high - low)) * (following.states.length - 1));
    following.moved.push({ state, time: performance.now() });
  }
  addEventListener("input", ({ target }) => { if (following && target.type === "range") moved(target.value, target.min, target.max); }, true);

  function follow(name, states) {
    const chart = charts().find((each) => nameOf(each) === name);
    const current = () => states.findIndex((texts) => shows(chart, texts));
    following = { states, moved: [], painted: [] };
    let shown = current(), asked = false;
    new MutationObserver(() => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(async () => {
        asked = false;
        const state = current();
        if (state < 0 || state === shown) return;
        shown = state;
        await done();
        following.painted.push({ state, time: performance.now() });
      });
    }).observe(chart, { subtree: true, childList: true, characterData: true });
    const thumb = document.querySelector("[data-lever=risk_margin] [role=slider]");
    const says = (what) => Number(thumb.getAttribute(`aria-value${what}`));
    if (thumb) new MutationObserver(() => moved(says("now"), says("min"), says("max"))).observe(thumb, { attributeFilter: ["aria-valuenow"] });
  }

  // When the first chart with its amounts was painted, from the start of the navigation; null until then.
  let firstChart = null;
  (async function look() {
    while (!document.querySelector("[data-figure] .js-plotly-plot .textpoint text")) await new Promise(requestAnimationFrame);
    await painted();
    firstChart = performance.now();
  })();

  // Called after each task that changed a chart, whoever changed it.
  async function changed(chart) {
    const name = nameOf(chart);
    if (!run?.start || run.at[name] || !run.expected[name] || !shows(chart, run.expected[name])) return;
    run.at[name] = performance.now() - run.start;
    if (Object.keys(run.expected).some((other) => !run.at[other])) return;
    const finished = run;
    run = null;
    await painted();
    finished.resolve({ total: performance.now() - finished.start, at: finished.at });
  }

  return {
    // Follows every chart on the page and says which there are.
    attach() {
      for (const chart of charts()) {
        if (observed.has(chart)) continue;
        observed.add(chart);
        new MutationObserver(() => changed(chart)).observe(chart, { subtree: true, childList: true, characterData: true });
      }
      return charts().map(nameOf);
    },
    get firstChart() { return firstChart; },
    follow,
    followed: () => ({ moved: following.moved, painted: following.painted }),
    // Prepares one measurement: the texts that each chart shows when it is up to date.
    expect(expected) {
      last = expected;
      for (const chart of charts()) {
        const texts = expected[nameOf(chart)];
        if (texts && shows(chart, texts)) throw new Error(`${nameOf(chart)} shows ${texts} before the key press.`);
      }
      const measured = new Promise((resolve) => { run = { expected, at: {}, start: 0, resolve }; });
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`Not shown: ${JSON.stringify(expected)}`)), 8000));
      this.measured = Promise.race([measured, late]);
      this.measured.catch(() => {});
    },
    // Whether Plotly itself has been given the last expected texts: while a lever moves a page may draw without it.
    holds: () => charts().every((chart) => (last[nameOf(chart)] ?? []).every((text) => given(chart).includes(text))),
    // What is on the screen, to compare the contestants: words, and what Plotly was given.
    shown() {
      const text = (selector) => document.querySelector(selector)?.textContent.trim();
      const keys = [...document.querySelectorAll(".key")].map((key) => [...key.children].map((part) => part.textContent));
      const figures = charts().map((chart) => [nameOf(chart), { data: chart.data, layout: chart.layout }]);
      return { headline: text(".headline"), keys, figures: JSON.parse(JSON.stringify(Object.fromEntries(figures))) };
    },
  };
})();
