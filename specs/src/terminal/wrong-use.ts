/** What the user gave cannot be used. The message is one line that names the flag and the fix. */
export class WrongUse extends Error {}

/** The first line of what an error says: parsers add a picture of the place. */
export function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.trim().replace(/[:.]$/, "");
}

const REASONS = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "you have no right to read it"],
  ["EPERM", "you have no right to read it"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of the path is a file"],
]);

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Why a file could not be read, in words. */
export const reasonOf = (error: unknown): string => REASONS.get(codeOf(error)) ?? firstLine(error);
