// A new provider lints, generates, builds, passes its tests and serves at once, in a copy of this repository.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeProvider } from "../src/new-provider.js";
import { copyWorkspace, linkPackage, type Workspace } from "./support/workspace.js";

const installed = (path: string): string => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const redocly = installed("@redocly/cli/bin/cli.js");
const tsc = installed("typescript/bin/tsc");
const prettier = installed("prettier/bin/prettier.cjs");
const vitest = installed("vitest/vitest.mjs");

const today = "2026-11-21";
const CLIENT = "packages/providers/acme";

describe("a new provider", () => {
  let workspace: Workspace;
  let written: string[];

  beforeAll(async () => {
    workspace = await copyWorkspace();
    written = await writeProvider(workspace.folder, {
      provider: "acme",
      title: "Acme AI",
      host: "https://api.acme.ai",
      today,
    });
    await linkPackage(workspace, CLIENT);
  });
  afterAll(() => rm(workspace.folder, { recursive: true }));

  it("touches two folders", () => {
    const folders = new Set(written.map((file) => /^(specs|packages\/providers)\/acme\//.exec(file)?.[0]));
    expect([...folders]).toEqual(["packages/providers/acme/", "specs/acme/"]);
  });

  it("has no placeholder left", async () => {
    const texts = await Promise.all(written.map((file) => workspace.read(file)));
    expect(texts.filter((text) => text.includes("{{"))).toEqual([]);
    expect(await workspace.read("specs/acme/openapi.yaml")).toContain("url: 'https://api.acme.ai'");
    expect(await workspace.read(`${CLIENT}/src/client.ts`)).toContain("export const createAcmeApi");
  });

  it("lints without a warning", async () => {
    const options = ["--config", "../redocly.yaml", "--format", "json"];
    const said = await workspace.node("specs", redocly, "lint", ...options, "acme/openapi.yaml");
    expect(JSON.parse(said)).toMatchObject({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
  });

  it("generates, builds, and passes the suite of every client", async () => {
    await workspace.node("specs", "scripts/bundle.mjs", "acme");
    await workspace.node(CLIENT, join(workspace.folder, "packages/codegen/bin/omni-codegen.mjs"));
    await workspace.node(CLIENT, tsc, "-p", "tsconfig.build.json");
    await workspace.node(CLIENT, tsc, "-p", "tsconfig.json");
    await workspace.node(CLIENT, prettier, "--write", ".");
    const config = join(workspace.folder, "vitest.config.ts");
    const said = await workspace.node(CLIENT, vitest, "run", "--config", config, "--root", ".");
    expect(said).toMatch(/Test Files {2}2 passed/);
    expect(said).toMatch(/createVideo +~ 1\/1 +~ 1\/1 +~ 1\/1 +~ 1\/1 +~ 1\/1/);
  });

  it("serves: what is submitted can be read", async () => {
    const script = `
      import { createAcmeApi } from "@omni-contracts/acme";
      import { createMock } from "@omni-contracts/mocks";
      import { readDocument } from "@omni-contracts/specs";
      const mock = createMock({ specs: [readDocument("acme")] });
      const api = createAcmeApi({ apiKey: "sk", baseURL: "http://mock.test/acme", fetch: mock.fetch });
      const { data } = await api.POST("/v1/videos", { body: { model: "gemini-omni", prompt: "a" } });
      mock.advance(600);
      const { data: task } = await api.GET("/v1/videos/{task_id}", { params: { path: { task_id: data.id } } });
      console.log(data.status, task.status, task.video_url);`;
    const said = await workspace.node(CLIENT, "--input-type=module", "--eval", script);
    expect(said.trim()).toMatch(/^queued completed http:\/\/mock\.test\/acme\/__files\/\w+\/1\.mp4$/);
  });

  it("has a README whose examples compile and print what stands below them", async () => {
    const readme = await workspace.read(`${CLIENT}/README.md`);
    const examples = [...readme.matchAll(/```ts\n(.*?)```\s*```text\n(.*?)```/gs)];
    await mkdir(join(workspace.folder, CLIENT, "readme"));
    for (const [i, [, code = ""]] of examples.entries())
      await writeFile(join(workspace.folder, `${CLIENT}/readme/${i}.ts`), code);
    const tsconfig = { extends: "../../../../tsconfig.base.json", compilerOptions: { types: ["node"], rootDir: "." } };
    await writeFile(join(workspace.folder, `${CLIENT}/readme/tsconfig.json`), JSON.stringify(tsconfig));
    await workspace.node(CLIENT, tsc, "-p", "readme");
    // A minute of the mock in a tenth of a second, and the pauses of the example a hundred times as short; but the second
    // example shows a task that has just begun, on any machine.
    const fastTime = join(workspace.folder, "examples/consumer/test/support/fast-time.mjs");
    const script = `
      import { spawn } from "node:child_process";
      import { once } from "node:events";
      import { createMock, serveMock } from "@omni-contracts/mocks";
      import { readDocument } from "@omni-contracts/specs";
      for (const [i, file] of process.argv.slice(1).entries()) {
        const server = await serveMock(createMock({ specs: [readDocument("acme")], speed: i === 0 ? 600 : 1 }));
        const env = { ...process.env, ACME_API_KEY: "sk", ACME_BASE_URL: server.url + "/acme" };
        const child = spawn(process.execPath, ["--import", ${JSON.stringify(fastTime)}, file], { env, stdio: ["ignore", "inherit", "ignore"] });
        await once(child, "close");
        await server.close();
      }`;
    const files = examples.map((_, i) => `readme/${i}.js`);
    const said = await workspace.node(CLIENT, "--input-type=module", "--eval", script, "--", ...files);
    expect(examples).toHaveLength(2);
    expect(said).toMatch(/^completed http\S+\ntask \S+\n(queued|processing)\n$/);
  });
});

describe("what cannot be made", () => {
  let root: string;
  beforeAll(async () => {
    // A place of its own: should the guard fail, nothing of this repository is written over.
    root = await mkdtemp(join(tmpdir(), "omni-new-provider-"));
    await mkdir(join(root, "specs/apimart"), { recursive: true });
    await writeFile(join(root, "specs/apimart/openapi.yaml"), "mine");
  });
  afterAll(() => rm(root, { recursive: true }));

  it.each([
    [
      { provider: "Acme-AI" },
      '"Acme-AI" is no name for a provider; write lower-case letters and digits, such as acme.',
    ],
    [{ provider: "../x" }, '"../x" is no name for a provider; write lower-case letters and digits, such as acme.'],
    [{ provider: "core" }, '"core" is the name of a part of this repository; choose another.'],
    [
      { provider: "apimart" },
      "specs/apimart is there already; nothing was written. To begin again, remove specs/apimart and packages/providers/apimart.",
    ],
    [
      { provider: "acme", title: 'The "Acme"' },
      "--title holds a character that no name has; write letters, digits and spaces.",
    ],
    [
      { provider: "acme", host: "https://api.acme.ai/v1" },
      "--host https://api.acme.ai/v1 is no origin; write it like https://api.acme.ai, without a path.",
    ],
    [
      { provider: "acme", host: "acme" },
      "--host acme is no origin; write it like https://api.acme.ai, without a path.",
    ],
  ])("%j", async (options, message) => {
    await expect(writeProvider(root, { today, ...options })).rejects.toThrow(message);
    const files = await readdir(root, { recursive: true });
    expect(files.toSorted()).toEqual(["specs", "specs/apimart", "specs/apimart/openapi.yaml"]);
    expect(await readFile(join(root, "specs/apimart/openapi.yaml"), "utf8")).toBe("mine");
  });
});
