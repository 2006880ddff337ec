import { readdirSync } from "node:fs";
import { providers } from "./project.js";
import { root } from "./readme.js";

/** The English pages that people write for the site. The Chinese ones have the same programs: `guides.test.ts`. */
export const GUIDES: readonly string[] = [
  "docs/site/index.md",
  ...readdirSync(`${root}docs/site/guide`).map((file) => `docs/site/guide/${file}`),
];

/** Whatever shows examples, the front page first. */
export const READMES: readonly string[] = [
  ...["README.md", "README.zh-CN.md", "specs/README.md", "mocks/README.md", "packages/core/README.md"],
  ...GUIDES,
  ...providers.map((provider) => `packages/providers/${provider}/README.md`),
];
