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
  // OpenAI's and its like begin with `sk-`, too, Stripe's with `sk_` or `rk_`.
  "an API key": /\b(?:sk[-_]|rk_)[\w-]{16,}/g,
  "a key of Atlas Cloud": /\bapikey-[\w-]{16,}/g,
  "a key of Replicate": /\br8_\w{16,}/g,
  "a key of fal": /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:\w{16,}/gi,
  "a webhook secret": /\bwhsec_[\w+/=-]{16,}/g,
  "a key of Google": /\bAIza[\w-]{35}(?![\w-])/g,
  "a client's secret of Google": /\bGOCSPX-[\w-]{20,}/g,
  // Those that begin with ASIA are lent for hours; a signed link shows them.
  "a key of AWS": /\bA[KS]IA[A-Z0-9]{16}\b/g,
  "a secret key of AWS": /\baws_?secret_?(?:access_?)?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}/gi,
  "a token of GitHub": /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}/g,
  "a token of GitLab": /\bglpat-[\w-]{20,}/g,
  "a token of Hugging Face": /\bhf_[A-Za-z0-9]{30,}/g,
  // The old ones are plain UUIDs.
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b|\b_authToken\s*=\s*[\w-]{36}\b/g,
  "a token of Slack": /\bxox[abprs]-[\w-]{10,}|\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w{16,}/g,
  "a password in an address": /\b[a-z][a-z+]*:\/\/[\w.-]+:[\w.~-]{12,}@/gi,
  // What a line of a .env file or of a shell gives a name: with letters and digits, as no word has.
  "a key by its name": /\b[A-Z][A-Z\d]*_(?:API_KEY|TOKEN|SECRET)\s*=\s*["']?(?=\w*\d)(?=\w*[A-Za-z])[\w-]{20,}/g,
  "a key in a header": /\bBearer\s+(?=[\w-]*\d)(?=[\w-]*[A-Za-z])\w[\w-]{23,}/g,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{40}/g,
  "a signed token": /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/g,
};
/** Made up, whole and one by one: what tests look for where it must not be. A part of a key says nothing of the rest. */
const MADE_UP = new Set([
  "sk-0123456789abcdef",
  "sk-abcDEF0123456789",
  "sk-canary-0123456789",
  "sk-conformance-4711-canary",
  "sk-never-to-be-shown-0123456789",
  "sk-the-next-0123456789",
  "sk-very-secret-0123456789",
]);

const plainIn = (text: string): [kind: string, found: string][] =>
  Object.entries(SECRETS).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([found]): [string, string] => [kind, found]),
  );

/** Those that can be read, and those that were only written in base64. */
const matchesIn = (text: string): [kind: string, found: string][] => [
  ...plainIn(text),
  ...[...text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].flatMap(([coded]) =>
    plainIn(Buffer.from(coded, "base64").toString("latin1")),
  ),
];

/** What looks like a secret in a text, by its kind. */
const secretsIn = (text: string): string[] =>
  matchesIn(text).flatMap(([kind, found]) => (MADE_UP.has(found) ? [] : [`${kind}: ${found.slice(0, 12)}…`]));

const BINARY = /\.(png|mp4|ico|woff2?)$/;

