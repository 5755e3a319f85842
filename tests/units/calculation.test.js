import assert from "node:assert/strict";
import { test } from "node:test";
import { reached } from "../../pages/calculation/grid.js";
import { withCalculation } from "../../pages/calculation/link.js";
import { cellAt, figuresOf, hit, nearest } from "../../pages/figures/hits.js";

test("arrow keys lead to the next cell that opens, Home and End along the row", () => {
  const cells = [[null, null, null], [null, "a", "b"], [null, null, "c"], [null, "d", "e"]];
  assert.equal(reached(cells, "a", "ArrowRight"), "b");
  assert.equal(reached(cells, "a", "ArrowDown"), "d", "over a cell that opens nothing");
  assert.equal(reached(cells, "c", "ArrowLeft"), null);
  assert.equal(reached(cells, "e", "ArrowUp"), "c");
  assert.equal(reached(cells, "e", "Home"), "d");
  assert.equal(reached(cells, "a", "End"), "b");
  assert.equal(reached(cells, "a", "x"), null);
});

test("a calculation stands first in the address, and what else stands there stays as it is written", () => {
  assert.equal(withCalculation("?navn=a%20b&priser=faste", "cost_level/2027~1"), "?regnestykke=cost_level%2F2027~1&navn=a%20b&priser=faste");
  assert.equal(withCalculation("?regnestykke=x&priser=faste", "y"), "?regnestykke=y&priser=faste");
  assert.equal(withCalculation("?regnestykke=x", ""), "");
});

const scale = { x: (/** @type {number} */ value) => 10 * value, y: (/** @type {number} */ value) => 20 * value };
const lying = { type: "bar", orientation: "h", x: [30, -5, null], y: [1, 2, 3], base: [0, 30, 0], width: 0.5, customdata: ["whole", "less", "none"] };

test("a click opens the bar under it, also one that is thin or leads downwards", () => {
  assert.equal(hit([lying], () => scale, 150, 20), "whole");
  assert.equal(hit([lying], () => scale, 270, 40), "less");
  assert.equal(hit([lying], () => scale, 270, 60), "", "a bar that is not drawn");
  assert.equal(hit([lying], () => scale, 310, 20), "");
  const over = { ...lying, customdata: ["scenario", "", ""] };
  assert.equal(hit([lying, over], () => scale, 150, 20), "scenario", "the last drawn lies on top");
});

test("a click near a point opens it", () => {
  const points = { type: "scatter", x: [1, 2], y: [1, 1], customdata: ["first", "second"] };
  assert.equal(hit([points], () => scale, 14, 26), "first");
  assert.equal(hit([points], () => scale, 60, 20), "");
});

test("of points that touch a click opens the closest", () => {
  const points = { type: "scatter", x: [1, 1.8, 2.6], y: [1, 1, 1], customdata: ["first", "second", ""] };
  assert.equal(hit([points], () => scale, 15, 20), "second");
  assert.equal(hit([points], () => scale, 13, 20), "first");
});

test("elsewhere a click opens the row that it lies in", () => {
  const rows = { axis: /** @type {const} */ ("y"), places: [1, 2, 3], paths: ["a", "b", ""] };
  assert.equal(nearest(rows, scale, 500, 42), "b");
  assert.equal(nearest(rows, scale, 0, 60), "");
  assert.equal(nearest(rows, scale, 0, 200), "", "under the last row");
  assert.equal(nearest(undefined, scale, 0, 20), "");
});

/** @type {import("../../pages/messages.js").Table} */
const table = {
  header: ["", "2026", "2027"], rows: [["Helsenorge", "1,0", "2,0"], ["Sum", "", "3,0"]],
  unit: "mnok", row_units: [], column_units: [], opens: [["", "h26", "h27"], ["", "", "s27"]],
};

test("what a figure's table says of a path is its row, its column and the number", () => {
  assert.deepEqual(cellAt("h27", table), { title: "Helsenorge, 2027", value: "2,0" });
  assert.deepEqual(cellAt("x", table), { title: "", value: "" });
  const { rows } = figuresOf(undefined, table);
  assert.deepEqual(rows.map(({ label, cells }) => [label, cells.map(({ head, opens }) => [head, opens])]),
    [["Helsenorge", [["2026", "h26"], ["2027", "h27"]]], ["Sum", [["", "s27"]]]]);
});
