import { isObject, objectAt, type Json, type JsonObject } from "../document.js";
import { isSame, membersAs, missingFrom } from "./canonical.js";
import type { Report } from "./change.js";
import { flat, variantsOf } from "./flat.js";
import type { Level } from "./levels.js";
import { childOf, type Node } from "./node.js";
import { nameOf } from "./pairs.js";
import { comparePrices } from "./prices.js";
import { compareStrange } from "./strange.js";
import { code, shown } from "./words.js";

interface Model {
  readonly ids: readonly Json[];
  readonly facts: JsonObject;
  readonly node: Node;
}

/** The models that a request body unites. */
function modelsIn(body: Node): Model[] {
  return variantsOf(body).flatMap((node) => {
    const { keywords, properties } = flat(node);
    const facts = keywords.get("x-model");
    if (!isObject(facts)) return [];
    const member = properties.get("model");
    return [{ ids: facts.id === undefined ? ((member && flat(member).values) ?? []) : [facts.id], facts, node }];
  });
}

const STATUS_ORDER: readonly Json[] = ["current", "legacy", "retired"];

function compareFacts(old: JsonObject, now: JsonObject, tell: (level: Level, says: string) => void): void {
  if (old.status !== now.status) {
    const isWorse = STATUS_ORDER.indexOf(now.status ?? "") > STATUS_ORDER.indexOf(old.status ?? "");
    const level = now.status === "retired" ? "major" : isWorse ? "minor" : "patch";
    tell(level, `is ${shown(now.status)} now; it was ${shown(old.status)}`);
  }
  for (const key of ["lineage", "version", "channel"]) {
    if (!isSame(old[key], now[key]))
      tell("minor", `has another ${code(key)}: ${shown(now[key])}, not ${shown(old[key])}`);
  }
  if (!isSame(old.successor, now.successor)) tell("patch", `has another successor: ${shown(now.successor)}`);
  const [billed, billedNow] = [objectAt(old.billed), objectAt(now.billed)];
  for (const input of new Set([...Object.keys(billed), ...Object.keys(billedNow)])) {
    if (isSame(billed[input], billedNow[input])) continue;
    const says =
      billedNow[input] === undefined ? "by what is asked for" : `as ${shown(billedNow[input])} whatever is asked for`;
    const was = billed[input] === undefined ? "what was asked for" : shown(billed[input]);
    tell("major", `is billed for ${code(input)} ${says} now; it was ${was}`);
  }
}

const KNOWN = ["id", "lineage", "version", "channel", "status", "successor", "billed", "prices"];

/** Tells what changed in the facts of the models that are on both sides. */
export function compareModels(oldBody: Node, nowBody: Node, report: Report): void {
  const before = modelsIn(oldBody);
  for (const { ids, facts, node } of modelsIn(nowBody)) {
    const old = before.find((one) => missingFrom(ids, one.ids).length < ids.length);
    if (!old) continue;
    const place = childOf(node, "x-model");
    const tell = (level: Level, says: string) => {
      report.add(level, code(nameOf(node)), "", says, place);
    };
    const [was] = old.ids;
    const [is] = ids;
    if (was !== is && ids.includes(was ?? null)) tell("minor", `is the canonical id now; it was ${shown(was)}`);
    compareFacts(old.facts, facts, tell);
    compareStrange(childOf(old.node, "x-model"), place, KNOWN, code(nameOf(node)), report);
    comparePrices(membersAs(old.facts.prices), membersAs(facts.prices), tell);
  }
}
