// A provider that is the mock itself differs from its contract in nothing.
import { createMock, serveMock } from "../src/index.js";
import { contractOf } from "../src/engine/contract-of.js";
import { operationsOf, readDocument } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { join } from "node:path";
import { bed, jsonHeaders, run, running } from "./cli-bench.js";
import { START } from "./mocking.js";
import { samplesOf } from "./sequences.js";

/** The whole life of tasks, of `count` documented requests, through the recorder. */
export function describeMockItself(provider: string, count: number): void {
  it(`${provider}: tasks from submit to end, refusals and the rest raise no alarm`, async () => {
    const document = readDocument(provider);
    const contract = contractOf(document);
    const mock = createMock({ specs: [document], clock: () => START });
    const server = await serveMock(mock);
    try {
      const out = join(bed.folder, "recording");
      const { url, printed } = await run([
        "--record",
        `${provider}=${server.url}/${provider}`,
        "--out",
        out,
        "--budget",
        "999",
      ]);
      expect(printed.err).toBe("");
      const call = async (path: string, init: RequestInit = {}) => {
        const response = await fetch(`${url}/${provider}${path}`, { headers: jsonHeaders, ...init });
        return { status: response.status, text: await response.text() };
      };
      const statuses = new Set<number>();
      for (const { id, path, body } of samplesOf(document).slice(0, count)) {
        for (const ending of ["", "?__scenario=failed-refunded", "?__scenario=output-moderated"]) {
          const { status, text } = await call(path + ending, { method: "POST", body: JSON.stringify(body) });
          expect(status, text).toBeLessThan(300);
          const { task } = mock.ledger().accepted.at(-1) ?? {};
          const read =
            contract.operations[contract.lifecycle.submit[id]?.read ?? ""]?.path.replace(/\{\w+\}/, task ?? "") ?? "";
          for (let look = 0; look < 4; look += 1) {
            statuses.add((await call(read)).status);
            mock.advance(90);
          }
        }
        statuses.add((await call(path, { method: "POST", body: "{}" })).status);
        for (const code of [400, 401, 402, 429, 500]) {
          statuses.add((await call(`${path}?__code=${code}`, { method: "POST", body: JSON.stringify(body) })).status);
        }
      }
      for (const { method, path } of operationsOf(document)) {
        if (method === "get") statuses.add((await call(path.replace(/\{\w+\}/, "nobody"))).status);
      }
      await running.splice(0)[0]?.close();
      expect([...printed.out.matchAll(/^\d+\. [^]*?(?=\n\n)/gm)].map(([one]) => one)).toEqual([]);
      expect(printed.out).toMatch(new RegExp(`Nothing differs from the contract of ${provider}, in \\d+ recordings`));
      expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401]));
    } finally {
      await server.close();
    }
  }, 120_000);
}
