import { readdirSync } from "node:fs";
import { providers } from "./project.js";
import { root } from "./readme.js";

const guides = readdirSync(`${root}docs/guides`).filter((file) => file.endsWith(".md"));

/** Whatever shows examples, the front page first. */
export const READMES: readonly string[] = [
  ...["README.md", "README.zh-CN.md", "specs/README.md", "mocks/README.md", "packages/core/README.md"],
  ...guides.map((file) => `docs/guides/${file}`),
  ...providers.map((provider) => `packages/providers/${provider}/README.md`),
];
