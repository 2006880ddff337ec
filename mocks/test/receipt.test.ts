import { classify, type Contract } from "@omni-contracts/core/language";
import { providers, type JsonObject } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { createAnswers } from "../src/engine/answers.js";
import { contractOf } from "../src/engine/contract-of.js";
import { randomFrom } from "../src/engine/random.js";
import { receiptOf } from "../src/engine/receipt.js";
import { fieldsOf } from "../src/transport/http.js";
import { documentOf } from "./mocking.js";

const submits = providers().flatMap((provider) =>
  Object.keys(contractOf(documentOf(provider)).lifecycle.submit).map((id) => [provider, id] as const),
);

// `client_business_id` is a capture that stands in the request; the others say nothing of the handle.
const REQUESTS: readonly JsonObject[] = [
  {},
  { model: "m", prompt: "a lantern" },
  { client_business_id: "order-7" },
  { client_business_id: " " },
];

describe("a copy of the example that accepts a submit", () => {
  it.each(submits)("of %s %s tells the same of its task as the contract's rules", (provider, id) => {
    const document = documentOf(provider);
    const contract = contractOf(document);
    const answers = createAnswers(document, contract);
    const example = answers.successExample(id);
    if (!example) throw new Error(`${provider} ${id} has no example of success.`);
    const receipt = receiptOf(contract, id, answers.of(example));
    const random = randomFrom(1);
    for (const request of REQUESTS) {
      const copy = answers.of(example);
      receipt.mint(copy.body, random, () => false);
      const { status, headers, body } = copy;
      const read = classify(contract, id, { status, headers: fieldsOf(headers), body, request });
      expect({ outcome: "accepted", handle: receipt.handleOf(copy, request) }).toEqual(read);
      expect(body).not.toEqual(example.body);
    }
  });

  it.each(submits)("of %s %s tells its id in a header where the contract believes that first", (provider, id) => {
    const document = documentOf(provider);
    const told = contractOf(document);
    const { handle = {}, read = "" } = told.lifecycle.submit[id] ?? {};
    const source = [{ header: "X-Task-Id" }, ...[handle.id ?? []].flat()];
    const submit = { ...told.lifecycle.submit, [id]: { handle: { ...handle, id: source }, read } };
    const contract: Contract = { ...told, lifecycle: { ...told.lifecycle, submit } };
    const answers = createAnswers(document, contract);
    const example = answers.successExample(id);
    if (!example) throw new Error(`${provider} ${id} has no example of success.`);
    const known = classify(told, id, { status: example.status, body: example.body });
    const shown = known.outcome === "accepted" ? known.handle.id : undefined;
    const copyOf = () => {
      const copy = answers.of(example);
      return { ...copy, headers: { ...copy.headers, "x-task-id": String(shown) } };
    };
    const receipt = receiptOf(contract, id, copyOf());
    const copy = copyOf();
    receipt.mint(copy.body, randomFrom(1), () => false);
    expect(copy.body).not.toEqual(example.body);
    expect(receipt.handleOf(copy, {})).toMatchObject({ id: shown });
  });
});
