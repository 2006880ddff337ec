// npm run release: version → build → test → pack → publish. What it does, and when it refuses: CONTRIBUTING.md, "Releasing".
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { publishedIn } from "./published.mjs";
import { takeFolder } from "./release/copy.mjs";
import { assertProvenance, assertReleasable, pendingIn } from "./release/guard.mjs";
import { endOnSignals, onEnd, read, Refusal, run } from "./release/run.mjs";

const USAGE = `Usage: npm run release -- [flags]

version → build → test → pack → publish, of every package whose version the
registry does not have yet. May be interrupted and repeated at any time.

  --dry-run        in a copy of the last commit, with the versions that the
                   pending changesets give; publishes nothing, changes nothing
  --registry url   another registry                        [the one of npm]
  --no-provenance  for a registry that knows no provenance
  --help           print this, and end
`;
const FLAGS = {
  "dry-run": { type: "boolean", default: false },
  registry: { type: "string" },
  "no-provenance": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
};
const root = fileURLToPath(new URL("..", import.meta.url));

function flagsOf(args) {
  try {
    return parseArgs({ args, options: FLAGS }).values;
  } catch (error) {
    throw new Refusal(`${error.message}\n\n${USAGE}`);
  }
}

/** Versions of a package that a registry has; none where it does not know the package. */
async function versionsAt(registry, name) {
  try {
    const text = await read(root, "npm", ["view", name, "versions", "--json", "--prefer-online", ...registry]);
    return text === "" ? [] : [JSON.parse(text)].flat();
  } catch (error) {
    if (/\bE404\b/.test(error.stderr ?? "")) return [];
    throw new Refusal(`The registry does not say which versions of ${name} it has:\n${error.stderr ?? error.message}`);
  }
}

/** A tag for each version, as changesets names them. One that is there stays where it is. */
async function tag({ name, version }) {
  const label = `${name}@${version}`;
  if ((await read(root, "git", ["tag", "--list", label])) === "") await run(root, "git", ["tag", label]);
  const remotes = (await read(root, "git", ["remote"])).split("\n");
  if (!remotes.includes("origin")) return;
  if ((await read(root, "git", ["ls-remote", "--tags", "origin", `refs/tags/${label}`])) === "")
    await run(root, "git", ["push", "--quiet", "origin", `refs/tags/${label}`]);
}

async function release(flags) {
  const isDry = flags["dry-run"];
  const registry = flags.registry === undefined ? [] : ["--registry", flags.registry];
  const pending = pendingIn(root).length;
  const commit = await read(root, "git", ["rev-parse", "--short", "HEAD"]);
  if (!isDry) {
    await assertReleasable(root);
    if (!flags["no-provenance"]) assertProvenance(publishedIn(root), process.env);
  }
  const { folder, remove } = takeFolder(root);
  onEnd(remove);
  try {
    const place = isDry ? join(folder, "copy") : root;
    const packed = join(folder, "packed");
    const heading = (name) => console.log(`\n── ${name}`);
    console.log(`${isDry ? "Dry run: a copy" : "Release"} of ${commit}, ${pending} pending changesets.`);
    console.log("Steps: version → build → test → pack → publish. Interrupt at any time, and run it again.");

    heading("version");
    if (isDry) {
      if ((await read(root, "git", ["status", "--porcelain"])) !== "")
        console.log("What is not committed is left out.");
      await run(root, "git", ["clone", "--quiet", "--no-hardlinks", root, place]);
    }
    await run(place, "npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
    // A step that was done before, here or in the run that was interrupted, is answered from the checkout's cache.
    const env = {
      TURBO_CACHE_DIR: join(root, ".turbo/cache"),
      TURBO_TELEMETRY_DISABLED: "1",
      REDOCLY_TELEMETRY: "off",
    };
    if (isDry && pending > 0) await run(place, "npm", ["run", "--silent", "version-packages"], env);

    const packages = publishedIn(place);
    const wanted = [];
    for (const one of packages) {
      const isThere = (await versionsAt(registry, one.name)).includes(one.version);
      if (!isThere) wanted.push(one);
      console.log(`${one.name}@${one.version}: ${isThere ? "published already" : "to be published"}`);
    }
    if (wanted.length > 0) {
      heading("build");
      await run(place, "npm", ["run", "--silent", "build"], env);
      await run(place, "npm", ["run", "--silent", "bundle"], env);
      heading("test");
      await run(place, "npm", ["run", "--silent", "test:all"], env);
      heading("pack");
      mkdirSync(packed);
      const folders = wanted.map((one) => `./${one.folder}`);
      const args = ["pack", ...folders, "--json", "--ignore-scripts", "--pack-destination", packed];
      const tarballs = JSON.parse(await read(place, "npm", args));
      for (const { id, entryCount, size } of tarballs)
        console.log(`${id}: ${entryCount} files, ${Math.ceil(size / 1024)} KB`);
      heading(isDry ? "publish (dry run)" : "publish");
      const mode = [...(isDry ? ["--dry-run"] : []), flags["no-provenance"] ? "--no-provenance" : "--provenance"];
      for (const one of wanted) {
        const { filename } = tarballs.find(({ name }) => name === one.name);
        // Asked again: an interrupted run, or somebody else's, may have been quicker.
        if ((await versionsAt(registry, one.name)).includes(one.version)) console.log(`${one.name} is there already.`);
        else await run(place, "npm", ["publish", join(packed, filename), "--ignore-scripts", ...mode, ...registry]);
        if (!isDry) await tag(one);
      }
    }
    if (!isDry) for (const one of packages.filter((other) => !wanted.includes(other))) await tag(one);
    const done = isDry ? "would be published; nothing was" : "published";
    console.log(`\n${wanted.length === 0 ? "Nothing to publish." : `${wanted.length} packages ${done}.`}`);
  } finally {
    remove();
  }
}

endOnSignals();
try {
  const flags = flagsOf(process.argv.slice(2));
  if (flags.help) process.stdout.write(USAGE);
  else await release(flags);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`release: ${error.message}`);
  process.exitCode = 1;
}
