// What the changelog says of contracts fits what it says of releases.
import { describe, expect, it } from "vitest";
import { changelogPages } from "../src/changelog/changelog-pages.js";
import { rowsOf, source } from "./support.js";

describe("the changelog", () => {
  it("claims no release that there has not been", { timeout: 60_000 }, async () => {
    const [page] = await changelogPages(source, "en");
    const { markdown = "" } = page ?? {};
    const rows = rowsOf(markdown, "Contracts since the last release");
    expect(rows).toHaveLength(source.documents.length);
    const since = rows.filter(([, , change = ""]) => change.startsWith("no change since"));
    expect(markdown.includes("Nothing has been released yet.") ? since : []).toEqual([]);
  });
});
