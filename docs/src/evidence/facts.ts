// Facts of a contract, each with how it is known.
import { isObject, objectAt, textOf, type Document, type Json, type JsonObject } from "@omni-contracts/specs";

export const LEVELS = ["documented", "reported", "observed", "inferred"] as const;
export type Level = (typeof LEVELS)[number];

export const KINDS = ["operation", "parameter", "header", "member", "example", "rule", "price", "lifecycle"] as const;
export type Kind = (typeof KINDS)[number];

export interface Fact {
  readonly kind: Kind;
  /** Where it stands in the contract: `components/schemas/Task/properties/status`. */
  readonly place: string;
  readonly level: Level;
  readonly note?: string;
  readonly sources: readonly string[];
}

type Evidence = Pick<Fact, "level" | "note" | "sources">;

const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);

/** What `x-evidence` says; a bare name is a source that documents it. Nothing where there is none. */
function evidenceAt(value: Json | undefined): Evidence | undefined {
  if (typeof value === "string") return { level: "documented", sources: [value] };
  if (!isObject(value) || !isLevel(value.level)) return undefined;
  const note = textOf(value.note);
  return { level: value.level, sources: [value.source ?? []].flat().map(textOf), ...(note && { note }) };
}

/** A price list says it in members of its own. */
const priceEvidence = ({ level, source }: JsonObject): Evidence => ({
  level: isLevel(level) ? level : "documented",
  sources: [source ?? []].flat().map(textOf),
});

const METHODS = new Set(["get", "post", "put", "patch", "delete"]);

/** The kind of fact that stands below these keys; nothing where it is only a part of one. */
function kindOf(keys: readonly string[]): Kind | undefined {
  const [last = "", parent = "", above = ""] = keys.toReversed();
  if (METHODS.has(last) && (above === "paths" || above === "webhooks")) return "operation";
  if (parent === "parameters") return "parameter";
  if (parent === "headers") return "header";
  if (parent === "examples") return "example";
  if (parent === "properties") return "member";
  if (parent === "x-outcomes" || parent === "x-errors") return "rule";
  if (parent === "prices" && above === "x-model") return "price";
  return parent === "x-lifecycle" && last !== "evidence" ? "lifecycle" : undefined;
}

/** Below these nothing is said of the API: they are samples, or words of the language. */
const CLOSED = new Set(["value", "example", "default", "x-sources", "x-input", "x-evidence"]);

function* factsBelow(value: Json, keys: readonly string[], inherited: Evidence): Generator<Fact> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* factsBelow(one, [...keys, String(i)], inherited);
    return;
  }
  if (!isObject(value)) return;
  const kind = kindOf(keys);
  const own = kind === "price" ? priceEvidence(value) : evidenceAt(value["x-evidence"] ?? value.evidence);
  const evidence = own ?? inherited;
  // What is only a reference is told where it leads.
  if (kind && !("$ref" in value)) yield { kind, place: keys.join("/"), ...evidence };
  for (const [key, one] of Object.entries(value)) {
    const isName = ["properties", "examples", "headers"].includes(keys.at(-1) ?? "");
    if (isName || !CLOSED.has(key)) yield* factsBelow(one, [...keys, key], evidence);
  }
}

/** Every fact of a contract. */
export function factsOf({ root }: Document): Fact[] {
  const start = evidenceAt(root["x-evidence"]) ?? { level: "inferred", sources: [] };
  return ["paths", "webhooks", "components", "x-lifecycle"].flatMap((part) => [
    ...factsBelow(objectAt(root[part]), [part], start),
  ]);
}
