import { meaningOf } from "./canonical.js";
import { flat, variantsOf, type Flat } from "./flat.js";
import type { Node } from "./node.js";
import { isObject, textOf, type Json } from "../document.js";

/** A value that tells branches apart: a `status`, a `type`, a model's ids. */
const MANY = 24;

const labelsOf = ({ properties, types, values }: Flat): Set<string> => {
  const members = Array.from(properties).flatMap(([name, node]) => {
    const own = flat(node).values ?? [];
    return own.length > MANY ? [] : own.map((value: Json) => `${name}=${meaningOf(value)}`);
  });
  return new Set([...members, ...(values ?? []).map(meaningOf), ...(properties.size > 0 ? [] : (types ?? []))]);
};

/** How alike two sets are, from 0 to 1. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

const modelIds = (schema: Flat): Set<string> => {
  const model = schema.keywords.get("x-model");
  if (!isObject(model)) return new Set();
  const member = schema.properties.get("model");
  const ids = member ? flat(member).values : undefined;
  return new Set(typeof model.id === "string" ? [model.id] : (ids ?? []).map(meaningOf));
};

/** How probable it is that one schema became the other. 0: they are two. */
function likeness(a: Node, b: Node): number {
  const [from, to] = [flat(a), flat(b)];
  const [old, now] = [modelIds(from), modelIds(to)];
  // A model is its ids.
  if (old.size > 0 || now.size > 0) return overlap(old, now) > 0 ? 1 + overlap(old, now) : 0;
  const members = overlap(new Set(from.properties.keys()), new Set(to.properties.keys()));
  const isNamed = a.file === b.file && a.keys.join("/") === b.keys.join("/") ? 0.25 : 0;
  const titles = [a, b].map(({ value }) => textOf(isObject(value) ? value.title : ""));
  const isTitled = titles[0] !== "" && titles[0] === titles[1] ? 0.25 : 0;
  return overlap(labelsOf(from), labelsOf(to)) + members + isNamed + isTitled;
}

const LEAST = 0.5;

/** Which of the old became which of the new; what belongs to none stands alone. */
export function pairs(old: readonly Node[], now: readonly Node[], likelihood = likeness): [Node?, Node?][] {
  const candidates = old
    .flatMap((a) => now.map((b) => ({ a, b, score: likelihood(a, b) })))
    .filter(({ score }) => score >= LEAST)
    .toSorted((x, y) => y.score - x.score);
  const [leftOld, leftNow] = [new Set(old), new Set(now)];
  const found: [Node?, Node?][] = [];
  for (const { a, b } of candidates) {
    if (!leftOld.has(a) || !leftNow.has(b)) continue;
    leftOld.delete(a);
    leftNow.delete(b);
    found.push([a, b]);
  }
  return [
    ...found,
    ...[...leftOld].map((a): [Node?, Node?] => [a]),
    ...[...leftNow].map((b): [Node?, Node?] => [undefined, b]),
  ];
}

/** What people call a branch: the model's id, its title, or its file. */
export function nameOf(node: Node): string {
  const [id] = modelIds(flat(node));
  if (id !== undefined) return id.replaceAll('"', "");
  const title = textOf(isObject(node.value) ? node.value.title : "");
  const file = /([^/]+)\.yaml$/.exec(node.file)?.[1] ?? "";
  return title || (node.keys.length === 0 ? file : (flat(node).types ?? ["form"]).join(" or "));
}

/** Whether no value fits two of them: each has a member, or a type, of its own. */
export function areDisjoint(nodes: readonly Node[]): boolean {
  const schemas = nodes.flatMap(variantsOf).map((node) => flat(node));
  const tells = (name: string) => {
    const values = schemas.map(({ properties }) => {
      const member = properties.get(name);
      return member ? (flat(member).values ?? []).map(meaningOf) : [];
    });
    return values.every((one) => one.length > 0) && new Set(values.flat()).size === values.flat().length;
  };
  const types = schemas.flatMap((schema) => schema.types ?? ["*", "*"]);
  const names = [...(schemas[0]?.properties.keys() ?? [])];
  return new Set(types).size === types.length || names.some(tells);
}
