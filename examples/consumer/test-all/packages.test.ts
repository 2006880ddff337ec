// Every package, as a stranger gets it: packed, installed by its name into an empty project, compiled by old and new compilers,
// bundled for a page, and its README's examples on each line of Node that it promises.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findNodes } from "../test/support/nodes.js";
import { createProject, providers, PUBLISHED, type Project } from "../test/support/project.js";
import { patternOf, root, sectionsOf } from "../test/support/readme.js";
import { startRegistry, type Registry } from "../test/support/registry.js";
import { createBench, type Bench } from "../test/support/run.js";
import { SHARE } from "./samples.js";

const exec = promisify(execFile);
const manifestOf = (place: string) => JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
const sections = (await Promise.all(PUBLISHED.map((place) => sectionsOf(`${place}/README.md`)))).flat();
const nodes = await findNodes();
for (const { major } of nodes.filter(({ program }) => program === undefined))
  console.log(`Skipped: Node ${major} is not here, and npm's registry does not give it (OMNI_NODES=required insists).`);

/** The subpaths of a package that are modules: not data, and not for packages of this repository. */
const modulesOf = (place: string): string[] => {
  const { name, exports }: { name: string; exports: Readonly<Record<string, string | object>> } = manifestOf(
    root + place,
  );
  return Object.entries(exports)
    .filter(([, target]) => typeof target === "object")
    .map(([subpath]) => name + subpath.slice(1));
};
const modules = PUBLISHED.flatMap(modulesOf);

let registry: Registry;
let project: Project;
let bench: Bench;
beforeAll(async () => {
  registry = await startRegistry();
  [project, bench] = await Promise.all([createProject(registry), createBench()]);
  await project.compile(sections);
}, 120_000);
afterAll(async () => {
  await bench.close();
  await project.remove();
  await registry.close();
});

it("are all workspaces that are not private", () => {
  const { workspaces }: { workspaces: string[] } = manifestOf(root);
  const places = workspaces.flatMap((pattern) => {
    const [parent] = pattern.split("/*");
    if (!pattern.endsWith("/*")) return [pattern];
    const folders = readdirSync(join(root, parent ?? ""), { withFileTypes: true });
    return folders.filter((one) => one.isDirectory()).map((one) => `${parent}/${one.name}`);
  });
  const isPublic = (place: string): boolean => {
    try {
      return manifestOf(root + place).private !== true;
    } catch {
      return false; // packages/providers holds packages and is none
    }
  };
  expect(places.filter(isPublic).toSorted()).toEqual(PUBLISHED.toSorted());
});

it.each(PUBLISHED)(
  "%s is told of alike: tree-shakable, from Node 20.19 on, published in the open with provenance",
  (place) => {
    const { license, type, sideEffects, engines, publishConfig, repository, exports } = manifestOf(root + place);
    expect({ license, type, sideEffects, engines, publishConfig }).toEqual({
      ...{ license: "MIT", type: "module", sideEffects: false, engines: { node: ">=20.19" } },
      publishConfig: { access: "public", provenance: true },
    });
    expect(repository.directory).toBe(place);
    const targets = Object.values<string | { types?: string }>(exports).filter((target) => typeof target === "object");
    expect(targets.map(({ types }) => types)).toEqual(targets.map(() => expect.stringMatching(/\.d\.ts$/)));
  },
);

it("bring nothing along that runs at an install", () => {
  const { packages } = JSON.parse(readFileSync(join(project.folder, "package-lock.json"), "utf8"));
  expect(Object.keys(packages)).toEqual(expect.arrayContaining(["node_modules/@omni-contracts/mocks"]));
  expect(Object.keys(packages).filter((place) => packages[place].hasInstallScript)).toEqual([]);
  expect(Object.keys(packages).filter((place) => place.includes("stoplight"))).toEqual([]);
});

