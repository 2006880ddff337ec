import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRITERIA, examine, openBench, type Bench, type Driver } from "../src/index.js";
import { client } from "./support/client.js";

const handles = CRITERIA.filter(({ id }) => id === "handle");

describe("a driver that is not as it should be", () => {
  const state: { bench?: Bench } = {};
  beforeAll(async () => {
    state.bench = await openBench();
  });
  afterAll(() => state.bench?.close());
  const examined = (drivers: readonly Driver[]) =>
    state.bench ? examine(drivers, state.bench, { criteria: handles }) : [];

  it("and breaks over an error is told, and takes no other client with it", async () => {
    const broken: Driver = {
      ...client(),
      name: "broken",
      handleOf: () => {
        throw new Error("no such member");
      },
    };
    const stranger: Driver = { ...broken, name: "stranger", protocol: "acme" };
    const [first, second, third] = await examined([broken, client(), stranger]);
    expect(first?.problem).toMatch(/^Not measured in "handle-\w+": no such member$/);
    expect(first?.criteria.map(({ sum }) => sum.score)).toEqual(["n/a"]);
    expect(second?.problem).toBeUndefined();
    expect(second?.criteria.map(({ sum }) => sum.score)).toEqual(["good"]);
    expect(third?.problem).toMatch(/^Not measured: Nobody here speaks "acme"/);
  });

  it("and gives a URL is taken at its word, and one that gives null has no video", async () => {
    const giving = (name: string, shape: (video: string) => unknown): Driver => {
      const plain = client();
      const run: unknown = async (job: Parameters<Driver["run"]>[0]) => shape((await plain.run(job)) ?? "");
      return Object.assign({ ...plain, name }, { run });
    };
    const cards = await examined([giving("url", (video) => new URL(video)), giving("null", () => null)]);
    expect(cards.map(({ problem }) => problem)).toEqual([undefined, "Without any fault it ends with nothing"]);
  });
});

it("an error that a client leaves behind ends nothing but its own run", async () => {
  const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  const file = join(folder, "stray.mjs");
  const driver = `{ name: "stray", version: "1", protocol: "toapis", how: "", async run() {
    setTimeout(() => { throw new Error("thrown late"); });
    Promise.reject(new Error("left behind"));
    await new Promise((end) => setTimeout(end, 200));
    throw new Error("the end");
  } }`;
  await writeFile(file, `export const driver = ${driver};`);
  const told = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, [cli, "--driver", file, "--out", folder], (error, _, stderr) => {
      resolve({ code: error?.code ?? 0, stderr });
    });
  });
  expect(told.stderr.split("\n").toSorted().filter(Boolean)).toEqual([
    "One of the clients left behind an error that nobody catches: Error: left behind",
    "One of the clients left behind an error that nobody catches: Error: thrown late",
    "stray: Without any fault it ends with error Error: the end",
  ]);
  expect(told.code).toBe(1);
  expect(await readFile(join(folder, "report-card.md"), "utf8")).toContain("| stray |");
  await rm(folder, { recursive: true });
});
