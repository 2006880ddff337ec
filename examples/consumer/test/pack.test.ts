// A packed client, installed into an empty project without a network, compiles and runs the example of its own README
// against a mock.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock, serveMocks, type MockServer } from "@omni-contracts/mocks";
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

let folder: string;
let server: MockServer;
let runtime: string[];

async function pack(path: string): Promise<string> {
  const args = ["pack", root + path, "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await exec("npm", args, { cwd: folder });
  return join(folder, JSON.parse(stdout)[0].filename);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "omni-consumer-"));
  runtime = await Promise.all(RUNTIME.map(pack));
  const options = { now: () => 1_790_000_000_000, random: () => 0.5 };
  const mocks = await Promise.all(
    Object.keys(printed).map(async (name) => [name, await createMock(readDocument(name), options)] as const),
  );
  server = await serveMocks(Object.fromEntries(mocks));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function exampleOf(readme: string): Promise<string> {
  const [, example = ""] = /```ts\n(.*?)```/s.exec(await readFile(root + readme, "utf8")) ?? [];
  return example;
}

describe.each(Object.keys(printed))("@omni-contracts/%s", (provider) => {
  it("is packed with what it needs and nothing else", async () => {
    const args = ["pack", `${root}packages/providers/${provider}`, "--json", "--dry-run", "--ignore-scripts"];
    const { stdout } = await exec("npm", args, { cwd: folder });
    const files: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
    expect(files).toEqual(
      expect.arrayContaining(["README.md", "LICENSE", "dist/index.js", "dist/generated/openapi.d.ts"]),
    );
    expect(files.filter((path) => !/^(dist|src)\/|^(README\.md|LICENSE|package\.json)$/.test(path))).toEqual([]);
  });

  it("runs the example of its README in an empty project", async () => {
    const project = await mkdtemp(join(folder, `${provider}-`));
    const tarballs = [...runtime, await pack(`packages/providers/${provider}`)];
    await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    await exec("npm", ["install", "--offline", "--no-audit", "--no-fund", ...tarballs], { cwd: project });

    const example = await exampleOf(`packages/providers/${provider}/README.md`);
    await writeFile(
      join(project, "example.ts"),
      `declare const process: { env: Record<string, string | undefined> };\n${example}`,
    );
    const compiler = {
      target: "ES2022",
      module: "NodeNext",
      strict: true,
      skipLibCheck: false,
      types: [],
      lib: ["ES2023", "DOM", "DOM.Iterable"],
    };
    await writeFile(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions: compiler, files: ["example.ts"] }),
    );
    await exec(process.execPath, [tsc, "-p", project], { cwd: project });

    // The first screen of the repository shows one of the clients; its lines must compile as well.
    for (const readme of ["README.md", "README.zh-CN.md"]) {
      const front = await exampleOf(readme);
      if (!front.includes(`"@omni-contracts/${provider}"`)) continue;
      await writeFile(join(project, "example.ts"), front);
      await exec(process.execPath, [tsc, "-p", project, "--noEmit"], { cwd: project });
    }

    const name = provider.toUpperCase();
    const env = { ...process.env, [`${name}_API_KEY`]: "sk-test", [`${name}_BASE_URL`]: `${server.url}/${provider}` };
    const { stdout } = await exec(process.execPath, ["example.js"], { cwd: project, env });
    expect(stdout).toMatch(printed[provider] ?? /never/);
  });
});
