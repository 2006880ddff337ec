// A packed client, installed into an empty project without a network, compiles and runs the example of its own README
// against a mock.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock, serveMock, type MockServer } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
// What a client needs at run time; openapi-fetch is packed from where it is installed, so no registry is asked.
const RUNTIME = ["packages/core", "node_modules/openapi-fetch", "node_modules/openapi-typescript-helpers"];

/** What the example of each client prints. */
const printed: Readonly<Record<string, RegExp>> = {
  toapis: /^task video_\w{15}\nqueued\n$/,
  apimart: /^task task_\w{26}\npending\n$/,
  jimmyai: /^task video_\w{6}\nqueued\n$/,
  atlascloud: /^prediction [0-9a-z]{32}\nstarting\n$/,
};

const providers = Object.keys(printed);

let project: string;
let server: MockServer;

async function pack(path: string): Promise<string> {
  const args = ["pack", root + path, "--json", "--ignore-scripts", "--pack-destination", project];
  const { stdout } = await exec("npm", args, { cwd: project });
  return join(project, JSON.parse(stdout)[0].filename);
}

/** The first TypeScript example of a README, with the one thing that an empty project does not know. */
async function exampleOf(readme: string): Promise<string> {
  const [, example = ""] = /```ts\n(.*?)```/s.exec(await readFile(root + readme, "utf8")) ?? [];
  return `declare const process: { env: Record<string, string | undefined> };\n${example}`;
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "omni-consumer-"));
  const clients = providers.map((provider) => `packages/providers/${provider}`);
  const tarballs = await Promise.all([...RUNTIME, ...clients].map(pack));
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await exec("npm", ["install", "--offline", "--no-audit", "--no-fund", ...tarballs], { cwd: project });

  server = await serveMock(createMock({ specs: providers.map(readDocument) }));
});
afterAll(async () => {
  await server.close();
  await rm(project, { recursive: true });
});

it.each(providers)("@omni-contracts/%s is packed with what it needs and nothing else", async (provider) => {
  const args = ["pack", `${root}packages/providers/${provider}`, "--json", "--dry-run", "--ignore-scripts"];
  const { stdout } = await exec("npm", args, { cwd: project });
  const files: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
  expect(files).toEqual(
    expect.arrayContaining(["README.md", "LICENSE", "dist/index.js", "dist/generated/openapi.d.ts"]),
  );
  expect(files.filter((path) => !/^(dist|src)\/|^(README\.md|LICENSE|package\.json)$/.test(path))).toEqual([]);
});

describe("the examples of the READMEs, in an empty project", () => {
  const readmes = Object.fromEntries<string>([
    ...providers.map((provider) => [provider, `packages/providers/${provider}/README.md`] as const),
    ["front", "README.md"],
    ["front-zh", "README.zh-CN.md"],
  ]);

  it("compile, with the types of every library checked", async () => {
    for (const [name, readme] of Object.entries(readmes)) {
      await writeFile(join(project, `${name}.ts`), await exampleOf(readme));
    }
    const compilerOptions = {
      target: "ES2022",
      module: "NodeNext",
      moduleDetection: "force",
      strict: true,
      skipLibCheck: false,
      types: [],
      lib: ["ES2023", "DOM", "DOM.Iterable"],
    };
    const files = Object.keys(readmes).map((name) => `${name}.ts`);
    await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    await exec(process.execPath, [tsc, "-p", project], { cwd: project });
  });

  it.each(providers)("of @omni-contracts/%s runs", async (provider) => {
    const name = provider.toUpperCase();
    const env = { ...process.env, [`${name}_API_KEY`]: "sk-test", [`${name}_BASE_URL`]: `${server.url}/${provider}` };
    const { stdout } = await exec(process.execPath, [`${provider}.js`], { cwd: project, env });
    expect(stdout).toMatch(printed[provider] ?? /never/);
  });
});
