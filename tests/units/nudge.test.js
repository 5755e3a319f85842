import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, edges, wordsOf } from "../../pages/figures/nudge.js";

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

test("words are what Plotly shows of their markup", () => {
  assert.equal(wordsOf("<b>1 000,0</b>"), "1 000,0");
  assert.equal(wordsOf("A &lt;b&gt; &amp; B"), "A <b> & B");
  assert.equal(wordsOf("&amp;lt;"), "&lt;");
});
