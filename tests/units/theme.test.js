import assert from "node:assert/strict";
import { test } from "node:test";
import { styled } from "../../pages/figures/theme.js";

const theme = { colour: (/** @type {string} */ name) => `colour of ${name}`, fontFamily: "Letters" };

test("a text is never read as a colour", () => {
  const layout = { title: "@increase", annotations: [{ text: "@total", bgcolor: "@paper" }], ticktext: ["@ola", "@need"] };
  assert.deepEqual(styled(layout, theme, 1), {
    title: "@increase",
    annotations: [{ text: "@total", bgcolor: "colour of paper" }],
    ticktext: ["@ola", "@need"],
  });
});

test("colours stand alone or in a row, and a plain one stays", () => {
  const marker = { color: ["@increase", "@total_soft"], line: { color: "#fff" }, pattern: { fgcolor: ["@need"] } };
  assert.deepEqual(styled(marker, theme, 1), {
    color: ["colour of increase", "colour of total_soft"],
    line: { color: "#fff" },
    pattern: { fgcolor: ["colour of need"] },
  });
});

test("type grows with the scale, in the screen's typeface; other sizes stay", () => {
  const found = styled({ font: { family: "inherit", size: 12, color: "@text" }, marker: { size: 3 } }, theme, 1.5);
  assert.deepEqual(found, { font: { family: "Letters", size: 18, color: "colour of text" }, marker: { size: 3 } });
});
