import { readFileSync } from "node:fs";

/** What is installed here, not what package.json asks for. */
export const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
