// The report that is committed is of this suite and of the peers that are pinned. No peer is installed here, and none is measured.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { judge, lackOf } from "../src/criterion.js";
import { CRITERIA, naive, ours, type Driver } from "../src/index.js";
import { loadDrivers } from "../src/load.js";
import { markdownOf } from "../src/report/markdown.js";

const at = (path: string) => new URL(path, import.meta.url);
const textOf = (path: string) => readFileSync(at(path), "utf8");
const read = JSON.parse(textOf("../../../docs/report-card.json"));
const manifest = JSON.parse(textOf("../peers/package.json"));
const locked = JSON.parse(textOf("../peers/package-lock.json")).packages;
const peers = await loadDrivers(fileURLToPath(at("../peers/index.mjs")));

const described = ({ name, protocol, how }: Omit<Driver, "run">) => ({ name, protocol, how });

/** The facts stand once under their run. */
const toldOf = (client: typeof read, run: string, words: string) => client.runs[run] ?? { lack: words };

describe("the committed report card; if it differs, `npm run conformance` makes it anew", () => {
  it("has every driver of the suite, as it is used now, and no other", () => {
    expect(read.clients.map(({ driver }: { driver: Driver }) => described(driver))).toEqual(
      [...ours, ...naive, ...peers].map(described),
    );
  });

  // Versions of our own are raised at a release, and tests run after that; the report is of what was there before.
  it("has the versions of the peers that the lockfile has, and these are what package.json asks for", () => {
    const versions = new Map(read.clients.map(({ driver }: { driver: Driver }) => [driver.name, driver.version]));
    expect(peers.map(({ name }) => [name, versions.get(name)])).toEqual(
      peers.map(({ name, version }) => [name, version]),
    );
    for (const [name, version] of Object.entries(manifest.dependencies))
      expect([name, locked[`node_modules/${name}`].version]).toEqual([name, version]);
    const told = peers.flatMap(({ version }) => version.split(", "));
    expect(new Set(told)).toEqual(new Set(Object.values(manifest.dependencies)));
  });

  it("has the criteria and trials of the suite, and no others", () => {
    const now = CRITERIA.map(({ id, title, asks, trials }) => ({
      ...{ id, title, asks },
      trials: trials.map(({ run, title: name }) => ({ run, title: name })),
    }));
    expect(read.criteria).toEqual(now);
  });

  it("has a cell of every client for each of them, judged as the suite judges its facts now", () => {
    for (const client of read.clients) {
      const judged = CRITERIA.map((criterion, nth) => {
        const cells = client.criteria[nth]?.trials ?? [];
        const told = criterion.trials.map(({ run }, one) =>
          toldOf(client, run, cells[one]?.words ?? "not in the report"),
        );
        const { cells: now, sum } = judge(criterion, told);
        return { id: criterion.id, ...sum, trials: now.map(({ run, score, words }) => ({ run, score, words })) };
      });
      expect([client.driver.name, client.criteria]).toEqual([client.driver.name, judged]);
    }
  });

  it("has every client measured, and leaves out only what its driver says", () => {
    const trials = CRITERIA.flatMap((criterion) => criterion.trials);
    for (const [nth, driver] of [...ours, ...naive, ...peers].entries()) {
      const { problem, runs } = read.clients[nth];
      expect(problem).toBeUndefined();
      const missing = trials.filter(({ run }) => !(run in runs));
      expect([driver.name, missing]).toEqual([
        driver.name,
        trials.filter((trial) => lackOf(driver, trial) !== undefined),
      ]);
    }
  });

  it("is the same for people", () => {
    const clients = read.clients.map(({ criteria, ...client }: typeof read) => ({
      ...client,
      criteria: criteria.map(({ id, score, words, trials }: typeof read) => ({ id, sum: { score, words }, trials })),
    }));
    expect(textOf("../../../docs/report-card.md")).toBe(markdownOf({ ...read, clients }, CRITERIA));
  });
});
