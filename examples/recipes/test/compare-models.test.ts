import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBench, rowsOf, type Bench } from "./support/bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const PROMPT = 'a fox & <script>alert("kite")</script>';
const compare = (budget: string, ...more: readonly string[]) => ["--budget", budget, "--out", "out", ...more];

it("orders the cheapest for as long as the budget lasts, and shows them side by side", async () => {
  const place = await bench.place();
  const { code, stdout } = await place.run("compare-models", compare("1.1", "--prompt", PROMPT));
  expect(code).toBe(0);
  expect(rowsOf(stdout, "atlascloud")).toEqual([
    expect.stringMatching(/google\/gemini-omni-flash\/text-to-video +0\.5 USD +yes/),
    expect.stringMatching(/text-to-video-developer +0\.6 USD, old +no: the budget does not last/),
  ]);
  expect(rowsOf(stdout, "jimmyai")[0]).toContain("no: no price");
  const ordered = place.mock.tasks(place.namespace).map(({ provider, model }) => `${provider} ${String(model)}`);
  expect(ordered.toSorted()).toEqual([
    "apimart Omni-Flash-Ext",
    "atlascloud google/gemini-omni-flash/text-to-video",
    "toapis gemini-omni-1.1-flash-preview-official",
  ]);
  expect(rowsOf(stdout, "accepted")[0]).toMatch(/accepted +3 +1\.074352 USD/);
  expect(stdout.slice(stdout.indexOf("TIME TO VIDEO"))).toMatch(/apimart-Omni-Flash-Ext +\d+\.\d s +720p +4 s/);

  const files = await readdir(join(place.folder, "out"));
  const pages = files.filter((name) => name.endsWith(".html"));
  expect(pages).toHaveLength(1);
  const page = await readFile(join(place.folder, "out", pages[0] ?? ""), "utf8");
  const sources = [...page.matchAll(/<video [^>]*src="([^"]*)"/g)].map(([, source = ""]) => source);
  expect(sources).toHaveLength(3);
  for (const source of sources) expect(files).toContain(source);
  // It asks nobody for anything, and a prompt is text.
  expect(page).not.toMatch(/https?:|\/\/|@import|<link rel="stylesheet/);
  expect(page).toContain("a fox &amp; &lt;script&gt;alert(&quot;kite&quot;)&lt;/script&gt;");

  const again = await place.run("compare-models", compare("1.1", "--prompt", PROMPT));
  expect(again.code).toBe(0);
  expect(place.ledger().totals.accepted).toBe(3);
});

it("one that fails stands on the page beside the others; without a price nothing is ordered unless that is said", async () => {
  const place = await bench.place();
  const models = ["--models", "jimmyai/Gemini-Omini,apimart/Omni-Flash-Ext", "--prompt", "a fox"];
  place.mock.addFaults([{ name: "fails", on: "submit", task: { ends: "failed" } }], {
    ...{ namespace: place.namespace, provider: "jimmyai" },
  });
  const { code, stdout } = await place.run("compare-models", compare("1", "--allow-unpriced", ...models));
  expect(code).toBe(1);
  expect(rowsOf(stdout, "jimmyai-Gemini-Omini")[0]).toContain("failed, charge not told");
  expect(rowsOf(stdout, "apimart-Omni-Flash-Ext")[0]).toContain("saved");
  const page = stdout.trim().split("Side by side: ").at(-1) ?? "";
  expect(await readFile(page, "utf8")).toMatch(/<p class="none">failed: jimmyai: /);
});

it("what cannot be ordered costs nothing", async () => {
  const place = await bench.place();
  const wrong: readonly (readonly [message: RegExp, ...args: string[]])[] = [
    [/^Nothing can be ordered for 0\.1 USD\.$/, ...compare("0.1", "--prompt", "a fox")],
    [/^--prompt is missing; /, ...compare("1")],
    [/^--duration long is no number of seconds\.$/, ...compare("1", "--prompt", "a fox", "--duration", "long")],
    [/^veo is no model; write provider\/model/, ...compare("1", "--prompt", "a fox", "--models", "veo")],
    [/^Nothing can be ordered for 9 USD\.$/, ...compare("9", "--prompt", "a fox", "--duration", "60")],
  ];
  await Promise.all(
    wrong.map(async ([message, ...args]) => {
      const { code, stderr } = await place.run("compare-models", args);
      expect(code, stderr).toBe(2);
      expect(stderr.trimEnd()).toMatch(message);
    }),
  );
  expect(place.requests()).toEqual([]);
});
