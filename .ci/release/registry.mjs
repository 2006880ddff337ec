// What a registry knows, and giving it more.
import { read, Refusal, run } from "./run.mjs";

/** Versions of a package that a registry has; none where it does not know the package. */
async function versionsAt(root, registry, name) {
  try {
    // Under `npm run --silent` it would say nothing of why it fails.
    const options = ["--json", "--prefer-online", "--loglevel=error", ...registry];
    const text = await read(root, "npm", ["view", name, "versions", ...options]);
    return text === "" ? [] : [JSON.parse(text)].flat();
  } catch (error) {
    if (/\bE404\b/.test(error.stderr ?? "")) return [];
    throw new Refusal(`The registry does not say which versions of ${name} it has:\n${error.stderr ?? error.message}`);
  }
}

export const isPublished = async (root, registry, { name, version }) =>
  (await versionsAt(root, registry, name)).includes(version);

/** Publishes a tarball as it is: no script of any package runs. */
export const publish = (root, tarball, args) => run(root, "npm", ["publish", tarball, "--ignore-scripts", ...args]);
