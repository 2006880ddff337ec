import type { Connection } from "../connection.js";

/** A key as it may stand in JSON: its characters, or escapes of them (RFC 8259, section 7). */
function writtenAnyhow(key: string): RegExp {
  const codes = Array.from(key, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return new RegExp(codes.map((code) => `(?:\\\\?${code}|\\${code})`).join(""), "gi");
}

/** What takes the keys of a connection out of a text. */
export function createRedact({ usedKeys }: Connection): (text: string) => string {
  const patterns = new Map<string, RegExp>();
  const patternOf = (key: string): RegExp => {
    const pattern = patterns.get(key) ?? writtenAnyhow(key);
    patterns.set(key, pattern);
    return pattern;
  };
  return (text) =>
    Array.from(usedKeys)
      // What is shorter than any real key (a mock takes anything) may stand in an answer by chance.
      .filter((key) => key.length >= 8)
      .reduce((shown, key) => shown.replace(patternOf(key), "[key]"), text);
}
