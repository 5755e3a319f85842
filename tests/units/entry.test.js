import assert from "node:assert/strict";
import { test } from "node:test";
import { whole } from "../../pages/visit/entry.js";

const HERE = "https://host/tool/fossefall?regnestykke=cost_level%2F2027&v=2&hvem=3303&med=a&med=b&sprak=nb";

test("a page that is named without parameters gets those of what is looked at, but for the open calculation", () => {
  assert.equal(whole("/tool/utvikling", HERE), "/tool/utvikling?v=2&hvem=3303&med=a&med=b&sprak=nb");
  assert.equal(whole("/tool/utvikling?embed=true", HERE), "/tool/utvikling?embed=true&v=2&hvem=3303&med=a&med=b&sprak=nb");
});

test("an address that says what is looked at stays, and a bare one where nothing was said before", () => {
  assert.equal(whole("/tool/utvikling?v=2&sprak=nn", HERE), "/tool/utvikling?v=2&sprak=nn");
  for (const bare of ["https://host/tool/fossefall", "https://host/tool/fossefall?embed=true"]) {
    assert.equal(whole("/tool/utvikling", bare), "/tool/utvikling");
  }
});