describe("compile", { timeout: 180_000 }, () => {
  const resolved = (folder: string) =>
    createRequire(join(root, folder, "package.json")).resolve("typescript/package.json");
  // What wants Prism beside is checked where Prism is.
  const lines = modules
    .filter((name) => !/\/(prism|contract-suite)$/.test(name))
    .map((name, i) => `export * as m${i} from "${name}";`);
  describe.each([
    ["5.9", "."],
    ["7.0", "examples/typescript-7"],
  ])("with TypeScript %s", (version, folder) => {
    it.each(["bundler", "nodenext"] as const)("and moduleResolution %s", async (resolution) => {
      const manifest = resolved(folder);
      expect(manifestOf(join(manifest, "..")).version).toMatch(new RegExp(`^${version}\\.`));
      // If our types were not found, nothing would be wrong with these, and the compiler would complain of the comments.
      const wrong = providers.flatMap((provider) => [
        `// @ts-expect-error: a key is text`,
        `import * as ${provider} from "@omni-contracts/${provider}"; new Map([[0, ${provider}.ApiOptions]]);`,
      ]);
      await project.checkAs(join(manifest, "../bin/tsc"), resolution, [...lines, ...wrong]);
    });
  });
});

describe("a bundle for a page", () => {
  const forPages = modules.filter(
    (name) => /\/(core|toapis|apimart|jimmyai|atlascloud)($|\/(?!node$))/.test(name) || name.endsWith("/msw/browser"),
  );
  it("is of every client, and of all of core but core/node", () => {
    expect(forPages).toHaveLength(7 + 4 * providers.length + 1);
  });
  it.each(forPages)("%s wants nothing of Node", async (name) => {
    const { metafile, warnings } = await build({
      stdin: { contents: `export * from "${name}";`, resolveDir: project.folder },
      ...{ bundle: true, write: false, metafile: true, platform: "browser", format: "esm", logLevel: "silent" },
      external: ["node:*"],
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
    expect([imports, warnings]).toEqual([[], []]);
    expect(Object.keys(metafile.inputs).some((file) => file.includes("node_modules/@omni-contracts/"))).toBe(true);
  });
});

describe.each(nodes)("on Node $major", ({ major, program = "" }) => {
  // The clients' examples run on this Node in readmes.test.ts. The newest Node runs them all, one between the first of each;
  // where fewer random cases are tried, both run the first.
  const isFirst = (section: (typeof sections)[number]) =>
    sections.find(({ readme }) => readme === section.readme) === section;
  const own = sections.filter((section) => {
    if (program === process.execPath) return !section.readme.startsWith("packages/");
    return (SHARE === 1 && major === nodes.at(-1)?.major) || isFirst(section);
  });
  describe.concurrent("an example prints what stands below it", () => {
    it.skipIf(program === "").each(own)("$name", async (section) => {
      const shown = await bench.run(project, section, {}, program);
      for (const [i, { printed }] of section.examples.entries()) expect(shown[i]).toMatch(patternOf(printed));
    });
  });

  it.skipIf(program === "")("omni-mock serves the contracts that are installed beside it", async () => {
    expect((await exec(program, ["--version"])).stdout).toMatch(new RegExp(`^v${major}\\.`));
    const bin = join(project.folder, "node_modules/.bin/omni-mock");
    const child = spawn(program, [bin, "--port", "0"], { cwd: project.folder, stdio: ["ignore", "pipe", "inherit"] });
    try {
      let shown = "";
      while (!/http:\/\/127\.0\.0\.1:\d+\/toapis/.test(shown)) shown += String((await once(child.stdout, "data"))[0]);
      const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(shown) ?? [];
      const answer = await fetch(`${url}/toapis/v1/videos/generations`, {
        method: "POST",
        headers: { authorization: "Bearer sk-test", "content-type": "application/json" },
        body: JSON.stringify({ model: "gemini_omni", prompt: "a kite", duration: 6 }),
      });
      expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ status: "queued" })]);
    } finally {
      child.kill("SIGKILL");
    }
  });

  it.skipIf(program === "")("omni-mock says what to install for Prism's judgement", async () => {
    const bin = join(project.folder, "node_modules/.bin/omni-mock");
    const failed = exec(program, [bin, "--judge", "prism"], { cwd: project.folder });
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("npm install -D @stoplight/"),
    });
  });
});
