// The promise of the whole house: one enum changes in one YAML file, and the type, the validator, the mock, the reference
// and the capability table follow, with no other hand-written file touched. In a copy of this repository.
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyWorkspace, type Workspace } from "./support/workspace.js";

const CLIENT = "packages/providers/apimart";
const YAML = "specs/apimart/components/schemas/OmniFlashExt.yaml";
const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

const REQUEST = '{ model: "Omni-Flash-Ext", prompt: "a", resolution: "2k" }';

/** Whether each part of the house takes a resolution of 2k. */
const ASK = `
  import { createMock } from "@omni-contracts/mocks";
  import { readDocument } from "@omni-contracts/specs";
  import { checkBody } from "@omni-contracts/core/language";
  import { createApimartApi } from "@omni-contracts/apimart";
  import { requestSchemas } from "@omni-contracts/apimart/schemas";
  import { models } from "@omni-contracts/apimart/contract";
  const body = ${REQUEST};
  const mock = createMock({ specs: [readDocument("apimart")] });
  const api = createApimartApi({ apiKey: "sk", baseURL: "http://mock.test/apimart", fetch: mock.fetch });
  const { response } = await api.POST("/v1/videos/generations", { body });
  console.log(JSON.stringify({
    validator: checkBody(requestSchemas.createVideoGeneration, body).map(({ field }) => field),
    mock: response.status,
    capabilities: models["Omni-Flash-Ext"].capabilities.resolution,
  }));`;

let workspace: Workspace;
let before: ReadonlyMap<string, string>;

async function rebuild(): Promise<void> {
  await workspace.node("specs", "scripts/bundle.mjs", "apimart");
  await workspace.node(CLIENT, join(workspace.folder, "packages/codegen/bin/omni-codegen.mjs"));
  await workspace.node(CLIENT, tsc, "-p", "tsconfig.build.json");
}

const ask = async () => JSON.parse(await workspace.node(CLIENT, "--input-type=module", "--eval", ASK));

async function compiles(): Promise<boolean> {
  const file = join(workspace.folder, CLIENT, "test/promise.test-d.ts");
  await writeFile(
    file,
    `import { createApimartApi } from "../src/index.js";\nvoid createApimartApi().POST("/v1/videos/generations", { body: ${REQUEST} });\n`,
  );
  // This file alone: beside it stand tables, written by hand, of what every model takes, and they notice the change.
  const config = join(workspace.folder, CLIENT, "tsconfig.promise.json");
  const include = ["test/promise.test-d.ts"];
  await writeFile(config, JSON.stringify({ extends: "./tsconfig.json", include }));
  const done = await workspace.node(CLIENT, tsc, "-p", "tsconfig.promise.json").then(
    () => true,
    (error: unknown) => {
      expect(String(error)).toContain('"2k"');
      return false;
    },
  );
  await rm(file);
  await rm(config);
  return done;
}

/** The parts of the site that show the value; the rest of it is not built here. */
const SITE = `
  import { readDocument } from "@omni-contracts/specs";
  import { modelPages } from "./build/js/models/model-pages.js";
  import { foldersOf } from "./build/js/site/paths.js";
  import { buildRedoc } from "./build/js/site/redoc.js";
  const root = process.argv[1];
  const document = readDocument("apimart");
  await buildRedoc(document, foldersOf(root));
  console.log(modelPages({ documents: [document], root }, "en")[0].markdown);`;

async function site(): Promise<{ readonly reference: string; readonly matrix: string }> {
  await workspace.node("docs", tsc, "-p", "tsconfig.build.json");
  const matrix = await workspace.node("docs", "--input-type=module", "--eval", SITE, `${workspace.folder}/`);
  return { reference: await workspace.read("docs/dist/reference/apimart/redoc.html"), matrix };
}

beforeAll(async () => {
  workspace = await copyWorkspace();
  before = await workspace.files();
});
afterAll(() => rm(workspace.folder, { recursive: true }));

it("refuses the value before", async () => {
  const resolutions = ["360p", "720p", "1080p", "4k"];
  expect(await ask()).toEqual({ validator: ["resolution"], mock: 400, capabilities: resolutions });
  expect(await compiles()).toBe(false);
});

it("changes everything with one word in one file", async () => {
  const yaml = await readFile(join(workspace.folder, YAML), "utf8");
  expect(yaml).toContain("[360p, 720p, 1080p, 4k,");
  await writeFile(join(workspace.folder, YAML), yaml.replace("[360p, 720p, 1080p, 4k,", "[360p, 720p, 1080p, 2k, 4k,"));
  await rebuild();
  const resolutions = ["360p", "720p", "1080p", "2k", "4k"];
  expect(await ask()).toEqual({ validator: [], mock: 200, capabilities: resolutions });
  expect(await compiles()).toBe(true);
  const { reference, matrix } = await site();
  // As Redoc holds it: the bundle inside the page.
  expect(reference).toMatch(/"enum":\["360p","720p","1080p","2k","4k"/);
  expect(matrix).toMatch(/`Omni-Flash-Ext`.*360p 720p 1080p 2k 4k/);
});

it("touches no other file that is written by hand", async () => {
  const after = await workspace.files();
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  const generated = ["contract", "openapi", "schemas"].map((name) => `${CLIENT}/src/generated/${name}.ts`);
  expect(changed.toSorted()).toEqual([...generated, YAML]);
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
});
