// The API pages against what packages export, as their built modules show it.
import { describe, expect, it } from "vitest";
import { packagePages } from "../src/packages/package-pages.js";
import { source } from "./support.js";

const pages = await packagePages(source, "en");
const functionsOf = (module: object): string[] =>
  Object.entries(module).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));

const MODULES = {
  "core/main": await import("@omni-contracts/core"),
  "core/batch": await import("@omni-contracts/core/batch"),
  "core/node": await import("@omni-contracts/core/node"),
  "core/quote": await import("@omni-contracts/core/quote"),
  "core/webhook": await import("@omni-contracts/core/webhook"),
  "mocks/main": await import("@omni-contracts/mocks"),
  "specs/main": await import("@omni-contracts/specs"),
};

describe.each(Object.entries(MODULES))("%s", (path, module) => {
  const { markdown = "" } = pages.find((page) => page.path === `packages/${path}`) ?? {};

  it("shows every function and class that it exports", () => {
    expect(functionsOf(module).length).toBeGreaterThan(0);
    const missing = functionsOf(module).filter((name) => !new RegExp(`^### ${name}(\\(\\))?$`, "m").test(markdown));
    expect(missing).toEqual([]);
  });
});

it("says what the doc comments say", () => {
  const { markdown = "" } = pages.find(({ path }) => path === "packages/core/batch") ?? {};
  expect(markdown).toContain("Told each handle as soon as there is one; awaited, for that task. Keep it.");
});
