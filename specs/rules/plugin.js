// @ts-check
// Our own rules, one file each; redocly.yaml switches them on. A file under rules/ is a rule of that name.
import { readdirSync } from "node:fs";

const files = readdirSync(new URL("rules/", import.meta.url)).filter((file) => file.endsWith(".js"));

/** @type {Record<string, import("./redocly.js").Rule>} */
const rules = {};
for (const file of files) rules[file.slice(0, -".js".length)] = (await import(`./rules/${file}`)).rule;

export default function plugin() {
  return { id: "omni", rules: { oas3: rules } };
}
