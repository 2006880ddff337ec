// What is mutated: four areas of the repository, and every mutant in them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { mutantsOfTypescript } from "./operators-ts.mjs";
import { changedYaml, mutantsOfYaml } from "./operators-yaml.mjs";

export const PROVIDERS = ["toapis", "apimart", "jimmyai", "atlascloud"];

const video = (...names) => names.map((name) => `packages/core/src/video/${name}.ts`);

/** Turns the words that all providers share into each provider's own; the tables for it are made by codegen. */
const ADAPTERS = [
  ...PROVIDERS.map((name) => `packages/providers/${name}/src/client.ts`),
  ...["api", "connection"].map((name) => `packages/core/src/${name}.ts`),
  ...video("map-request", "media", "model", "request-shape", "settings", "upload", "user-message"),
  ...["capabilities", "contract-data", "request-schema", "samples"].map((name) => `packages/codegen/src/${name}.ts`),
];

const filesIn = (root, folder, pattern) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => pattern.test(name));

const typescript = (root, folders) => folders.flatMap((folder) => filesIn(root, folder, /\.ts$/));

/** Area → the files of it. */
export const AREAS = {
  specs: (root) => PROVIDERS.flatMap((name) => filesIn(root, `specs/${name}`, /\.yaml$/)),
  adapters: () => ADAPTERS,
  interpreter: (root) => [
    ...typescript(root, ["packages/core/src/language", "packages/core/src/video"]).filter(
      (file) => !ADAPTERS.includes(file),
    ),
    "packages/core/src/error.ts",
  ],
  engine: (root) => typescript(root, ["mocks/src/engine", "mocks/src/judge", "mocks/src/faults"]),
};

/** Every mutant of a file, each with an id that stays the same while the file does. */
export function mutantsOf(root, file) {
  const text = readFileSync(resolve(root, file), "utf8");
  const { mutants, excluded } = (file.endsWith(".yaml") ? mutantsOfYaml : mutantsOfTypescript)(file, text);
  const known = new Map();
  for (const mutant of mutants) {
    const { operator, place, before, after, start = 0 } = mutant;
    const id = createHash("sha256")
      .update(JSON.stringify([file, operator, place, before, after, start]))
      .digest("hex");
    known.set(id.slice(0, 10), { id: id.slice(0, 10), ...mutant });
  }
  return { mutants: [...known.values()], excluded };
}

/** Every mutant of an area, and how many were left out by which rule. */
export function mutantsOfArea(root, area) {
  const all = { mutants: [], excluded: {} };
  for (const file of AREAS[area](root).toSorted()) {
    const { mutants, excluded } = mutantsOf(root, file);
    all.mutants.push(...mutants.map((mutant) => ({ area, ...mutant })));
    for (const [rule, count] of Object.entries(excluded)) all.excluded[rule] = (all.excluded[rule] ?? 0) + count;
  }
  return all;
}

/** The text of a file with a mutant in it. */
export const mutated = (text, { change, start, end, text: after }) =>
  change ? changedYaml(text, change) : text.slice(0, start) + after + text.slice(end);
