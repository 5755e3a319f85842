import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, edges, linesOf } from "../../pages/figures/nudge.js";

const drawing = () => ({
  data: [{ type: "bar", orientation: "h", x: [5, null], y: [0, 1], base: [2, 0], width: 0.6, marker: { color: "red" } }],
  layout: { width: 400, height: 300, xaxis: { range: [0, 10] }, yaxis: { range: [0, 2] }, annotations: [] },
});

/** @param {(made: ReturnType<typeof drawing>) => void} change */
function changed(change) {
  const made = drawing();
  change(made);
  return made;
}

test("only what is built alike is pushed: other lengths, but the same bars, colours and axes", () => {
  assert.ok(alike(drawing(), changed(({ data }) => { data[0].x[0] = 7; })));
  assert.ok(!alike(drawing(), changed(({ data }) => { data[0].x[1] = 7; })), "a bar more");
  assert.ok(!alike(drawing(), changed(({ data }) => { data[0].marker.color = "blue"; })));
  assert.ok(!alike(drawing(), changed(({ layout }) => { layout.xaxis.range = [0, 11]; })));
  assert.ok(!alike(drawing(), changed(({ layout }) => { layout.width = 401; })));
  assert.ok(!alike(drawing(), changed(({ data }) => { data.pop(); })));
});

test("a bar lies or stands, from its base", () => {
  assert.deepEqual(edges({ orientation: "h", x: [5], y: [3], base: [2], width: 1 }, 0), [2, 7, 2.5, 3.5]);
  assert.deepEqual(edges({ x: [3], y: [-4], base: [9], width: 2 }, 0), [2, 4, 9, 5]);
});

test("words are what Plotly shows of their markup, line by line", () => {
  assert.deepEqual(linesOf("<b>1 000,0</b>"), ["1 000,0"]);
  assert.deepEqual(linesOf("<b>2027</b><br>1 046,0–<br>1 119,5*"), ["2027", "1 046,0–", "1 119,5*"]);
  assert.deepEqual(linesOf("<b>2026</b><br>"), ["2026"]);
  assert.deepEqual(linesOf(" <b>Nærmest</b>"), [" ", "Nærmest"], "each has a leaf of its own");
  assert.deepEqual(linesOf("A &lt;b&gt; &amp; B"), ["A <b> & B"]);
  assert.deepEqual(linesOf("&amp;lt;"), ["&lt;"]);
});

test("a label with a line more or less is drawn anew", () => {
  const named = (/** @type {string} */ text) => changed(({ layout }) => { Object.assign(layout.xaxis, { ticktext: [text] }); });
  assert.ok(alike(named("2027<br>1 046,0–<br>1 119,5"), named("2027<br>1 030,0–<br>1 103,5")));
  assert.ok(!alike(named("2027<br>1 046,0–<br>1 119,5"), named("2027<br>1 046,0")));
});
