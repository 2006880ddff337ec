// A tag for each version, as changesets names them. It is set before the version is published, so that it names the commit that
// was published whatever becomes of the run.
import { read, Refusal, run } from "./run.mjs";

const labelOf = ({ name, version }) => `${name}@${version}`;

/** The commits that a tag has here and at origin; of an annotated tag the commit, not the tag. */
async function commitsOf(root, label) {
  const here = await read(root, "git", ["rev-parse", "--verify", "--quiet", `refs/tags/${label}^{commit}`]).catch(
    () => "",
  );
  const remotes = (await read(root, "git", ["remote"])).split("\n");
  const hasOrigin = remotes.includes("origin");
  const lines = hasOrigin
    ? (await read(root, "git", ["ls-remote", "--tags", "origin", `refs/tags/${label}`, `refs/tags/${label}^{}`])).split(
        "\n",
      )
    : [];
  const there = (lines.find((line) => line.endsWith("^{}")) ?? lines[0] ?? "").split("\t")[0];
  return { here, there, hasOrigin };
}

/** Is there a tag of this version, anywhere? */
export async function isTagged(root, one) {
  const { here, there } = await commitsOf(root, labelOf(one));
  return here !== "" || there !== "";
}

/** @throws Refusal where the tag of this version names another commit than the one that would be published */
export async function assertTaggable(root, one) {
  const { here, there } = await commitsOf(root, labelOf(one));
  const head = await read(root, "git", ["rev-parse", "HEAD"]);
  const other = [here, there].find((commit) => commit !== "" && commit !== head);
  if (other !== undefined)
    throw new Refusal(
      `${labelOf(one)} is not in the registry, but its tag is there, at ${other.slice(0, 7)}: a release of that commit was stopped. Make a new version; or, if nobody can have it, take the tag away here and at origin, and run this again.`,
    );
}

/** Sets the tag on the present commit, here and at origin; does nothing where it is. */
export async function tag(root, one) {
  await assertTaggable(root, one);
  const label = labelOf(one);
  const { here, there, hasOrigin } = await commitsOf(root, label);
  if (here === "") await run(root, "git", ["tag", label]);
  if (hasOrigin && there === "") await run(root, "git", ["push", "--quiet", "origin", `refs/tags/${label}`]);
}
