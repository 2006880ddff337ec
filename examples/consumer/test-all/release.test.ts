// A release: what `changeset version` makes of this repository, in a copy of it; and the script, in a small repository whose build
// and tests are a line each, with a registry and an origin of its own: killed at every step, repeated, and refused.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PUBLISHED } from "../test/support/project.js";
import { root } from "../test/support/readme.js";
import { startRegistry, type Registry } from "../test/support/registry.js";

const exec = promisify(execFile);
const json = async (file: string) => JSON.parse(await readFile(file, "utf8"));
let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(await realpath(tmpdir()), "omni-release-test-"));
});
afterAll(() => rm(temporary, { recursive: true }));

describe("npm run version-packages, in a copy of this repository", () => {
  let copy: string;
  const versions = () => exec(process.execPath, [join(copy, ".ci/version-packages.mjs")], { cwd: copy });
  /** What is not as it was staged. */
  const written = async () => {
    const { stdout } = await exec("git", ["status", "--porcelain"], { cwd: copy });
    return stdout.split("\n").filter((line) => line !== "" && !line.startsWith("A  "));
  };
  const refusals: { said: string; written: readonly string[] }[] = [];
  /** Runs it in a copy that has something wrong, which is mended afterwards. */
  async function refused(file: string, text: string, without: readonly string[] = []) {
    const path = join(copy, file);
    const before = existsSync(path) ? await readFile(path, "utf8") : undefined;
    for (const one of without) await rm(join(copy, one));
    await writeFile(path, text);
    const was = await written();
    const said = await versions().then(
      () => "it ended well",
      (error: unknown) => (error instanceof Error && "stderr" in error ? String(error.stderr) : "it did not start"),
    );
    refusals.push({ said, written: (await written()).filter((line) => !was.includes(line)) });
    if (before === undefined) await rm(path);
    else await writeFile(path, before);
    for (const one of without) await cp(root + one, join(copy, one));
  }
  beforeAll(async () => {
    copy = join(temporary, "copy");
    // What git knows of, as it is now, and what is built of the contracts.
    const { stdout } = await exec("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
      cwd: root,
    });
    const files = stdout.split("\0").filter((file) => file !== "" && existsSync(root + file));
    for (const folder of new Set(files.map(dirname))) await mkdir(join(copy, folder), { recursive: true });
    await Promise.all(files.map((file) => cp(root + file, join(copy, file))));
    await cp(`${root}specs/dist`, join(copy, "specs/dist"), { recursive: true });
    await symlink(`${root}node_modules`, join(copy, "node_modules"));
    await exec("git", ["init", "--quiet"], { cwd: copy });
    await exec("git", ["add", "--all"], { cwd: copy });
    const bundle = await readFile(join(copy, "specs/dist/apimart.yaml"), "utf8");
    const broken = bundle.replace("failed: refunded", "failed: kept").replace(/^ {2}version: .*$/m, "  version: 9.0.0");
    const pending = files.filter((file) => /^\.changeset\/(?!README).*\.md$/.test(file));
    await refused("specs/dist/apimart.yaml", broken, pending);
    await refused(".changeset/odd.md", '---\n"@x/none": minor\n---\n\nOf a package that there is not.\n');
    await refused(".changeset/odd.md", '---\n"@omni-contracts/codegen": minor\n---\n\nOf a private package.\n');
    await versions();
  });

  it("refuses a change that no changeset tells of, and writes nothing", () => {
    expect(refusals[0]?.said).toContain("apimart: (major) The money of a failed task is kept now; it was refunded.");
    expect(refusals[0]?.said).toContain("@omni-contracts/apimart needs minor and the changesets have none");
    expect(refusals[0]?.said).toContain("`npm run contract:diff -- --write`");
    expect(refusals[0]?.written).toEqual([]);
  });

  it("writes nothing when changesets cannot be made versions", () => {
    expect(refusals[1]?.said).toContain("Found changeset odd for package @x/none");
    expect(refusals[1]?.written).toEqual([]);
  });

  it("writes nothing when a changeset would stay for ever, and no release could ever follow", () => {
    expect(refusals[2]?.said).toContain("version-packages: .changeset/odd.md names no package that is published");
    expect(refusals[2]?.written).toEqual([]);
  });

  it.each(PUBLISHED)("%s gets a version, and a changelog that can be read", async (place) => {
    const [before, after] = [await json(`${root}${place}/package.json`), await json(join(copy, place, "package.json"))];
    if (before.version === "0.0.0") expect(after.version).toBe("0.1.0");
    const text = await readFile(join(copy, place, "CHANGELOG.md"), "utf8");
    expect(text).toContain(`# ${after.name}\n\n## ${after.version}\n\n### `);
    // A line is a sentence for people: no hashes, no list of them, nothing that is there twice.
    expect(text).not.toMatch(/\b[0-9a-f]{7}\b|Updated dependencies|undefined/);
    const lines = text.split("\n").filter((line) => line.startsWith("- "));
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) expect(line).toMatch(/^- [A-Z`*].{20,}/);
  });

  it("packs the changelogs, for who has nothing but the installed package", async () => {
    const args = ["pack", ...PUBLISHED.map((place) => `./${place}`), "--dry-run", "--json", "--ignore-scripts"];
    const packed: { files: { path: string }[] }[] = JSON.parse((await exec("npm", args, { cwd: copy })).stdout);
    const withChangelog = packed.filter(({ files }) => files.some(({ path }) => path === "CHANGELOG.md"));
    expect([packed.length, withChangelog.length]).toEqual([PUBLISHED.length, PUBLISHED.length]);
  });

  it("takes the changesets away, and every package asks for the others as they are now", async () => {
    expect((await readdir(join(copy, ".changeset"))).toSorted()).toEqual(["README.md", "changelog.mjs", "config.json"]);
    const { dependencies } = await json(join(copy, "packages/providers/toapis/package.json"));
    const core = await json(join(copy, "packages/core/package.json"));
    expect(dependencies).toEqual({ "@omni-contracts/core": `^${core.version}` });
  });

  it("makes the present contracts the released ones", async () => {
    for (const file of (await readdir(join(copy, "specs/released"))).filter((name) => name.endsWith(".yaml"))) {
      const now = await readFile(join(copy, "specs/dist", file), "utf8");
      expect(await readFile(join(copy, "specs/released", file), "utf8")).toBe(now);
    }
  });

  it("leaves a lock file that npm ci takes, and files as prettier writes them", async () => {
    await exec("npm", ["ci", "--dry-run", "--offline", "--no-audit", "--no-fund"], { cwd: copy });
    const files = PUBLISHED.flatMap((place) => [`${place}/package.json`, `${place}/CHANGELOG.md`]);
    await exec(process.execPath, [`${root}node_modules/prettier/bin/prettier.cjs`, "--check", ...files], { cwd: copy });
  });
});

// Each starts npm many times over, which takes long on a busy machine.
describe("npm run release, in a small repository", { timeout: 300_000 }, () => {
  const STEPS = ["version", "build", "test", "pack", "publish"] as const;
  let registry: Registry;
  let small: string;
  let home: string;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.close());

  const git = (...args: string[]) => exec("git", args, { cwd: small }).then(({ stdout }) => stdout.trim());
  const write = (file: string, content: object | string) =>
    writeFile(join(small, file), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  let serial = 0;
  beforeEach(async () => {
    serial += 1;
    const [upstream, name] = [join(temporary, `origin-${serial}.git`), (one: string) => `@small${serial}/${one}`];
    small = join(temporary, `small-${serial}`);
    home = join(temporary, `home-${serial}`);
    for (const folder of ["a", "b", ".changeset"]) await mkdir(join(small, folder), { recursive: true });
    await mkdir(home);
    await writeFile(join(home, ".npmrc"), `//${new URL(registry.url).host}/:_authToken=made-up\n`);
    await cp(`${root}.ci`, join(small, ".ci"), { recursive: true });
    // What a step does, and a file outside of every copy in which it says so.
    const step = (one: string, more = "") =>
      `node -e "fs.appendFileSync('${home}/steps', '${one} ');${more} if (process.env.STOP_AT === '${one}') setTimeout(() => {}, 10000)"`;
    const scripts = {
      "version-packages": step(
        "version",
        "for (const p of ['a', 'b']) { const f = p + '/package.json'; fs.writeFileSync(f, fs.readFileSync(f, 'utf8').replace('0.0.0', '0.1.0')) }",
      ),
      build: step("build"),
      bundle: "node -e 0",
      "test:all": step("test"),
    };
    const common = {
      version: "0.0.0",
      license: "MIT",
      publishConfig: { access: "public", provenance: true },
      repository: { type: "git", url: "git+https://github.com/small/small.git" },
    };
    await write("package.json", { name: "small", private: true, workspaces: ["a", "b"], scripts });
    await write("a/package.json", { name: name("a"), ...common, dependencies: { [name("b")]: "0.x" } });
    await write("b/package.json", { name: name("b"), ...common });
    await write(".changeset/one.md", "---\n---\n\nSomething new.\n");
    await write(".gitignore", "node_modules\n");
    await exec("npm", ["install", "--package-lock-only", "--offline", "--no-audit", "--no-fund"], { cwd: small });
    await exec("git", ["init", "--quiet", "--bare", upstream]);
    await git("init", "--quiet", "--initial-branch", "main");
    await git("remote", "add", "origin", upstream);
    for (const [key, value] of [
      ["user.name", "A Person"],
      ["user.email", "person@example.com"],
    ] as const)
      await git("config", key, value);
    await commit();
  });
  const commit = async () => {
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "A change");
    await git("push", "--quiet", "origin", "main");
  };
  /** What a person does for a release: makes versions, and brings them to main. */
  const makeVersions = async () => {
    await exec("npm", ["run", "version-packages"], { cwd: small });
    await rm(join(small, ".changeset/one.md"));
    await commit();
    await rm(join(home, "steps"));
  };

  /** Runs it; where `killAt` is said, sends a signal as soon as that line is shown. */
  function release(
    args: readonly string[],
    stop?: { at: string; signal: NodeJS.Signals; after: string },
    more: Readonly<Record<string, string>> = {},
  ) {
    const env = {
      ...{ ...process.env, ...more },
      npm_config_fetch_retries: "0",
      npm_config_userconfig: join(home, ".npmrc"),
      npm_config_cache: join(home, "cache"),
      TMPDIR: home,
    };
    const script = join(small, ".ci/release.mjs");
    const child = spawn(process.execPath, [script, ...args, "--registry", registry.url], {
      cwd: small,
      env: { ...env, ...(stop && { STOP_AT: stop.at }) },
    });
    let shown = "";
    const listen = (chunk: Buffer) => {
      shown += chunk.toString();
      if (stop && shown.includes(stop.after)) child.kill(stop.signal);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    return new Promise<{ code: number | null; shown: string }>((resolve) => {
      child.once("close", (code) => {
        resolve({ code, shown });
      });
    });
  }
  const steps = () => readFile(join(home, "steps"), "utf8").catch(() => "");
  /** Copies that a run did not take away. */
  const leftBehind = async () => (await readdir(home)).filter((name) => name.startsWith("omni-release-"));

  it("a dry run can be stopped at any step, also without a word, and repeated; it publishes nothing", async () => {
    for (const [i, step] of STEPS.entries()) {
      const signal = i % 2 === 0 ? "SIGINT" : "SIGKILL";
      const stopped = await release(["--dry-run"], { at: step, signal, after: `── ${step}` });
      expect([step, stopped.code]).toEqual([step, signal === "SIGINT" ? 130 : null]);
      if (signal === "SIGINT") expect(stopped.shown).toContain("release: interrupted. Run the same command again.");
      expect((await leftBehind()).length).toBe(signal === "SIGINT" ? 0 : 1);
      expect(await git("status", "--porcelain")).toBe("");
    }
    await rm(join(home, "steps"), { force: true });
    const { code, shown } = await release(["--dry-run"]);
    expect([code, await steps(), await leftBehind()]).toEqual([0, "version build test ", []]);
    const at = STEPS.map((step) => shown.indexOf(`── ${step}`));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(shown).toMatch(
      new RegExp(`@small${serial}/b@0\\.1\\.0: to be published[^]*@small${serial}/a@0\\.1\\.0: to be`),
    );
    expect(shown).toContain("2 packages would be published; nothing was.");
    expect(registry.published.filter((one) => one.startsWith(`@small${serial}/`))).toEqual([]);
    expect([await git("status", "--porcelain"), await git("tag")]).toEqual(["", ""]);
  });

  const published = () => registry.published.filter((one) => one.startsWith(`@small${serial}/`));
  const names = () => [`@small${serial}/b@0.1.0`, `@small${serial}/a@0.1.0`];
  /** Tag → the commit that it has at origin. */
  const tags = async () =>
    Object.fromEntries(
      (await git("ls-remote", "--tags", "origin")).split("\n").flatMap((line) => {
        const [commit = "", label] = line.split("\trefs/tags/");
        return label === undefined ? [] : [[label, commit]];
      }),
    );
  const allAt = (commit: string) => Object.fromEntries(names().map((label) => [label, commit]));

  it("packs without rights, publishes that in order with tags, and does nothing the second time", async () => {
    await makeVersions();
    const folder = join(home, "tarballs");
    const packing = await release(["--pack-only", folder]);
    expect([packing.code, packing.shown]).toEqual([0, expect.stringContaining("2 packages packed; ")]);
    expect([await steps(), published(), await tags(), await git("tag")]).toEqual(["build test ", [], {}, ""]);
    await rm(join(home, "steps"));
    await rm(join(small, "node_modules"), { recursive: true });
    // As `npm run --silent release` starts it.
    const quiet = { npm_config_loglevel: "silent" };
    const { code, shown } = await release(["--tarballs", folder, "--no-provenance"], undefined, quiet);
    expect([code, shown]).toEqual([0, expect.stringContaining("2 packages published.")]);
    expect([published(), await tags()]).toEqual([names(), allAt(await git("rev-parse", "HEAD"))]);
    // No code of anybody's ran beside the token.
    expect([await steps(), existsSync(join(small, "node_modules"))]).toEqual(["", false]);

    // A tag that somebody took away is told of, not guessed.
    const [label = ""] = names();
    await git("tag", "--delete", label);
    await git("push", "--quiet", "origin", `:refs/tags/${label}`);
    const again = await release(["--no-provenance"]);
    expect([again.code, await steps(), await git("tag", "--list", label)]).toEqual([0, "", ""]);
    expect(again.shown).toContain(`${label}: published already\n  It has no tag.`);
    expect(again.shown).toContain("Nothing to publish.");
  });

  it("publishes no tarballs of another commit, and none that say another name than is listed", async () => {
    await makeVersions();
    const folder = join(home, "tarballs");
    await mkdir(join(folder, "package"), { recursive: true });
    await writeFile(join(folder, "package/package.json"), JSON.stringify({ name: "left-pad", version: "9.9.9" }));
    await exec("tar", ["-czf", "one.tgz", "package"], { cwd: folder });
    const list = async (commit: string) => {
      const [name, version] = [`@small${serial}/b`, "0.1.0"];
      await writeFile(
        join(folder, "release.json"),
        JSON.stringify({ commit, packages: [{ name, version, filename: "one.tgz" }] }),
      );
      return (await release(["--tarballs", folder, "--no-provenance"])).shown;
    };
    expect(await list(await git("rev-parse", "HEAD~1"))).toMatch(/was packed of \w{7}, and this is \w{7}/);
    expect(await list(await git("rev-parse", "HEAD"))).toContain("one.tgz is left-pad@9.9.9, which is no version of");
    expect([published(), await tags()]).toEqual([[], {}]);
  });

  it("goes on where a registry stopped it, and a tag is the commit that was published", async () => {
    await makeVersions();
    const commit0 = await git("rev-parse", "HEAD");
    registry.refused.add(`@small${serial}/a`);
    const half = await release(["--no-provenance"]);
    expect([half.code, half.shown]).toEqual([1, expect.stringMatching(/release: `npm publish .* ended with 1\./)]);
    expect(published()).toEqual([`@small${serial}/b@0.1.0`]);
    registry.refused.clear();
    // The registry has it, and says that it has not.
    registry.stumbling.add(`@small${serial}/a`);
    const stumbled = await release(["--no-provenance"]);
    expect([stumbled.code, stumbled.shown]).toEqual([
      1,
      expect.stringContaining(`@small${serial}/b@0.1.0: published already`),
    ]);
    registry.stumbling.clear();
    await write("new.txt", "main has moved on");
    await commit();
    const { code, shown } = await release(["--no-provenance"]);
    expect([code, shown]).toEqual([0, expect.stringContaining("Nothing to publish.")]);
    expect([published(), await tags()]).toEqual([names(), allAt(commit0)]);
  });

  const identity = (repository: string) => ({
    ACTIONS_ID_TOKEN_REQUEST_URL: "http://127.0.0.1:9/",
    GITHUB_REPOSITORY: repository,
  });
  it.each<
    [why: string, change: () => Promise<unknown>, args: readonly string[], told: string, env?: Record<string, string>]
  >([
    [
      "changesets that wait",
      () => Promise.resolve(),
      [],
      "1 changesets wait for a version. Run `npm run version-packages`",
    ],
    [
      "another branch",
      () => git("checkout", "--quiet", "-b", "other"),
      [],
      "Only main is released, and this is other.",
    ],
    ["files that are not committed", () => write("new.txt", "new"), [], "The checkout is not clean:\n?? new.txt"],
    [
      "commits that were not pushed",
      () => git("commit", "--quiet", "--allow-empty", "-m", "x"),
      [],
      "is not origin's main",
    ],
    ["no identity for provenance", () => makeVersions(), [], "Provenance needs a workflow"],
    [
      "a repository that is not the packages' own",
      () => makeVersions(),
      [],
      "says that its repository is small/small, and this is other/small.",
      identity("other/small"),
    ],
    [
      "a version whose tag is another commit",
      async () => {
        await makeVersions();
        // At origin only: whoever runs this may not have fetched it.
        await git("push", "--quiet", "origin", `HEAD~1:refs/tags/@small${serial}/a@0.1.0`);
      },
      [],
      "a@0.1.0 is not in the registry, but its tag is there",
      identity("small/small"),
    ],
    ["a flag that there is not", () => Promise.resolve(), ["--dry"], "Unknown option '--dry'"],
    [
      "an origin that does not answer",
      async () => {
        await makeVersions();
        await git("remote", "set-url", "origin", join(home, "nowhere.git"));
      },
      ["--no-provenance"],
      "`git ls-remote --tags origin",
    ],
    // `npm run release --dry-run` without the `--`: npm takes the flag, and tells of it in the environment only.
    [
      "a dry run of which npm did not hand the flag on",
      () => makeVersions(),
      ["--no-provenance"],
      "npm took --dry-run for a flag of its own: `npm run release -- --dry-run`.",
      { npm_config_dry_run: "true" },
    ],
    [
      "the same, misspelt",
      () => makeVersions(),
      ["--no-provenance"],
      "npm took --dry-run for a flag of its own",
      { npm_config_dryrun: "true" },
    ],
  ])("refuses %s", async (_, change, args, told, env) => {
    await change();
    const { code, shown } = await release(args, undefined, env);
    expect([code, shown]).toEqual([1, expect.stringContaining(`release: `)]);
    expect(shown).toContain(told);
    expect([shown.includes("    at "), await steps(), published()]).toEqual([false, "", []]);
  });
});
