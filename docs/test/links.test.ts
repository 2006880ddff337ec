import { expect, it } from "vitest";
import { REPOSITORY, withLinks } from "../src/documents/links.js";

const pages = new Map([
  ["docs/guides/errors.md", "project/error-codes"],
  ["mocks/README.md", "project/mocks"],
]);
const target = { pages, file: "docs/guides/retries.md", page: "guide/retries" };

it.each([
  ["[a](errors.md#aborted)", "[a](../project/error-codes.md#aborted)"],
  ["[a](../../mocks/README.md)", "[a](../project/mocks.md)"],
  ["[a](../../mocks)", "[a](../project/mocks.md)"],
  ["[a](../../mocks/faults/catalogue.yaml)", `[a](${REPOSITORY}mocks/faults/catalogue.yaml)`],
  ["[a](https://example.com) and [b](#here)", "[a](https://example.com) and [b](#here)"],
  ["![a](../curve.svg)", "![a](/curve.svg)"],
  ["```md\n[a](errors.md)\n```", "```md\n[a](errors.md)\n```"],
])("%s", (markdown, moved) => {
  expect(withLinks(markdown, target)).toBe(moved);
});