describe("secrets", () => {
  const HEX = "5f0c9a7e31b84d26";
  it.each([
    ["an API key", "sk-" + "J7qPz2LmVt9RkXw4NcYb8Hs3"],
    ["an API key", "sk_" + "live_J7qPz2LmVt9RkXw4"],
    // Words in it excuse nothing.
    ["an API key", "sk-" + "test-0123456789-J7qPz2LmVt9R"],
    ["an API key", "sk-" + "0123456789abcdef-J7qPz2LmVt9R"],
    ["an API key", "sk_" + "example_mock_secret_abcdef"],
    ["a key of Atlas Cloud", "apikey-" + HEX + HEX],
    ["a key of Replicate", "r8_" + "J7qPz2LmVt9RkXw4NcYb8Hs3Df6GjKpTuWvXy"],
    ["a key of fal", "5f0c9a7e-31b8-4d26-9c1e-" + "7a2b4c6d8e0f:" + HEX + HEX],
    ["a webhook secret", "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ["a key of Google", "AIza" + "SyQ8Rz2LmVt9RkXw4NcYb8Hs3Df6GjKpTuW"],
    ["a key of AWS", "AKIA" + "QZ7PLM3XWVRT9KNB"],
    ["a token of GitHub", "ghp_" + "q8Rz2LmVt9RkXw4NcYb8Hs3Df6GjKpTuWvXy"],
    ["an API key", "rk_" + "live_J7qPz2LmVt9RkXw4"],
    ["a client's secret of Google", "GOCSPX-" + "q8Rz2LmVt9RkXw4NcYb8Hs3Df6Gj"],
    ["a key of AWS", "ASIA" + "QZ7PLM3XWVRT9KNB"],
    ["a secret key of AWS", "aws_secret_access_key = " + "wJalrXUtnFEMI/K7MDENG/bPxRfiCYq8Rz2LmVt9"],
    ["a token of GitLab", "glpat-" + "q8Rz2LmVt9RkXw4NcYb8"],
    ["a token of Hugging Face", "hf_" + "q8Rz2LmVt9RkXwNcYbHsDfGjKpTuWvXyAb"],
    ["a token of npm", "//packages.example.org/:_authToken=" + "5f0c9a7e-31b8-4d26-9c1e-7a2b4c6d8e0f"],
    ["a token of Slack", "https://hooks.slack.com/services/" + "T024BE7LD/B024BE7LE/q8Rz2LmVt9RkXw4NcYb8Hs3D"],
    ["a password in an address", "https://deploy:" + "J7qPz2LmVt9RkXw4@registry.example.org/"],
    ["a key by its name", "TOAPIS_API_KEY=" + "J7qPz2LmVt9RkXw4NcYb8Hs3Df6"],
    ["a key in a header", "Bearer " + "J7qPz2LmVt9RkXw4NcYb8Hs3Df6"],
    ["an API key", Buffer.from("sk-" + "J7qPz2LmVt9RkXw4NcYb8Hs3").toString("base64")],
    ["a token of npm", "npm_" + "q8Rz2LmVt9RkXw4NcYb8Hs3Df6GjKpTuWvXy"],
    ["a token of Slack", "xoxb-" + "2417-6893-q8Rz2LmVt9Rk"],
    ["a private key", "-----BEGIN " + "PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj"],
    ["a signed token", "eyJ" + "hbGciOiJIUzI1NiIsInR5cCI.eyJ" + "zdWIiOiI0NzExIiwibmFtZSI.q8Rz2LmVt9RkXw4NcYb8Hs3D"],
  ])("%s is seen", (kind, text) => {
    expect(secretsIn(`const key = "${text}";`)).toEqual([expect.stringContaining(`${kind}: `)]);
  });

  it.each(providers)("the form of a key that the contract of %s tells of is seen", async (provider) => {
    const contract = await readFile(`${root}specs/dist/${provider}.yaml`, "utf8");
    const [, schemes = ""] = /^ {2}securitySchemes:\n((?: {4}.*\n)+)/m.exec(contract) ?? [];
    const [, prefix] = /Bearer ([a-z]+[-_])…/.exec(schemes) ?? [];
    expect(secretsIn(`Authorization: Bearer ${String(prefix)}${HEX}`).length).toBe(1);
  });

  it("are in no file of the repository, and all that is made up is used", async () => {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
    const texts = files.filter((file) => file !== "" && !BINARY.test(file));
    expect(texts.length).toBeGreaterThan(500);
    const used = new Set<string>();
    const found = await Promise.all(
      texts.map(async (file) => {
        const text = await readFile(root + file, "utf8");
        if (!file.endsWith("/supply.test.ts")) for (const [, key] of matchesIn(text)) used.add(key);
        return secretsIn(text).map((one) => `${file}: ${one}`);
      }),
    );
    expect(found.flat()).toEqual([]);
    expect([...MADE_UP].filter((key) => !used.has(key))).toEqual([]);
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
      const { directory, url } = manifest.repository;
      const web = String(url).replace(/^git\+(.*)\.git$/, "$1");
      expect([manifest.homepage, manifest.bugs]).toEqual([
        `${web}/tree/main/${directory}#readme`,
        { url: `${web}/issues` },
      ]);
      expect(manifest.keywords).toEqual(expect.arrayContaining(["gemini-omni", "openapi"]));
      expect(await readFile(join(place, "LICENSE"), "utf8")).toContain("MIT License");
      expect((await readFile(join(place, "README.md"), "utf8")).length).toBeGreaterThan(500);
    }
  });
});

it("SECURITY.md names what the published packages need", async () => {
  const told = await readFile(`${root}SECURITY.md`, "utf8");
  for (const place of PUBLISHED.filter((one) => one !== "mocks")) {
    const { dependencies = {} } = JSON.parse(await readFile(`${root}${place}/package.json`, "utf8"));
    const others = Object.keys(dependencies).filter((name) => !name.startsWith("@omni-contracts/"));
    expect([place, others.filter((name) => !told.includes(`\`${name}\``))]).toEqual([place, []]);
  }
  expect(told).not.toContain("one runtime dependency");
});

