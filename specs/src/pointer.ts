import { isObject, type Json } from "./document.js";

// One segment of a path of the contract language: .name, ['name'], [0] or [*]; a filter has no pointer.
const SEGMENT = /\.([A-Za-z_]\w*)|\['([^']+)'\]|\[(\d+)\]|\[(\*)\]/gy;

/** The JSON Pointer (RFC 6901) of the first value that a path can select; `undefined` for a path with a filter. */
export function pointerOf(path: string): string | undefined {
  const tokens: string[] = [];
  for (let at = 1; at < path.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const [found, name, quoted, index] = SEGMENT.exec(path) ?? [];
    if (found === undefined) return undefined;
    tokens.push(name ?? quoted ?? index ?? "0");
  }
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value at a JSON Pointer. */
export function valueAtPointer(body: Json | undefined, pointer: string): Json | undefined {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<Json | undefined>((at, token) => {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) ? at[key] : undefined;
  }, body);
}
