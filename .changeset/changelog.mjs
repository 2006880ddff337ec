// How changelogs are written: the text of each changeset and nothing else, and one line for all of our own packages that come along.
// The hashes of changesets' own generator say nothing to who reads the changelog of an installed package.

/** A list item: what follows the first line is moved below it, lists of a contract's changes included. */
const item = (text) => `- ${text.trim().replaceAll("\n", "\n  ").replaceAll(/ +$/gm, "")}`;

export const getReleaseLine = ({ summary }) => Promise.resolve(item(summary));

export function getDependencyReleaseLine(_changesets, dependencies) {
  const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
  return Promise.resolve(names.length === 0 ? "" : `- Made for ${names.join(" and ")}.`);
}
