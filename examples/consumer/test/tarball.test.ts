// What `npm run packages` says of a package that publint and attw take for a good one.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "./support/readme.js";

const exec = promisify(execFile);
const MANIFEST = {
  name: "@small/one",
  sideEffects: false,
  scripts: { build: "tsc" },
  dependencies: { yaml: "2.9.1" },
  peerDependencies: { "@other/peer": "1" },
  devDependencies: { ajv: "8.20.0" },
};
const GOOD: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(MANIFEST),
  "README.md": "# One",
  LICENSE: "MIT",
  "src/index.ts": "",
  "dist/index.js": [
    `import { parse } from "yaml";`,
    `export * from "@other/peer/sub";`,
    `import fs from "node:fs";`,
    `export * from "./two.js";`,
    `import "@small/one/two";`,
    // No import, though it looks like one.
    'export const text = `import x from "left-pad"`;',
  ].join("\n"),
  "dist/index.d.ts": `export type Node = import("yaml").Node;`,
};
const manifest = (change: object) => ({ "package.json": JSON.stringify({ ...MANIFEST, ...change }) });

it.each<[what: string, change: Readonly<Record<string, string | undefined>>, said: readonly string[]]>([
  ["nothing", {}, []],
  ["no README", { "README.md": undefined }, ["README.md is missing."]],
  ["no licence", { LICENSE: undefined }, ["LICENSE is missing."]],
  ["a script", manifest({ scripts: { postinstall: "node x.js" } }), ["scripts.postinstall runs at an install."]],
  [
    "side effects",
    manifest({ sideEffects: undefined }),
    [`"sideEffects": false is missing: bundlers would keep what is not used.`],
  ],
  [
    "what an older build left",
    { "dist/engine/old.js": "export {};" },
    ["dist/engine/old.js has no src/engine/old.ts: remove dist, then `npx turbo run build bundle --force`."],
  ],
  [
    "what only this repository has",
    { "bin/one.mjs": `import { Ajv } from "ajv/dist/2020.js";`, "dist/index.d.ts": `export * from "@small/two/x";` },
    [
      "bin/one.mjs imports ajv, which is in neither dependencies nor peerDependencies.",
      "dist/index.d.ts imports @small/two, which is in neither dependencies nor peerDependencies.",
    ],
  ],
  [
    "a type of what only this repository has",
    { "dist/index.d.ts": `export type Check = import("ajv").Ajv;` },
    ["dist/index.d.ts imports ajv, which is in neither dependencies nor peerDependencies."],
  ],
])("it tells of %s", async (_, change, said) => {
  const folder = await mkdtemp(join(tmpdir(), "omni-tarball-"));
  try {
    for (const [file, text] of Object.entries({ ...GOOD, ...change })) {
      if (text === undefined) continue;
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const script = `import { complaintsOf } from ${JSON.stringify(`${root}.ci/tarball.mjs`)};
console.log(JSON.stringify(complaintsOf(${JSON.stringify(folder)})));`;
    const { stdout } = await exec(process.execPath, ["--input-type=module", "--eval", script]);
    const told: string[] = JSON.parse(stdout);
    expect(told.toSorted()).toEqual(said.toSorted());
  } finally {
    await rm(folder, { recursive: true });
  }
});
