import { readFileSync } from "node:fs";
import { objectAt, textOf } from "@omni-contracts/specs";

const NAMES = ["@stoplight/prism-core", "@stoplight/prism-http"] as const;

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * What to do where Prism is not installed, which this package does not bring along: a hundred further packages that only its
 * judge needs. `undefined` where it is there.
 */
export function prismMissing(): string | undefined {
  if (NAMES.every(isInstalled)) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const versions = objectAt(objectAt(manifest).peerDependencies);
  return `Prism is not installed. Run: npm install -D ${NAMES.map((name) => `${name}@${textOf(versions[name])}`).join(" ")}`;
}
