// What may kill a mutant, cheapest first. A step is a command; the first red one ends it.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PROVIDERS } from "./areas.mjs";

const require = createRequire(import.meta.url);
const VITEST = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");
const TSC = require.resolve("typescript/bin/tsc");
const REDOCLY = require.resolve("@redocly/cli/bin/cli.js");

/** A mutant may wait for ever; nothing honest waits this long, in seconds. */
const TEST = 40;
const MINUTES = 60;

const tests = (name, cwd, files = [], { seconds = 8 * MINUTES, mode } = {}) => {
  const up = cwd.split("/").fill("..").join("/");
  const args = [VITEST, "run", "--config", `${up}/vitest.config.ts`, "--root", ".", "--bail", "1", "--maxWorkers", "1"];
  return {
    name,
    cwd,
    seconds,
    args: [...args, "--testTimeout", String(TEST * 1000), ...(mode ? ["--mode", mode] : []), ...files],
  };
};

const testsOf = (root, folder, isWanted) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder.split("/").at(-1)}/${name}`)
    .filter(isWanted);

const provider = (name) => tests(`tests of ${name}`, `packages/providers/${name}`);
const providers = PROVIDERS.map(provider);

// Needs the git folder or npm, and looks at no behaviour.
const isOfPackaging = (file) => /\/(pack|supply|readmes|snippets|layout|mutation|coverage)\.test/.test(file);
const consumer = (root) =>
  tests(
    "tests of the consumer",
    "examples/consumer",
    testsOf(root, "examples/consumer/test", (file) => !isOfPackaging(file)),
  );

const NEAR_THE_ENGINE =
  /(bad-input|clock|control|engine|faults(-set)?|fetch|isolation|judges|judge-messages|ledger|lifecycle|selectors|tasks|transports|webhooks|routes|media-(results|uploads(-kept)?))\.test/;

function mocks(root, file = "") {
  const own = file.split("/").at(-1)?.replace(".ts", "") ?? "";
  const folder = file.split("/").at(-2) ?? "";
  const isNear = (name) => NEAR_THE_ENGINE.test(name);
  const isNearest = (name) =>
    isNear(name) && (name.includes(own) || name.includes(folder) || /engine|tasks/.test(name));
  const all = testsOf(root, "mocks/test", () => true);
  return [
    tests("nearest tests of the mocks", "mocks", all.filter(isNearest)),
    tests(
      "near tests of the mocks",
      "mocks",
      all.filter((name) => isNear(name) && !isNearest(name)),
    ),
    tests(
      "other tests of the mocks",
      "mocks",
      all.filter((name) => !isNear(name) && !/browser/.test(name)),
      { seconds: 15 * MINUTES },
    ),
  ];
}
const slowMocks = tests(
  "slow tests of the mocks",
  "mocks",
  ["test-all/flows", "test-all/judges", "test-all/lifecycle", "test-all/fault"],
  {
    seconds: 15 * MINUTES,
    mode: "all",
  },
);

function core(root, file = "") {
  const isNear = file.includes("/language/")
    ? (name) => /protocols|check-body/.test(name)
    : (name) => /test\/video\//.test(name) || /protocols|api\.test/.test(name);
  const all = testsOf(root, "packages/core/test", () => true);
  return [
    tests("near tests of core", "packages/core", all.filter(isNear)),
    tests(
      "other tests of core",
      "packages/core",
      all.filter((name) => !isNear(name)),
    ),
  ];
}

const codegenTests = (root) =>
  tests(
    "tests of codegen",
    "packages/codegen",
    testsOf(root, "packages/codegen/test", (file) => !isOfPackaging(file)),
  );
const generate = (name, place = "codegen") => ({
  name: place,
  cwd: `packages/providers/${name}`,
  seconds: 2 * MINUTES,
  args: ["../../codegen/bin/omni-codegen.mjs"],
});
const typesOf = (name) => ({
  name: `types of ${name}`,
  cwd: `packages/providers/${name}`,
  seconds: 2 * MINUTES,
  args: [TSC, "-p", "tsconfig.json"],
});
const build = (cwd) => ({ name: "types", cwd, seconds: 2 * MINUTES, args: [TSC, "-p", "tsconfig.build.json"] });

/** What looks at a kind of file most closely comes first; in the end everything has its turn. */
function ofSpecs(root, file, operator) {
  const [, name, folder, kind] = file.split("/");
  const isOf = (...tested) =>
    tests(
      `${tested.join(" and ")} of ${name}`,
      `packages/providers/${name}`,
      tested.map((one) => `test/${one}.test.ts`),
    );
  const tables = tests("protocol tables of core", "packages/core", ["test/protocols.test.ts"]);
  const literals = tests("literal bodies of the contracts", "specs", ["test/literals.test.ts"]);
  const prices = tests("prices of the consumer", "examples/consumer", ["test/quotes.test.ts"]);
  const built = build(`packages/providers/${name}`);
  const [first, last] =
    operator === "price-changed"
      ? [
          [generate(name), built, prices],
          [isOf("requests", "normalize", "contract", "money"), tables, literals],
        ]
      : kind === "examples"
        ? [
            [literals, generate(name), isOf("normalize")],
            [isOf("contract", "money", "requests"), tables],
          ]
        : folder === "components"
          ? [
              [generate(name), isOf("requests", "normalize")],
              [typesOf(name), isOf("contract", "money"), tables, literals],
            ]
          : [
              [tables, generate(name), isOf("money")],
              [isOf("contract", "normalize", "requests"), literals],
            ];
  return [
    {
      name: "lint",
      cwd: "specs",
      seconds: 2 * MINUTES,
      args: [REDOCLY, "lint", "--config", "../redocly.yaml", `${name}/openapi.yaml`],
    },
    { name: "bundle", cwd: "specs", seconds: 2 * MINUTES, args: ["scripts/bundle.mjs", name] },
    // What is generated is made anew, so that nothing dies only of being out of date.
    ...first,
    ...last,
    ...(last.some(({ name: one }) => one.startsWith("types")) ? [] : [typesOf(name)]),
    tests(
      "tests of the contracts",
      "specs",
      testsOf(root, "specs/test", () => true),
    ),
    built,
    consumer(root),
    codegenTests(root),
    ...mocks(root),
    ...core(root),
    slowMocks,
  ];
}

/** The steps for a mutant, in order. */
export function stepsFor(root, { area, file, operator }) {
  const [, , third] = file.split("/");
  if (area === "specs") return ofSpecs(root, file, operator);
  if (area === "engine") return [...mocks(root, file), ...providers, consumer(root), slowMocks];
  if (file.startsWith("packages/providers/")) return [provider(third), typesOf(third), consumer(root)];
  if (file.startsWith("packages/codegen/"))
    return [
      codegenTests(root),
      ...PROVIDERS.flatMap((name) => [
        generate(name),
        provider(name),
        typesOf(name),
        build(`packages/providers/${name}`),
      ]),
      consumer(root),
    ];
  return [...core(root, file), ...providers, consumer(root), ...mocks(root), slowMocks];
}

/** Every step there is, for a run without a mutant: all of them must be green. */
export function allSteps(root) {
  const of = (name) => ofSpecs(root, `specs/${name}/openapi.yaml`);
  const own = (name) =>
    of(name).filter((step) => step.name.endsWith(name) || step.cwd === "specs" || step.name === "codegen");
  return [...of(PROVIDERS[0]), ...PROVIDERS.slice(1).flatMap(own)];
}

/** The package whose compiler judges a file, and whose build changes. */
export const packageOf = (file) => /^(packages\/providers\/[^/]+|packages\/[^/]+|mocks|specs)/.exec(file)?.[0];

/** What a mutant in a file may have changed. */
export function touchedBy(file) {
  if (file.startsWith("specs/")) {
    const name = file.split("/")[1];
    return [file, "specs/dist", `packages/providers/${name}/src/generated`, `packages/providers/${name}/dist`];
  }
  const own = [file, `${packageOf(file)}/dist`];
  return file.startsWith("packages/codegen/")
    ? [
        ...own,
        ...PROVIDERS.flatMap((name) => [`packages/providers/${name}/src/generated`, `packages/providers/${name}/dist`]),
      ]
    : own;
}
