import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBench, posts, rowsOf, type Bench } from "./support/bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

const picture = (name: string) => fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url));
const ask = (prompt: string, ...more: readonly string[]) => [
  "--budget",
  "2",
  "--out",
  "out",
  "--prompt",
  prompt,
  ...more,
];

it("goes on after a free refusal, says who refused and why, and pays once, however often it runs", async () => {
  const place = await bench.place();
  place.mock.addFaults([{ name: "broke", on: "submit", answer: { error: "insufficient_credits" } }], {
    ...{ namespace: place.namespace, provider: "toapis" },
  });
  const { code, stdout } = await place.run("reference-to-video", ask("the keeper climbs"));
  expect(code).toBe(0);
  expect(stdout).toContain("Refers to lighthouse.png, keeper.png, stairs.png.");
  expect(rowsOf(stdout, "toapis").at(-1)).toMatch(
    /refused +insufficient_credits +Went on: the contract calls this refusal free/,
  );
  expect(stdout).toMatch(/^apimart {2}accepted {2}Took it\.$/m);
  expect(stdout).toMatch(/^by apimart, gemini-omni-1\.1-flash$/m);
  expect(place.taken()).toEqual({ "the keeper climbs": 1 });
  expect((await readdir(join(place.folder, "out"))).filter((name) => name.endsWith(".mp4"))).toHaveLength(1);

  const before = place.requests().length;
  const again = await place.run("reference-to-video", ask("the keeper climbs"));
  expect(again.code).toBe(0);
  expect(place.requests().length).toBe(before);
});

it("an answer that is lost ends it: nobody else is asked, in no run", async () => {
  const place = await bench.place();
  const models = ["--models", "apimart/Omni-Flash-Ext,toapis/gemini-omni-1.1-flash-preview-official"];
  const args = ask("the lamp turns [mock:accepted-then-reset]", "--image", picture("lighthouse"), ...models);
  const { code, stdout } = await place.run("reference-to-video", args);
  expect(code).toBe(1);
  expect(stdout).toContain("Begins with lighthouse.png.");
  expect(stdout).toMatch(/^apimart {2}unknown {2}submission_unknown {2}Stopped: a task may exist/m);
  expect(stdout).toMatch(/^unknown: .*\nLook into the provider's console\./m);
  const before = posts(place);
  const again = await place.run("reference-to-video", args);
  expect(again.code).toBe(1);
  expect(posts(place)).toBe(before);
  expect(place.mock.tasks(place.namespace).map(({ provider }) => provider)).toEqual(["apimart"]);
});

it("pictures are looked at before anything is sent", async () => {
  const place = await bench.place();
  const text = await place.write("notes.png", "not a picture");
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const large = await place.write("large.png", Buffer.concat([png, Buffer.alloc(30_000_000)]));
  const lighthouse = ["--image", picture("lighthouse")];
  const wrong: readonly (readonly [message: RegExp, ...args: string[]])[] = [
    [/notes\.png is no PNG, JPEG or WebP, whatever its name says\.$/, ...ask("x", "--image", text)],
    [/none\.png cannot be read: /, ...ask("x", "--image", "none.png")],
    [/^None of them can be asked\. /, ...ask("x", "--image", large)],
    [
      /^A video has one first frame, and there are 2 pictures/,
      ...ask("x", ...lighthouse, ...lighthouse, "--as", "first-frame"),
    ],
    [/^--as frame is neither/, ...ask("x", "--as", "frame")],
    [/^None of them can be asked\. /, "--budget", "0.1", "--prompt", "x", "--out", "out"],
  ];
  const runs = await Promise.all(wrong.map(([, ...args]) => place.run("reference-to-video", args)));
  for (const [i, { code, stderr }] of runs.entries()) {
    expect(code, stderr).toBe(2);
    expect(stderr.trimEnd()).toMatch(wrong[i]?.[0] ?? /^$/);
  }
  expect(rowsOf(runs[2]?.stdout ?? "", "toapis")[0]).toContain(
    "no: large.png has 30000008 bytes; it takes 10485760 at most",
  );
  expect(place.requests()).toEqual([]);
});
