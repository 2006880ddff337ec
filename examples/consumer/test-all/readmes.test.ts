// Every TypeScript block of every README and guide: packed clients, an empty project, real processes, mocks over HTTP.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, type Project } from "../test/support/project.js";
import { patternOf, sectionsOf } from "../test/support/readme.js";
import { READMES } from "../test/support/readmes.js";
import { createBench, type Bench } from "../test/support/run.js";

const sections = (await Promise.all(READMES.map(sectionsOf))).flat();

/** Tasks that a section pays for, where it is not one. An error that comes before there is a task costs nothing. */
const PAID: Readonly<Record<string, number>> = {
  ...Object.fromEntries(["in-a-test", "msw", "in-vitest", "webhooks"].map((name) => [`mocks-readme-md--${name}`, 0])), // of their own
  "readme-md--omni-contracts": 2,
  "readme-zh-cn-md--omni-contracts": 2,
  "packages-core-readme-md--extend-from-a-task": 2,
  "packages-core-readme-md--resume-after-a-crash": 2,
  "packages-core-readme-md--a-journal-in-a-folder": 2,
  "packages-core-readme-md--webhooks": 0, // of its own
  "packages-core-readme-md--many-videos": 3,
  "docs-site-guide-errors-md--task-failed": 2,
  "packages-core-readme-md--what-it-would-cost": 0,
  "specs-readme-md--in-a-program": 0,
  "docs-site-guide-getting-started-md--ask-before-you-pay": 0,
  "docs-site-guide-mocks-for-front-end-md--see-every-state": 0,
  "docs-site-guide-recipes-md--many-videos-from-a-list": 2,
  ...Object.fromEntries(
    ["in-any-runner", "in-vitest"].map((name) => [`docs-site-guide-testing-with-the-mock-md--${name}`, 0]),
  ), // of their own
  ...Object.fromEntries(
    [
      ...["authentication", "permission-denied", "insufficient-credits", "invalid-request", "unsupported-feature"],
      ...["model-not-found", "rate-limited", "provider-unavailable", "network", "aborted"],
    ].map((code) => [`docs-site-guide-errors-md--${code}`, 0]),
  ),
};
/** Tasks that nobody knows of afterwards: where the program only tells the error, and does not look. */
const ORPHANED: Readonly<Record<string, number>> = { "docs-site-guide-errors-md--submission-unknown": 1 };

/** Further runs: the same output, another choice by the environment. */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "packages-core-readme-md--switch-the-provider": { VIDEO_PROVIDER: "atlascloud" },
  "packages-core-readme-md--switch-the-model": { VIDEO_MODEL: "gemini-omni-1.1-flash" },
};

let project: Project;
let bench: Bench;
beforeAll(async () => {
  [project, bench] = await Promise.all([createProject(), createBench()]);
  await project.compile(sections);
});
afterAll(async () => {
  await bench.close();
  await project.remove();
});

describe.concurrent("an example prints what stands below it, and pays once", () => {
  it.each(sections)("$name", async (section) => {
    const shown = await bench.run(project, section);
    for (const [i, { printed }] of section.examples.entries()) expect(shown[i]).toMatch(patternOf(printed));
    const { name } = section;
    expect(bench.paid(section)).toMatchObject({ accepted: PAID[name] ?? 1, orphaned: ORPHANED[name] ?? 0 });
  });
});

it.each(Object.entries(VARIANTS))("%s with %j", async (name, env) => {
  const section = sections.find((one) => one.name === name);
  if (!section) throw new Error(`There is no ${name}.`);
  const before = bench.paid(section);
  const shown = await bench.run(project, section, env);
  for (const [i, { printed }] of section.examples.entries()) expect(shown[i]).toMatch(patternOf(printed));
  const after = bench.paid(section);
  expect(after.accepted).toBe(before.accepted + 1);
  expect(after.last).toContain(Object.values(env)[0]);
});