describe("the workflows", async () => {
  const folder = `${root}.github/workflows/`;
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(folder + name, "utf8")));
  const [, pack = "", publish = ""] = (await readFile(`${folder}release.yml`, "utf8")).split(
    /^ {2}(?:pack|publish):\n/m,
  );

  it("pin every action by its commit", () => {
    const uses = texts.flatMap((text) => [...text.matchAll(/uses: (\S+)/g)].map(([, action = ""]) => action));
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  it("take nothing from a cache, which another job may have filled", () => {
    const all = texts.join("\n");
    expect(all).not.toMatch(/actions\/cache|^\s+cache:/m);
    const nodes = [...all.matchAll(/actions\/setup-node@.*\n(.*)/g)].map(([, settings = ""]) => settings);
    expect(nodes.length).toBe(3);
    // With a packageManager in package.json it would keep npm's cache by itself.
    expect(nodes.filter((settings) => !settings.includes("package-manager-cache: false"))).toEqual([]);
  });

  it("run nobody's words as a program, and nothing of a fork with our rights", () => {
    const all = texts.join("\n");
    expect(all).not.toContain("pull_request_target");
    // An expression stands in a condition, a setting or a variable, never in a script, where it would become a part of it.
    const lines = all.split("\n").filter((line) => line.includes("${{"));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !/^ *(?:if|with|path|concurrency|[A-Z_]+): /.test(line))).toEqual([]);
  });

  it("give rights only where no code of others runs", () => {
    expect(pack).toMatch(/npm ci[^]*npm run release/);
    expect(pack).toContain("permissions: { contents: read }");
    expect(pack).toContain("persist-credentials: false");
    expect(pack).not.toMatch(/secrets\.|: write|environment:/);
    expect(publish).toMatch(/id-token: write[^]*npm run release -- --tarballs/);
    expect(publish).not.toMatch(/npm (?:ci|test|install(?! --global "\$\(node -p))|npx|\.ci\/machine/);
  });
});

interface Installed {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, Installed>>;
}
/** `name version` of everything below, as `npm ls` shows it. */
const installedIn = ({ dependencies = {} }: Installed): string[] =>
  Object.entries(dependencies).flatMap(([name, one]) => [
    ...(name.startsWith("@omni-contracts/") || one.version === undefined ? [] : [`${name} ${one.version}`]),
    ...installedIn(one),
  ]);

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly link?: true;
        readonly integrity?: string;
        readonly name?: string;
        readonly hasInstallScript?: true;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly devDependencies?: Readonly<Record<string, string>>;
        readonly peerDependencies?: Readonly<Record<string, string>>;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

describe("the lock file", async () => {
  const { packages }: Lock = JSON.parse(await readFile(`${root}package-lock.json`, "utf8"));
  const places = Object.keys(packages);

  it("has a checksum for everything that is installed", () => {
    const isSure = (place: string) => packages[place]?.integrity?.startsWith("sha512-") === true;
    const without = places.filter(
      (place) => place.includes("node_modules/") && !packages[place]?.link && !isSure(place),
    );
    expect(places.length).toBeGreaterThan(400);
    expect(without).toEqual([]);
  });

  it("has nothing that runs at an install but what package.json refuses, and nothing under another's name", async () => {
    const { allowScripts } = JSON.parse(await readFile(`${root}package.json`, "utf8"));
    const nameOf = (place: string) => place.replace(/^.*node_modules\//, "");
    const hooked = places.filter((place) => packages[place]?.hasInstallScript).map(nameOf);
    expect(hooked.filter((name) => allowScripts[name] !== false)).toEqual([]);
    const renamed = places.filter((place) => place.includes("node_modules/") && packages[place]?.name !== undefined);
    expect(renamed).toEqual([]);
  });

  it("says what every package.json says", async () => {
    for (const place of places.filter((one) => !/(^|\/)node_modules\//.test(one))) {
      const manifest = JSON.parse(await readFile(join(root, place, "package.json"), "utf8"));
      for (const kind of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] as const)
        expect([place, kind, packages[place]?.[kind]]).toEqual([place, kind, manifest[kind]]);
    }
  });

  it.concurrent.each(PUBLISHED)(
    "gives %s what docs/licences.md tells of, in the versions that npm finds",
    async (place) => {
      const args = ["ls", "--all", "--omit=dev", "--omit=peer", "--json", "--workspace", place];
      const { stdout } = await exec("npm", args, { cwd: root, maxBuffer: 2 ** 26 });
      const { name }: { name: string } = JSON.parse(await readFile(`${root}${place}/package.json`, "utf8"));
      const sections = (await readFile(`${root}docs/licences.md`, "utf8")).split(/^## /m);
      const section = sections.find((one) => one.split("\n", 1)[0]?.split(", ").includes(name)) ?? "";
      const rows = [...section.matchAll(/^\| (\S+) \| (\d\S*) \|/gm)].map(([, one, version]) => `${one} ${version}`);
      expect(rows.toSorted()).toEqual([...new Set(installedIn(JSON.parse(stdout)))].toSorted());
    },
  );

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
