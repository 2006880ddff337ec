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

/** One segment of a path. Without a key: the items of a list, or those of them that have this text there. */
interface Step {
  readonly key?: string | number;
  readonly filter?: { readonly at: Location; readonly text: string };
}

function parse(path: Path): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 1; at < path.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const segment = SEGMENT.exec(path);
    if (!segment) throw new TypeError(`Not a path of the contract language: ${path} (at ${path.slice(at)})`);
    const [, name, quoted, index, wildcard, filter = "", text = ""] = segment;
    const key = name ?? quoted ?? (index === undefined ? undefined : Number(index));
    if (key !== undefined) steps.push({ key });
    else steps.push(wildcard ? {} : { filter: { at: filter.split(".").slice(1), text } });
  }
  return steps;
}

// A contract has a few dozen paths and asks for them in every answer.
const parsed = new Map<Path, readonly Step[]>();

function stepsOf(path: Path): readonly Step[] {
  const steps = parsed.get(path) ?? parse(path);
  parsed.set(path, steps);
  return steps;
}

/** A value, and where it stands. */
interface Node {
  readonly location: Location;
  readonly value: unknown;
}

function nodesAt(root: unknown, path: Path, current: Location): readonly Node[] {
  let nodes: Node[] = [
    path.startsWith("@") ? { location: current, value: valueAt(root, current) } : { location: [], value: root },
  ];
  for (const { key, filter } of stepsOf(path)) {
    const next: Node[] = [];
    const step = (location: Location, inner: string | number, value: unknown) => {
      if (value !== undefined) next.push({ location: [...location, inner], value });
    };
    for (const { location, value } of nodes) {
      if (key !== undefined) step(location, key, child(value, key));
      else if (Array.isArray(value))
        for (const [i, item] of value.entries())
          if (!filter || valueAt(item, filter.at) === filter.text) step(location, i, item);
    }
    nodes = next;
  }
  return nodes;
}

/**
 * The locations that a path selects, in document order (RFC 9535, section 2, cut down to child names, indexes, wildcards
 * over arrays and equality filters). A name or an index that is absent selects nothing. `current` is what `@` stands for.
 *
 * @throws TypeError when the path is not of that form, which specs/extensions.schema.yaml rules out
 */
export const locate = (root: unknown, path: Path, current: Location = []): Location[] =>
  nodesAt(root, path, current).map(({ location }) => location);

/** The values that a path selects. */
export const select = (root: unknown, path: Path, current: Location = []): unknown[] =>
  nodesAt(root, path, current).map(({ value }) => value);
