// What is published, and what it is made from: no secrets, a whole lock file, licences that anybody may use.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { providers, PUBLISHED } from "./support/project.js";
import { root } from "./support/readme.js";

const exec = promisify(execFile);

/** What is a secret wherever it stands, and what only a machine of ours would have written. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  "an API key": /\bsk-[A-Za-z0-9_-]{20,}/g,
  "a key of Google": /\bAIza[\w-]{35}\b/g,
  "a key of AWS": /\bAKIA[A-Z0-9]{16}\b/g,
  "a token of GitHub": /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}/g,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b/g,
  "a token of Slack": /\bxox[abprs]-[\w-]{10,}/g,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{40}/g,
  "a signed token": /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/g,
};
/** Made up, and seen to be: what tests look for where it must not be. */
const MADE_UP = /canary|0123456789|abcdef|example|secret|do-not|mock|test|x{6}|(.)\1{5}/i;

/** What looks like a secret in a text, by its kind. */
const secretsIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap(([found]) => (MADE_UP.test(found) ? [] : [`${kind}: ${found.slice(0, 12)}…`])),
  );

const BINARY = /\.(png|mp4|ico|woff2?)$/;

describe("secrets", () => {
  it.each([
    ["an API key", "sk-" + "J7qPz2LmVt9RkXw4NcYb8Hs3"],
    ["a key of AWS", "AKIA" + "QZ7PLM3XWVRT9KNB"],
    ["a token of GitHub", "ghp_" + "q8Rz2LmVt9RkXw4NcYb8Hs3Df6GjKpTuWvXy"],
    ["a private key", "-----BEGIN " + "PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj"],
  ])("%s is seen", (kind, text) => {
    expect(secretsIn(`const key = "${text}";`)).toEqual([expect.stringContaining(`${kind}: `)]);
  });

  it("are in no file of the repository", async () => {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
    const texts = files.filter((file) => file !== "" && !BINARY.test(file));
    expect(texts.length).toBeGreaterThan(500);
    const found = await Promise.all(
      texts.map(async (file) => secretsIn(await readFile(root + file, "utf8")).map((one) => `${file}: ${one}`)),
    );
    expect(found.flat()).toEqual([]);
  });
});

describe("what is published", () => {
  let folder: string;
  const unpacked = new Map<string, string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "omni-supply-"));
    const args = ["pack", ...PUBLISHED.map((name) => root + name), "--json", "--ignore-scripts"];
    const { stdout } = await exec("npm", [...args, "--pack-destination", folder], { cwd: folder });
    const packed: { name: string; filename: string }[] = JSON.parse(stdout);
    for (const { name, filename } of packed) {
      const place = join(folder, name.replace("/", "-"));
      await exec("bash", [
        "-c",
        'mkdir "$0" && tar -xzf "$1" -C "$0" --strip-components 1',
        place,
        join(folder, filename),
      ]);
      unpacked.set(name, place);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const filesIn = async (place: string) =>
    (await readdir(place, { recursive: true, withFileTypes: true })).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    );

  it("holds no secret, and no path of a machine", async () => {
    expect(unpacked.size).toBe(PUBLISHED.length);
    const found: string[] = [];
    for (const [name, place] of unpacked) {
      for (const file of (await filesIn(place)).filter((one) => !BINARY.test(one))) {
        const text = await readFile(file, "utf8");
        const paths = text.includes(root) ? ["a path of this machine"] : [];
        found.push(...[...secretsIn(text), ...paths].map((one) => `${name} ${file.slice(place.length)}: ${one}`));
      }
    }
    expect(found).toEqual([]);
  });

  it("has flows that spend nothing unless somebody names the provider's server", async () => {
    const flows = (await filesIn(unpacked.get("@omni-contracts/specs") ?? "")).filter((file) =>
      /\/arazzo\/[^/]+\.yaml$/.test(file),
    );
    expect(flows.length).toBe(providers.length);
    for (const file of flows) {
      const text = await readFile(file, "utf8");
      // An error is wished for by this header; a provider takes the request for a true one.
      expect([file, /\bprefer\b/i.test(text)]).toEqual([file, false]);
      const [head = ""] = text.split("\nworkflows:");
      expect(head).toMatch(/^ {2}description: .*costs money/m);
      expect(head.match(/x-serverUrl: .*/g)).toEqual([
        expect.stringMatching(/^x-serverUrl: http:\/\/127\.0\.0\.1:4010\//),
      ]);
      expect(head.match(/type: openapi/g)?.length).toBe(1);
    }
  });

  it("runs nothing when it is installed, says its licence, and has it", async () => {
    for (const [name, place] of unpacked) {
      const manifest = JSON.parse(await readFile(join(place, "package.json"), "utf8"));
      const hooks = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
      expect([name, Object.keys(manifest.scripts ?? {}).filter((script) => hooks.includes(script))]).toEqual([
        name,
        [],
      ]);
      expect([name, manifest.license]).toEqual([name, "MIT"]);
      expect(await readFile(join(place, "LICENSE"), "utf8")).toContain("MIT License");
      expect((await readFile(join(place, "README.md"), "utf8")).length).toBeGreaterThan(500);
    }
  });
});

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly link?: true;
        readonly integrity?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly devDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

describe("the lock file", async () => {
  const { packages }: Lock = JSON.parse(await readFile(`${root}package-lock.json`, "utf8"));
  const places = Object.keys(packages);

  it("has a checksum for everything that is installed", () => {
    const without = places.filter(
      (place) => place.includes("node_modules/") && !packages[place]?.link && !packages[place]?.integrity,
    );
    expect(places.length).toBeGreaterThan(400);
    expect(without).toEqual([]);
  });

  it("says what every package.json says", async () => {
    for (const place of places.filter((one) => !/(^|\/)node_modules\//.test(one))) {
      const manifest = JSON.parse(await readFile(join(root, place, "package.json"), "utf8"));
      const { dependencies, devDependencies } = packages[place] ?? {};
      expect([place, dependencies, devDependencies]).toEqual([place, manifest.dependencies, manifest.devDependencies]);
    }
  });

  it("is what docs/licences.md tells of, and no licence binds those who use it", async () => {
    const told = await readFile(`${root}docs/licences.md`, "utf8");
    expect(execFileSync(process.execPath, [`${root}.ci/licences.mjs`, "--print"], { encoding: "utf8" })).toBe(told);
    const licences = new Set([...told.matchAll(/\| ([^|]+) \|$/gm)].map(([, name]) => name));
    const free = [
      "MIT",
      "ISC",
      "0BSD",
      "Apache-2.0",
      "BSD-2-Clause",
      "BSD-3-Clause",
      "BlueOak-1.0.0",
      "CC0-1.0",
      "Python-2.0",
    ];
    expect([...licences].filter((name) => name !== "Licence" && name !== "---" && !free.includes(name ?? ""))).toEqual(
      [],
    );
  });
});
