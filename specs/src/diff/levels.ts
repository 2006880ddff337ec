/** How much a change asks of those who use a contract, from nothing to new code. */
export const LEVELS = ["none", "patch", "minor", "major"] as const;
export type Level = (typeof LEVELS)[number];

export const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);

const rank = (level: Level): number => LEVELS.indexOf(level);

export const isAtLeast = (level: Level, other: Level): boolean => rank(level) >= rank(other);

/** The highest of the levels; `none` when there are none. */
export const highest = (levels: readonly Level[]): Level =>
  levels.reduce<Level>((most, level) => (isAtLeast(level, most) ? level : most), "none");
