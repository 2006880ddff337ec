import type { Path } from "./contract.js";
import { isObject } from "./objects.js";

/** Where a value stands: the keys that lead to it from the root; what RFC 9535 writes as a normalized path. */
export type Location = readonly (string | number)[];

// One segment of RFC 9535: .name, ['name'], [0], [*] or [?@.name == 'text'].
const SEGMENT = /\.([A-Za-z_]\w*)|\['([^']+)'\]|\[(\d+)\]|(\[\*\])|\[\?@((?:\.[A-Za-z_]\w*)+) == '([^']*)'\]/gy;

function child(value: unknown, key: string | number): unknown {
  if (typeof key === "number") return Array.isArray(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value that stands at a location, or `undefined`. */
export const valueAt = (root: unknown, location: Location): unknown => location.reduce(child, root);

/** Puts a value where another one stands; does nothing where its parent is missing. Changes `root`. */
export function putAt(root: unknown, location: Location, value: unknown): void {
  const parent = valueAt(root, location.slice(0, -1));
  const key = location.at(-1);
  if (isObject(parent) && typeof key === "string") parent[key] = value;
  if (Array.isArray(parent) && typeof key === "number") parent[key] = value;
}

/**
 * The locations that a path selects, in document order (RFC 9535, section 2, cut down to child names, indexes, wildcards
 * over arrays and equality filters). A name or an index that is absent selects nothing. `current` is what `@` stands for.
 *
 * @throws TypeError when the path is not of that form, which specs/extensions.schema.yaml rules out
 */
export function locate(root: unknown, path: Path, current: Location = []): Location[] {
  let found: Location[] = [path.startsWith("@") ? current : []];
  for (let at = 1; at < path.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const segment = SEGMENT.exec(path);
    if (!segment) throw new TypeError(`Not a path of the contract language: ${path} (at ${path.slice(at)})`);
    const [, name, quoted, index, wildcard, filter = "", text] = segment;
    const key = name ?? quoted ?? (index === undefined ? undefined : Number(index));
    found = found.flatMap((location) => {
      const value = valueAt(root, location);
      if (key !== undefined) return child(value, key) === undefined ? [] : [[...location, key]];
      const picks = (item: unknown) => wildcard ?? valueAt(item, filter.split(".").slice(1)) === text;
      return Array.isArray(value) ? value.flatMap((item, i) => (picks(item) ? [[...location, i]] : [])) : [];
    });
  }
  return found;
}

/** The values that a path selects. */
export const select = (root: unknown, path: Path, current?: Location): unknown[] =>
  locate(root, path, current).map((location) => valueAt(root, location));
