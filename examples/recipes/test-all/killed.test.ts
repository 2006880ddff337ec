// The batch pipeline is killed at several moments, and run again; the mock knows what was ordered.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBench, rowsOf, type Bench } from "../test/support/bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const names = Array.from({ length: 12 }, (_, i) => `clip-${i}`);
const ARGS = ["--budget", "20", "--list", "list.json", "--out", "out"];
const toapis = (name: string) => ({
  ...{ name, provider: "toapis", model: "gemini-omni-1.1-flash-preview-official", prompt: name, duration: 4 },
});
const once = (prompts: readonly string[]) => Object.fromEntries(prompts.map((prompt) => [prompt, 1]));

it.each([0, 20, 50, 120, 250])(
  "killed %i ms after its first order: the next run takes over its folder, and orders nothing twice",
  async (milliseconds) => {
    const place = await bench.place({ postMs: 150 });
    await place.write(
      "list.json",
      names.map((name) => toapis(name)),
    );
    const { code } = await place.run("batch-pipeline", ARGS, {
      onLine(line, kill) {
        if (line.startsWith("ordered"))
          setTimeout(() => {
            kill("SIGKILL");
          }, milliseconds);
      },
    });
    expect(code).toBe(null);
    const { stdout } = await place.run("batch-pipeline", ARGS);
    // What was killed just before it was sent is not known at the provider. Nobody but a person may say that it never will be.
    const never = names.filter((name) => place.taken()[name] === undefined);
    expect(place.taken()).toEqual(once(names.filter((name) => !never.includes(name))));
    for (const name of names)
      expect(rowsOf(stdout.slice(stdout.indexOf("VIDEO")), name)[0]).toContain(
        never.includes(name) ? "unknown" : "saved",
      );
    for (const name of never)
      expect(stdout).toMatch(new RegExp(`${name}: unknown.*\\n  The provider does not know it`));
    expect(place.ledger().totals.orphaned).toBe(0);
  },
);
