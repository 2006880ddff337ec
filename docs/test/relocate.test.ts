// A site that was built below the placeholder works below any path.
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { PLACEHOLDER, relocatePage, relocateScript } from "../src/site/relocate.js";

it.each([
  ['const a="/__omni_base__/";', "/x/"],
  ["const a='/__omni_base__/b.js';", "/x/b.js"],
  ["const a=`/__omni_base__/${1+1}.js`;", "/x/2.js"],
  ['const a=`${"/__omni_base__/"}c${"/__omni_base__/d"}`;', "/x/c/x/d"],
  ['const a={b:["/__omni_base__/","/__omni_base__/e"]}.b[1];', "/x/e"],
])("%s", (script, value) => {
  const changed = relocateScript(script);
  expect(runInNewContext(`${changed};a`, { __OMNI_BASE__: "/x/" })).toBe(value);
});

it("leaves a script without the placeholder as it is", () => {
  expect(relocateScript("not even( a script")).toBe("not even( a script");
});

it.each([
  ["index.html", "./a.css", "./"],
  ["zh/guide/errors.html", "../../a.css", "../../"],
])("links of %s are relative", (path, link, up) => {
  const page = relocatePage(`<head></head><link href="${PLACEHOLDER}a.css">`, path);
  expect(page).toContain(`<link href="${link}">`);
  expect(page).toContain(`new URL("${up}",location.href)`);
  expect(page).not.toContain(PLACEHOLDER);
});
