// What samples take for a refusal of a submit is what the clients take for one.
import { classify } from "@omni-contracts/core/language";
import { contractOf } from "@omni-contracts/mocks";
import { fixturesOf, objectAt } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { requestOf, samplesOf } from "../src/samples/index.js";
import type { Rule } from "../src/samples/rules.js";
import { source } from "./support.js";

const submits = source.documents.flatMap((document) =>
  Object.keys(objectAt(objectAt(document.root["x-lifecycle"]).submit)).map(
    (id) => [document.provider, id, document] as const,
  ),
);

const valueAt = (body: unknown, keys: Rule[number]["at"]): unknown =>
  keys.reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), body);
const holds = (rule: Rule, body: unknown): boolean =>
  rule.every(({ at, is }) => is?.some((one) => one === valueAt(body, at)) ?? false);

it.each(submits)("%s %s is refused as its contract says", (_, id, document) => {
  const { flow } = requestOf(document, id);
  if (flow.kind !== "submit") throw new Error("no submit");
  const { statuses, inBody } = flow.refused;
  const contract = contractOf(document);
  const answers = [
    ...fixturesOf(document).filter((one) => one.id === id),
    ...Array.from({ length: 200 }, (_, i) => ({ status: 400 + i, body: {} })),
  ];
  const outcomes = new Set<string>();
  for (const { status, body } of answers) {
    const { outcome } = classify(contract, id, { status, body });
    const says = inBody.some(({ from, to, rule }) => status >= from && status <= to && holds(rule, body));
    expect([status, body, statuses.includes(status) || says]).toEqual([status, body, outcome === "rejected"]);
    outcomes.add(outcome);
  }
  expect([...outcomes].toSorted()).toEqual(["accepted", "rejected", "unknown"]);
});

it.each(submits)("%s %s: an answer that is no refusal is never called one", (_, id, document) => {
  const texts = samplesOf(requestOf(document, id)).filter(({ label }) => label !== "curl" && label !== "TypeScript");
  expect(texts).toHaveLength(3);
  for (const { source: text } of texts) {
    expect(text.match(/Not accepted, and not repeated/g)).toHaveLength(1);
    expect(text.match(/may exist and cost money/g)).toHaveLength(2);
  }
});
