import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBench, posts, rowsOf, type Bench } from "./support/bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const toapis = (name: string, prompt = name) => ({
  ...{ name, provider: "toapis", model: "gemini-omni-1.1-flash-preview-official", prompt },
  ...{ duration: 4, resolution: "720p" },
});
const apimart = (name: string, prompt = name) => ({
  ...{ name, provider: "apimart", model: "Omni-Flash-Ext", prompt, duration: 4, resolution: "720p" },
});
const atlascloud = (name: string, prompt = name) => ({
  ...{ name, provider: "atlascloud", model: "google/gemini-omni-flash/text-to-video-developer", prompt, duration: 4 },
});
const ARGS = ["--budget", "20", "--list", "list.json", "--out", "out"];
const once = (prompts: readonly string[]) => Object.fromEntries(prompts.map((prompt) => [prompt, 1]));

/** The videos of a folder that are whole: MP4 files, as the mock gives them. */
async function videosIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".mp4"));
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    expect(bytes.subarray(4, 8).toString(), name).toBe("ftyp");
    expect(bytes.length, name).toBeGreaterThan(5000);
  }
  return names.map((name) => name.replace(/-[0-9a-f]{8}\.mp4$/, "")).toSorted();
}

describe("when some of it fails", () => {
  const list = [
    toapis("good"),
    toapis("lost", "lost [mock:accepted-then-reset]"),
    apimart("silent", "silent [mock:accepted-then-reset]"),
    apimart("refunded", "refunded [mock:failed-refunded]"),
    toapis("untold", "untold [mock:failed-charged]"),
    atlascloud("fine"),
  ];

  it("saves the rest, says what became of each, and a second run pays for nothing", async () => {
    const place = await bench.place();
    await place.write("list.json", list);
    const { code, stdout } = await place.run("batch-pipeline", ARGS);
    expect(code).toBe(1);
    expect(await videosIn(join(place.folder, "out"))).toEqual(["fine", "good", "lost"]);
    expect(place.taken()).toEqual(once(list.map(({ prompt }) => prompt)));

    const report = stdout.slice(stdout.indexOf("VIDEO"));
    expect(rowsOf(report, "good")[0]).toMatch(/saved +0\.324352 USD +0\.324352 USD +good-[0-9a-f]{8}\.mp4/);
    expect(rowsOf(report, "lost")[0]).toContain("saved");
    expect(rowsOf(report, "silent")[0]).toContain("unknown");
    expect(rowsOf(report, "refunded")[0]).toContain("failed, not charged");
    expect(rowsOf(report, "untold")[0]).toContain("failed, charge not told");
    expect(rowsOf(report, "fine")[0]).toMatch(/saved +0\.6 USD.* not told/);
    // What to do, with the folder that stands for it.
    expect(report).toMatch(/silent: unknown\. .*\n {2}Look into the provider's console\. .*jobs\/silent-[0-9a-f]{8}/);
    expect(rowsOf(report, "accepted")[0]).toMatch(/accepted +5 +1\.823056 USD +0\.648704 USD, 3 not told/);
    expect(rowsOf(report, "unknown")[0]).toMatch(/unknown +1 +0\.25 USD/);

    const before = { posts: posts(place), requests: place.requests().length };
    const again = await place.run("batch-pipeline", ARGS);
    expect(again.code).toBe(1);
    expect(place.requests().length).toBe(before.requests);
    expect(posts(place)).toBe(before.posts);
    expect(again.stdout.slice(again.stdout.indexOf("VIDEO"))).toContain(
      "silent: unknown. The answer to the order was lost.",
    );
    expect(rowsOf(again.stdout, "accepted")).toEqual(rowsOf(stdout, "accepted"));
  });

  it("after credits ran out, a run with new credits orders only what was refused", async () => {
    const place = await bench.place();
    const names = ["a", "b", "c", "d", "e", "f"];
    await place.write(
      "list.json",
      names.map((name) => apimart(name)),
    );
    place.mock.addFaults([{ name: "broke", on: "submit", skip: 2, answer: { error: "insufficient_credits" } }], {
      namespace: place.namespace,
    });
    const { code, stdout } = await place.run("batch-pipeline", ARGS);
    expect(code).toBe(1);
    expect(place.ledger().totals.accepted).toBe(2);
    expect(await videosIn(join(place.folder, "out"))).toHaveLength(2);
    expect(rowsOf(stdout, "not ordered")[0]).toMatch(/not ordered +4 +1 USD/);

    place.mock.clearFaults(place.namespace);
    const again = await place.run("batch-pipeline", ARGS);
    expect(again.code).toBe(0);
    expect(await videosIn(join(place.folder, "out"))).toEqual(names);
    expect(place.taken()).toEqual(once(names));
  });
});

describe("when it is stopped", () => {
  const names = Array.from({ length: 12 }, (_, i) => `clip-${i}`);

  it("by Ctrl-C: orders nothing more, and the next run pays for nothing twice", async () => {
    // Answers take a while, so that some are on their way, and the orders after them are not sent.
    const place = await bench.place({ postMs: 150 });
    await place.write(
      "list.json",
      names.map((name) => toapis(name)),
    );
    const state = { isStopped: false };
    const { code, stdout, stderr } = await place.run("batch-pipeline", ARGS, {
      onLine(line, kill) {
        if (line.startsWith("ordered") && !state.isStopped) kill("SIGINT");
        state.isStopped ||= line.startsWith("ordered");
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain("nothing more is ordered");
    const ordered = place.ledger().totals.accepted;
    expect(ordered).toBeGreaterThan(3);
    expect(ordered).toBeLessThan(names.length);
    expect(rowsOf(stdout.slice(stdout.indexOf("IN ALL")), "not ordered")).toHaveLength(1);
    const again = await place.run("batch-pipeline", ARGS);
    expect(again.code).toBe(0);
    expect(place.taken()).toEqual(once(names));
    expect(await videosIn(join(place.folder, "out"))).toEqual(names.toSorted());
    expect(place.ledger().totals.orphaned).toBe(0);
  });

  it("another run on the same folder is refused: both would order what is new", async () => {
    const place = await bench.place();
    await place.write("list.json", [toapis("a")]);
    await mkdir(join(place.folder, "out"));
    await place.write("out/lock", String(process.pid));
    const { code, stderr } = await place.run("batch-pipeline", ARGS);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Process \d+ works in /) });
    expect(place.requests()).toEqual([]);
  });
});

describe("before anything is sent", () => {
  it("too small a budget, and a look at the prices, cost nothing", async () => {
    const place = await bench.place();
    await place.write("list.json", [toapis("a"), apimart("b")]);
    const small = await place.run("batch-pipeline", ["--budget", "0.5", "--list", "list.json", "--out", "out"]);
    expect(small).toMatchObject({ code: 2 });
    expect(small.stderr).toBe("It may cost 0.574352 USD, and the budget is 0.5 USD. Nothing was ordered.\n");
    const dry = await place.run("batch-pipeline", [...ARGS, "--dry-run"], { env: { TOAPIS_API_KEY: "" } });
    expect(dry).toMatchObject({ code: 0, stderr: "" });
    expect(rowsOf(dry.stdout, "b")[0]).toContain("0.25 USD a request, read 2026-09-08");
    expect(place.requests()).toEqual([]);
    expect(await readdir(place.folder)).toEqual(["list.json"]);
  });

  it("wrong input is told in one message", async () => {
    const place = await bench.place();
    const wrong: readonly (readonly [content: unknown, message: RegExp, args?: readonly string[]])[] = [
      ["[", /list\.json is no JSON: /],
      [[], /must be a JSON list of one video at least/],
      [[toapis("a"), toapis("A")], /video 2 is called A, and so is one before it/],
      [[toapis("../a")], /video 1 needs a `name`/],
      [[{ ...toapis("a"), model: "veo" }], /a: toapis has no model veo; there are gemini_omni, /],
      [[{ ...toapis("a"), provider: "acme" }], /There is no provider acme; there are apimart, /],
      [
        [
          { ...toapis("a"), duration: 99 },
          { ...apimart("b"), lenses: 2 },
        ],
        /^a: duration .*\nb: lenses .*\nNothing was ordered\.$/s,
      ],
      [[{ ...toapis("a"), model: "gemini_omni", duration: 6 }], /No price in USD is told for toapis\/gemini_omni\./],
      [[toapis("a")], /^Unknown option '--bugdet'\. --help lists what there is\.$/, ["--bugdet", "3"]],
      [[toapis("a")], /^--budget is missing; /, []],
    ];
    await Promise.all(
      wrong.map(async ([content, message, args], i) => {
        const list = await place.write(`${i}.list.json`, content);
        const ran = await place.run("batch-pipeline", args ?? ["--budget", "20", "--list", list, "--out", "out"]);
        expect(ran.code, ran.stderr).toBe(2);
        expect(ran.stderr.trimEnd()).toMatch(message);
      }),
    );
    expect(place.requests()).toEqual([]);
  });
});

it("runs the package's own list at the address of a mock, without a key", async () => {
  const place = await bench.place();
  const none = Object.fromEntries(["TOAPIS", "APIMART", "ATLASCLOUD"].map((name) => [`${name}_API_KEY`, ""]));
  const { code, stdout } = await place.run(
    "batch-pipeline",
    ["--budget", "2", "--base-url", bench.url, "--out", "out"],
    { env: none },
  );
  expect(code).toBe(0);
  expect(
    rowsOf(stdout, "saved")
      .filter((line) => /\d/.test(line))
      .at(-1),
  ).toMatch(/saved +4 +1\.474352 USD +0\.874352 USD, 1 not told/);
});
