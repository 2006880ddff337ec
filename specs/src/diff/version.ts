import type { Level } from "./levels.js";

/** A version without a pre-release part: https://semver.org */
export type Version = readonly [major: number, minor: number, patch: number];

/** @throws Error that shows the text, when it is no `1.2.3` */
export function parseVersion(text: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  if (major === undefined) throw new Error(`"${text}" is no version; write three numbers, like 0.2.0.`);
  return [Number(major), Number(minor), Number(patch)];
}

/** Below 0 when the first is older, above 0 when it is newer. */
export function compareVersions(a: string, b: string): number {
  const other = parseVersion(b);
  const differences = parseVersion(a).map((number, i) => number - (other[i] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/**
 * The bump that a change needs when the last release is `version`. Below 1.0.0 the second number is the one that `^` holds
 * still, so a breaking change raises it, and everything else raises the third; who reads `^0.2.0` gets no break.
 */
export function bumpFor(level: Level, version: string): Level {
  // In pre mode packages have versions like 0.2.0-next.1.
  const [major] = parseVersion(version.replace(/-.*$/, ""));
  if (major > 0 || level === "none") return level;
  return level === "major" ? "minor" : "patch";
}

/** The version after such a bump. */
export function raised(version: string, bump: Level): string {
  const [major, minor, patch] = parseVersion(version);
  const next = {
    none: [major, minor, patch],
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  };
  return next[bump].join(".");
}
