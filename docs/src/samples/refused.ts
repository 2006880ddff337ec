import { classify, type Contract } from "@omni-contracts/core/language";
import { listAt, objectAt, type JsonObject } from "./json.js";
import { ruleOf, speaksOf, type Rule } from "./rules.js";

/** A refusal that the body tells of, with any status from one to another. */
export interface BodyRefusal {
  readonly from: number;
  readonly to: number;
  readonly rule: Rule;
}

/** The answers by which a submit is refused, and free. Any other one that shows no task leaves open whether there is one. */
export interface Refused {
  readonly statuses: readonly number[];
  readonly inBody: readonly BodyRefusal[];
}

const ERRORS = Array.from({ length: 200 }, (_, i) => 400 + i);

/** A contract that says nothing: what is left is what clients make of a status alone. */
const SILENT: Contract = {
  operations: {},
  lifecycle: {
    charge: { at: "unknown", failed: "unknown" },
    poll: { first: 0, every: [], giveUp: 0 },
    ...{ states: {}, submit: {}, read: {}, representations: {} },
  },
};
const isRefusedAlone = (status: number): boolean => classify(SILENT, "", { status }).outcome === "rejected";

const isForAll = ({ where, has, type }: JsonObject): boolean =>
  where === undefined && has === undefined && type === undefined;

/** Whether every answer with this status is a refusal. The first rule that holds decides. */
function isRefused(rules: readonly JsonObject[], status: number): boolean {
  const own = rules.filter((rule) => speaksOf(rule, status));
  const first = own.findIndex((rule) => rule.outcome !== "rejected" || isForAll(rule));
  return first === -1 ? isRefusedAlone(status) : own[first]?.outcome === "rejected";
}

/** From the first to the last of the statuses that stand side by side. */
function spans(statuses: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const starts = statuses.filter((status, i) => status - 1 !== statuses[i - 1]);
  const ends = statuses.filter((status, i) => status + 1 !== statuses[i + 1]);
  return starts.map((start, i) => [start, ends[i] ?? start]);
}

/** What `x-outcomes` of an operation calls refusals, as far as a sample can say it; `success` is the status of an acceptance. */
export function refusedOf(operation: JsonObject, success: number): Refused {
  const rules = listAt(operation["x-outcomes"]).map(objectAt);
  const statuses = ERRORS.filter((status) => isRefused(rules, status));
  const inBody = rules.flatMap((whole, i): BodyRefusal[] => {
    const { outcome, where, has, type } = whole;
    const rule = ruleOf(where);
    if (outcome !== "rejected" || !rule || has !== undefined || type !== undefined) return [];
    // An acceptance shows a task, and is none of these; what is unknown before is so here, too.
    const isFirst = (status: number) =>
      !rules.slice(0, i).some((other) => other.outcome === "unknown" && speaksOf(other, status));
    const spoken = [success, ...ERRORS].filter((status) => speaksOf(whole, status) && isFirst(status));
    if (spoken.every((status) => statuses.includes(status))) return [];
    return spans(spoken).map(([from, to]) => ({ from, to, rule }));
  });
  return { statuses, inBody };
}
