import { contractOf } from "../src/engine/contract-of.js";
import { createMock } from "../src/index.js";
import { fixturesOf, providers, readDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { START } from "./mocking.js";
import { describeSequences, samplesOf } from "./sequences.js";

const BASE = "http://mock.test";
const init = { authorization: "Bearer sk", "content-type": "application/json" };

describe.each(providers())("%s", (provider) => {
  const document = readDocument(provider);
  const contract = contractOf(document);
  const samples = samplesOf(document);

  describeSequences(provider, 200);

  it("answers only what the contract has, in every state of every task", async () => {
    const mock = createMock({ specs: [document], clock: () => START, validate: true });
    for (const { id, path, body } of samples) {
      for (const scenario of ["", "?__scenario=failed-refunded", "?__scenario=output-moderated"]) {
        const submitted = await mock.fetch(`${BASE}/${provider}${path}${scenario}`, {
          method: "POST",
          headers: init,
          body: JSON.stringify(body),
        });
        expect(submitted.headers.get("x-mock-fault"), await submitted.text()).toBeNull();
        const { task } = mock.ledger().accepted.at(-1) ?? {};
        const read = contract.lifecycle.submit[id]?.read ?? "";
        const address = `${BASE}/${provider}${contract.operations[read]?.path.replace(/\{\w+\}/, task ?? "") ?? ""}`;
        for (let look = 0; look < 4; look += 1) {
          const answer = await mock.fetch(address, { headers: init });
          expect(answer.headers.get("x-mock-fault"), await answer.text()).toBeNull();
          mock.advance(60);
        }
      }
    }
  });

  it("shows no id, no time and no price of the examples", async () => {
    const mock = createMock({ specs: [document], clock: () => START, validate: true });
    const ids = fixturesOf(document).flatMap(({ body }) => [
      ...JSON.stringify(body).matchAll(/"(?:id|task_id)":"([^"]+)"/g),
    ]);
    const known = new Set(ids.map(([, id]) => id));
    for (const { path, body } of samples.slice(0, 3)) {
      await mock.fetch(`${BASE}/${provider}${path}`, { method: "POST", headers: init, body: JSON.stringify(body) });
    }
    const made = mock.ledger().accepted.map(({ task }) => task);
    expect(made).toHaveLength(Math.min(3, samples.length));
    for (const id of made) expect(known).not.toContain(id);
  });

  it("lives 24 hours at once", async () => {
    const mock = createMock({ specs: [document], clock: () => START, validate: true });
    const [sample] = samples;
    await mock.fetch(`${BASE}/${provider}${sample?.path ?? ""}`, {
      method: "POST",
      headers: init,
      body: JSON.stringify(sample?.body),
    });
    mock.advance(86_400);
    expect(mock.ledger().accepted[0]?.status).toBe("completed");
    expect(mock.now() - START).toBe(86_400_000);
  });
});
