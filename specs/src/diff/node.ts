import { isObject, type Document, type Json } from "../document.js";

/** A value of a bundle, and the hand-written file that it came from. References are followed. */
export interface Node {
  readonly document: Document;
  readonly value: Json | undefined;
  /** Relative to the provider's folder: `components/schemas/Prompt.yaml`. */
  readonly file: string;
  /** The way to the value inside that file. */
  readonly keys: readonly string[];
}

const REFERENCE = /^#\/components\/([^/]+)\/([^/]+)$/;
const plain = (name: string): string => name.replaceAll("~1", "/").replaceAll("~0", "~");

function followed(node: Node): Node {
  const reference = isObject(node.value) ? node.value.$ref : undefined;
  if (typeof reference !== "string") return node;
  const [, kind, name] = REFERENCE.exec(reference) ?? [];
  if (kind === undefined || name === undefined) {
    throw new Error(`${node.document.provider}: ${reference} names no component; bundle the contract again.`);
  }
  const components = node.document.root.components;
  const group = isObject(components) ? components[kind] : undefined;
  const value = isObject(group) ? group[plain(name)] : undefined;
  if (value === undefined) throw new Error(`${node.document.provider}: ${reference} leads nowhere.`);
  // Security schemes stand in the root file.
  const place =
    kind === "securitySchemes"
      ? { file: "openapi.yaml", keys: ["components", kind, plain(name)] }
      : { file: `components/${kind}/${plain(name)}.yaml`, keys: [] };
  return followed({ document: node.document, value, ...place });
}

export const rootOf = (document: Document): Node => ({
  document,
  value: document.root,
  file: "openapi.yaml",
  keys: [],
});

/** The member of that name; its value is `undefined` where there is none. */
export function childOf(node: Node, key: string | number): Node {
  const { value } = node;
  const inside = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
  return followed({ ...node, value: inside, keys: [...node.keys, String(key)] });
}

/** The members of an object, or of an array by their index. */
export function membersOf(node: Node): [string, Node][] {
  const { value } = node;
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return keys.map((key) => [key, childOf(node, key)]);
}

/** The items of an array; a value that is none counts as a list of itself. */
export const itemsOf = (node: Node): Node[] =>
  node.value === undefined ? [] : Array.isArray(node.value) ? membersOf(node).map(([, item]) => item) : [node];

/** A value with everything that its references lead to; one that leads back to itself ends there. */
export function expanded(node: Node, above: readonly (Json | undefined)[] = []): Json {
  const { value = null } = node;
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value)) return "↑";
  const members = membersOf(node).map(([key, member]) => [key, expanded(member, [...above, value])] as const);
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
}

/** The file in which a URL or a webhook is written by hand, as `omni/path-files` wants it. */
const PATH_FILES = {
  paths: (name: string) => `paths/${name.replace(/^\//, "").replaceAll("/", "_")}.yaml`,
  webhooks: (name: string) => `paths/webhook_${name}.yaml`,
};

/** The path items, or the webhooks, by their URL or name. */
export const pathItemsOf = (document: Document, group: keyof typeof PATH_FILES): [string, Node][] =>
  membersOf(childOf(rootOf(document), group)).map(([name, item]) => [
    name,
    { ...item, file: PATH_FILES[group](name), keys: [] },
  ]);
