// Links of files of the repository, as pages have them.
import { expect, it } from "vitest";
import { relinked, REPOSITORY } from "../src/repository/links.js";
import { root } from "./support.js";

it.each([
  // To a page of the site, by its file, its folder or its address in the repository.
  ["[a](../site/guide/errors.md#aborted)", "[a](../guide/errors.md#aborted)"],
  ["[a](../../mocks/README.md)", "[a](../packages/mocks/index.md)"],
  ["[a](../../mocks)", "[a](../packages/mocks/index.md)"],
  [`[a](${REPOSITORY}/tree/main/mocks#faults)`, "[a](../packages/mocks/index.md#faults)"],
  ["[a](0006-mocks.md)", "[a](../decisions/0006-mocks.md)"],
  // To the repository, where no page shows the file.
  ["[a](../../mocks/faults/catalogue.yaml)", `[a](${REPOSITORY}/blob/main/mocks/faults/catalogue.yaml)`],
  // As they are: other hosts, the same page, pages that are generated, code.
  ["[a](https://example.com) and [b](#here)", "[a](https://example.com) and [b](#here)"],
  ["[a](../site/models/index.md)", "[a](../site/models/index.md)"],
  ["```md\n[a](0006-mocks.md)\n```", "```md\n[a](0006-mocks.md)\n```"],
])("%s", (markdown, moved) => {
  expect(relinked(markdown, root, "docs/decisions/0001-toolchain.md", "decisions/0001-toolchain")).toBe(moved);
});
