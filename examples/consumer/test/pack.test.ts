// A packed client, installed into an empty project without a network, compiles and runs the examples of its own README, and
// those of the front page, against a mock. The examples of everything else: test-all.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, providers, type Project } from "./support/project.js";
import { patternOf, sectionsOf } from "./support/readme.js";
import { createBench, type Bench } from "./support/run.js";

const READMES = ["README.md", "README.zh-CN.md", ...providers.map((name) => `packages/providers/${name}/README.md`)];
const sections = (await Promise.all(READMES.map(sectionsOf))).flat();

let project: Project;
let bench: Bench;
beforeAll(async () => {
  [project, bench] = await Promise.all([createProject(), createBench()]);
});
afterAll(async () => {
  await bench.close();
  await project.remove();
});

it.each(providers)("@omni-contracts/%s is packed with what it needs and nothing else", (provider) => {
  const files = project.filesOf(provider);
  expect(files).toEqual(
    expect.arrayContaining(["README.md", "LICENSE", "dist/index.js", "dist/generated/openapi.d.ts"]),
  );
  expect(files.filter((path) => !/^(dist|src)\/|^((README|CHANGELOG)\.md|LICENSE|package\.json)$/.test(path))).toEqual(
    [],
  );
});

it("compiles without Node's types, with the types of every library checked", () => project.compileBare());

describe("the examples of the READMEs, in an empty project", () => {
  it("compile", () => project.compile(sections));

  it("run, and print what stands below them", async () => {
    const shown = await Promise.all(sections.map((section) => bench.run(project, section)));
    for (const [i, { examples }] of sections.entries())
      for (const [j, { printed }] of examples.entries()) expect(shown[i]?.[j]).toMatch(patternOf(printed));
  });
});
