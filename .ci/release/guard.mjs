// What must hold before anything is really published: a version in a registry cannot be taken back.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { read, Refusal } from "./run.mjs";

/** Changesets that no version was made of yet. */
export const pendingIn = (root) =>
  readdirSync(join(root, ".changeset")).filter((file) => file.endsWith(".md") && file !== "README.md");

/** The flags that choose another thing than to publish, as they are told from what is left of them in a variable's name. */
const HARMLESS = { "dry-run": /^dry/, "pack-only": /^packonly$/, tarballs: /^tarballs$/ };

/**
 * `npm run release --dry-run`, without a `--` before the flag: npm keeps it to itself and starts a release in earnest. It leaves
 * a variable in the environment, even for a flag that it does not know, so a misspelt one is found as well.
 *
 * @throws Refusal where npm took a flag that was meant for the release
 */
export function assertFlagsArrived(env) {
  const kept = Object.entries(env)
    .filter(([name, value]) => /^npm_config_/i.test(name) && value !== "" && value !== "false")
    .map(([name]) => name.slice("npm_config_".length).toLowerCase().replaceAll(/[_-]/g, ""));
  for (const [flag, form] of Object.entries(HARMLESS))
    if (kept.some((name) => form.test(name)))
      throw new Refusal(`npm took --${flag} for a flag of its own: \`npm run release -- --${flag}\`.`);
}

/** @throws Refusal for anything but main, as it was pushed, with all its versions made */
export async function assertReleasable(root) {
  const git = (...args) => read(root, "git", args);
  const branch = await git("rev-parse", "--abbrev-ref", "HEAD");
  if (branch !== "main") throw new Refusal(`Only main is released, and this is ${branch}.`);
  const changed = await git("status", "--porcelain");
  if (changed !== "") throw new Refusal(`The checkout is not clean:\n${changed}`);
  const pushed = await git("rev-parse", "--verify", "--quiet", "refs/remotes/origin/main").catch(() => undefined);
  if (pushed !== undefined && pushed !== (await git("rev-parse", "HEAD")))
    throw new Refusal("This main is not origin's main. Pull, or push first: what is published must be found there.");
  const pending = pendingIn(root);
  if (pending.length > 0)
    throw new Refusal(
      `${pending.length} changesets wait for a version. Run \`npm run version-packages\`, bring what it wrote to main, and release that.`,
    );
}

/** The repository that a manifest names, as GitHub names it: `owner/name`. */
const repositoryOf = ({ repository }) =>
  /github\.com[/:](.+?)(?:\.git)?$/.exec(repository?.url ?? repository ?? "")?.[1];

/**
 * Provenance says which workflow of which repository built a package; npm refuses it when that is not the package's own.
 *
 * @throws Refusal where a package could not be published with it
 */
export function assertProvenance(packages, env) {
  if (env.ACTIONS_ID_TOKEN_REQUEST_URL === undefined)
    throw new Refusal(
      "Provenance needs a workflow that may ask for an identity (id-token: write): run .github/workflows/release.yml. A registry that knows no provenance: --no-provenance.",
    );
  const other = packages.find(({ manifest }) => repositoryOf(manifest) !== env.GITHUB_REPOSITORY);
  if (other !== undefined)
    throw new Refusal(
      `${other.folder}/package.json says that its repository is ${repositoryOf(other.manifest)}, and this is ${env.GITHUB_REPOSITORY}. npm would refuse its provenance.`,
    );
}
