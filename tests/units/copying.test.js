import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenTable } from "../../pages/figures/copying.js";

test("a table is written with its name and source, as markup and as text, and nothing in it is markup", () => {
  const found = writtenTable(["", "2026"], [["<b> & co", "1 015,8"]], "Behov · mill. kr", "Kilde: Tabell 8");
  assert.equal(found["text/plain"], "Behov · mill. kr\n\t2026\n<b> & co\t1 015,8\nKilde: Tabell 8");
  assert.ok(found["text/html"].includes("&lt;b&gt; &amp; co"));
  assert.ok(found["text/html"].startsWith("<p><b>Behov · mill. kr</b></p><table>"));
  assert.ok(found["text/html"].includes('<td style="text-align: right">1 015,8</td>'));
});
