import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, nudge } from "../../pages/figures/nudge.js";
import { makeRoomAround, sizeDots } from "../../pages/figures/proportions.js";

const plane = () => ({
  data: [{ marker: { size: 1 } }, { marker: { size: 1 } }, { marker: { size: 8 } }],
  layout: {
    margin: { l: 10, r: 10, t: 20, b: 30 }, xaxis: { range: [0, 20] }, yaxis: { range: [0, 99], domain: [0, 0.5] },
    meta: { anew: true, dots: { traces: [0, 1], dot: 1, width: 2, top: 10 } },
  },
});

test("dots are as large as the plot's height allows, and touch", () => {
  const spec = plane();
  sizeDots(spec, 1020, 450); // 50 pixels for a unit across, 20 along
  assert.deepEqual(spec.data.map(({ marker }) => marker.size), [20, 20, 8]);
  assert.deepEqual(spec.layout.yaxis.range, [0, 10]);
});

test("dots are as large as a narrow plot allows, and touch on a longer axis", () => {
  const spec = plane();
  sizeDots(spec, 120, 450); // 5 pixels for a unit across
  assert.deepEqual(spec.data.map(({ marker }) => marker.size), [10, 10, 8]);
  assert.deepEqual(spec.layout.yaxis.range, [0, 20]);
});

test("what has no dots stays as it is", () => {
  const spec = { data: [], layout: { yaxis: { range: [0, 1] } } };
  sizeDots(spec, 100, 100);
  assert.deepEqual(spec.layout.yaxis.range, [0, 1]);
});

test("a plane is drawn anew while a lever moves", () => {
  const spec = /** @type {any} */ (plane());
  for (const trace of spec.data) Object.assign(trace, { x: [1], y: [1] });
  assert.ok(alike(spec, spec));
  assert.equal(nudge(/** @type {any} */ ({ drawn: { spec, marks: null } }), spec), false);
});

test("bars are as long as the texts at their ends leave", () => {
  const layout = {
    margin: { l: 100, r: 0 }, xaxis: { range: [0, 0] },
    meta: { around: { scale: [0, 10], texts: [[0, 50, true], [10, 50, false], [2, 60, false]] } },
  };
  makeRoomAround(layout, 600, 2); // 100 pixels at either end of 500
  const [low, high] = layout.xaxis.range, per = 500 / (high - low);
  assert.ok(Math.abs(per - 30) < 0.01 && Math.abs(-low * per - 100) < 0.1 && Math.abs((high - 10) * per - 100) < 0.1);
});
