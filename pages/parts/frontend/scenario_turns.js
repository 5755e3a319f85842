// One thing at a time. Streamlit stops a run when the next one is asked for, and what the first was to do is lost if it
// had not begun: what is asked for waits here until what was asked for before is done, and is asked again if it was lost.
// And the address is where the user last went: Streamlit answers each step Back with the address of the run it belongs
// to, also when the user is another step back by then.
const UNHEARD_MS = 700; // at rest for so long, the server has not heard of what was asked for
const TRIES = 3;
const OWN_PARTS = "[data-testid=stButton] button, [data-testid=stButtonGroup] button, [role=option], [data-testid=stTopNavLink], [data-testid=stSidebarNavLink]";
const turns = { waiting: [], asked: null, data: null, navigated: false, tries: 0, restSince: 0, box: null };

function keepTurns(box) {
  turns.box = box;
  if (turns.timer) return;
  turns.timer = setInterval(look, 100);
  document.addEventListener("turn:take", (event) => { event.preventDefault(); turns.waiting.push(event.detail); nextTurn(); });
  document.addEventListener("click", (event) => { if (event.target.closest?.(OWN_PARTS)) expectRun(); }, true);
  window.addEventListener("popstate", (event) => {
    turns.navigated = true;
    if (event.isTrusted) turns.tries = 0;
    expectRun();
  }, true);
  for (const write of ["pushState", "replaceState"]) {
    const written = history[write].bind(history);
    history[write] = (...given) => { if (!turns.navigated) written(...given); }; // an answer that the user is past
  }
}

// What Streamlit's own parts ask for is answered by the next whole run.
function expectRun() {
  if (!turns.asked) turns.asked = { run: turns.data.run, since: performance.now() };
}

function nextTurn() {
  if (turns.asked) return;
  while (turns.waiting[0]?.isDone()) turns.waiting.shift(); // it went along with an earlier one
  const next = turns.waiting.shift();
  document.documentElement.toggleAttribute("data-asking", Boolean(next));
  if (!next) return document.dispatchEvent(new CustomEvent("turn:free"));
  turns.asked = { ...next, run: turns.data.run, since: performance.now(), tries: 1 };
  next.send();
}

// The row is drawn first in every whole run: by then the run has done what it was asked for.
function answered(data) {
  turns.data = data;
  const { asked } = turns;
  if (asked && (asked.moment ? data.done >= asked.moment : data.run > asked.run)) release();
  if (isThere()) Object.assign(turns, { navigated: false, tries: 0 });
}

function release() {
  turns.asked = null;
  nextTurn();
}

// What no run has answered when all is at rest.
function look() {
  const state = document.querySelector("[data-test-script-state]")?.dataset.testScriptState;
  const now = performance.now(), { asked } = turns;
  if (asked?.moment && asked.isDone()) return release(); // in a run of its part alone
  if (state !== "notRunning" || !turns.data) turns.restSince = now;
  if (now - Math.max(turns.restSince, asked?.since ?? 0) < UNHEARD_MS) return;
  if (asked?.moment && asked.tries < TRIES) {
    Object.assign(asked, { since: now, tries: asked.tries + 1 });
    asked.send();
  } else if (asked) release();
  else if (!isThere() && turns.tries < TRIES) {
    turns.tries += 1;
    turns.restSince = now;
    if (turns.navigated) window.dispatchEvent(new PopStateEvent("popstate"));
    else ask(turns.box, { do: "address" });
  } else turns.navigated = false;
}

// Whether the page that is drawn is that of the address.
function isThere() {
  const { page, address } = turns.data;
  return location.pathname.split("/").pop() === page && inOrder(location.search) === inOrder(address);
}

function inOrder(query) {
  const found = [...new URLSearchParams(query)].filter(([name]) => !/^embed(_options)?$/i.test(name));
  return JSON.stringify(found.map((pair) => pair.join("=")).sort());
}
