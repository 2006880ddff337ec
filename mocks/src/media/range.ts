/** The bytes that are asked for, the last one included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, section 14.1.2). What is no range of bytes is ignored, as it has
 * to be; several ranges are answered with the whole, as it may be.
 */
export function rangeOf(header: string | undefined, size: number): Range | "whole" | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    // The last so many bytes. Of an empty file that is all of it, and there is no way to say so in a 206.
    if (BigInt(last) === 0n) return "unsatisfiable";
    return size === 0 ? "whole" : { first: Math.max(0, size - Number(last)), last: size - 1 };
  }
  if (last !== "" && BigInt(first) > BigInt(last)) return "whole";
  if (Number(first) >= size) return "unsatisfiable";
  return { first: Number(first), last: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}
