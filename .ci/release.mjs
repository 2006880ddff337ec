// npm run release: version → build → test → pack → publish. What it does, and when it refuses: CONTRIBUTING.md, "Releasing".
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { publishedIn } from "./published.mjs";
import { takeFolder } from "./release/copy.mjs";
import { assertFlagsArrived, assertProvenance, assertReleasable, pendingIn } from "./release/guard.mjs";
import { isPublished, publish } from "./release/registry.mjs";
import { endOnSignals, onEnd, read, Refusal, run } from "./release/run.mjs";
import { assertTaggable, isTagged, tag } from "./release/tags.mjs";
import { pack, packedIn } from "./release/tarballs.mjs";

const USAGE = `Usage: npm run release -- [flags]

version → build → test → pack → publish, of every package whose version the
registry does not have yet. May be interrupted and repeated at any time.

  --dry-run           in a copy of the last commit, with the versions that the
                      pending changesets give; publishes nothing, changes nothing
  --pack-only folder  ends after packing, into this folder: needs no rights
  --tarballs folder   publishes what --pack-only has packed of this commit, and
                      runs nothing else
  --registry url      another registry                     [the one of npm]
  --no-provenance     for a registry that knows no provenance
  --help              print this, and end
`;
const FLAGS = {
  "dry-run": { type: "boolean", default: false },
  "pack-only": { type: "string" },
  tarballs: { type: "string" },
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

const heading = (name) => console.log(`\n── ${name}`);

/** Commits everything in a copy, as a release finds it: tests look at what git tracks. */
async function commitAll(place, message) {
  await run(place, "git", ["add", "--all"]);
  const who = ["-c", "user.name=release", "-c", "user.email=release@localhost", "-c", "commit.gpgsign=false"];
  await run(place, "git", [...who, "commit", "--quiet", "--no-verify", "--message", message]);
}

/** What this place has and the registry has not. */
async function wantedIn(place, registry, isDry) {
  const wanted = [];
  for (const one of publishedIn(place)) {
    const isThere = await isPublished(root, registry, one);
    if (!isThere) wanted.push(one);
    console.log(`${one.name}@${one.version}: ${isThere ? "published already" : "to be published"}`);
    if (isDry) continue;
    if (!isThere) await assertTaggable(root, one);
    // Only by hand: a tag comes before what it names. Which commit that was, its provenance says.
    else if (!(await isTagged(root, one))) console.log(`  It has no tag. Set one on the commit that it was made of.`);
  }
  return wanted;
}

/** Builds, tests and packs what is wanted. */
async function make(place, wanted, packed, env) {
  heading("build");
  await run(place, "npm", ["run", "--silent", "build"], env);
  await run(place, "npm", ["run", "--silent", "bundle"], env);
  heading("test");
  await run(place, "npm", ["run", "--silent", "test:all"], env);
  heading("pack");
  return pack(place, wanted, packed);
}

/** Publishes, those that others need first; each has its tag before. */
async function publishAll(packages, list, folder, { isDry, mode, registry }) {
  heading(isDry ? "publish (dry run)" : "publish");
  let count = 0;
  for (const one of packages) {
    const tarball = list.find(({ name }) => name === one.name);
    if (tarball === undefined) continue;
    // Asked again: an interrupted run, or somebody else's, may have been quicker.
    if (await isPublished(root, registry, one)) {
      console.log(`${one.name} is there already.`);
      continue;
    }
    if (!isDry) await tag(root, one);
    await publish(root, join(folder, tarball.filename), [...mode, ...registry]);
    count += 1;
  }
  return count;
}

const summary = (count, done) => console.log(`\n${count === 0 ? "Nothing to publish." : `${count} packages ${done}.`}`);

async function release(flags) {
  const isDry = flags["dry-run"];
  const { tarballs, "pack-only": into } = flags;
  if ([isDry, tarballs, into].filter((one) => one !== undefined && one !== false).length > 1)
    throw new Refusal("--dry-run, --pack-only and --tarballs are three different things.");
  const registry = flags.registry === undefined ? [] : ["--registry", flags.registry];
  const mode = [...(isDry ? ["--dry-run"] : []), flags["no-provenance"] ? "--no-provenance" : "--provenance"];
  const pending = pendingIn(root).length;
  const commit = await read(root, "git", ["rev-parse", "--short", "HEAD"]);
  if (!isDry) {
    await assertReleasable(root);
    if (into === undefined && !flags["no-provenance"]) assertProvenance(publishedIn(root), process.env);
  }
  if (tarballs !== undefined) {
    const folder = resolve(tarballs);
    const packages = publishedIn(root);
    const list = await packedIn(root, folder, packages);
    return summary(await publishAll(packages, list, folder, { isDry, mode, registry }), "published");
  }
  const { folder, remove } = takeFolder(root);
  onEnd(remove);
  try {
    const place = isDry ? join(folder, "copy") : root;
    const packed = into === undefined ? join(folder, "packed") : resolve(into);
    console.log(`${isDry ? "Dry run: a copy" : "Release"} of ${commit}, ${pending} pending changesets.`);
    console.log("Steps: version → build → test → pack → publish. Interrupt at any time, and run it again.");

    heading("version");
    // A step that was done before, here or in the run that was interrupted, is answered from the checkout's cache.
    const env = {
      TURBO_CACHE_DIR: join(root, ".turbo/cache"),
      TURBO_TELEMETRY_DISABLED: "1",
      REDOCLY_TELEMETRY: "off",
    };
    const install = () => run(place, "npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
    if (isDry) {
      if ((await read(root, "git", ["status", "--porcelain"])) !== "")
        console.log("What is not committed is left out.");
      await run(root, "git", ["clone", "--quiet", "--no-hardlinks", root, place]);
      await install();
      if (pending > 0) {
        await run(place, "npm", ["run", "--silent", "version-packages"], env);
        await commitAll(place, "Versions");
      }
    }
    const wanted = await wantedIn(place, registry, isDry);
    if (!isDry && wanted.length > 0) await install();
    const list = wanted.length > 0 ? await make(place, wanted, packed, env) : [];
    if (into !== undefined) {
      if (wanted.length === 0) await pack(place, [], packed);
      return summary(wanted.length, `packed; --tarballs ${into} publishes them`);
    }
    const options = { isDry, mode, registry };
    if (wanted.length > 0) await publishAll(wanted, list, packed, options);
    summary(wanted.length, isDry ? "would be published; nothing was" : "published");
  } finally {
    remove();
  }
}

endOnSignals();
try {
  const flags = flagsOf(process.argv.slice(2));
  if (flags.help) process.stdout.write(USAGE);
  else {
    assertFlagsArrived(process.env);
    await release(flags);
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`release: ${error.message}`);
  process.exitCode = 1;
}
