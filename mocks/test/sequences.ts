import { readTask, type TaskStatus } from "@omni-contracts/core/language";
import { operationsOf, type Document, readDocument, requestContent, resolved, objectAt } from "@omni-contracts/specs";
import { expect, it } from "vitest";
import { contractOf } from "../src/engine/contract-of.js";
import { randomFrom } from "../src/engine/random.js";
import { createMock, readCatalogue } from "../src/index.js";
import { START } from "./mocking.js";

const BASE = "http://mock.test";
const init = { authorization: "Bearer sk", "content-type": "application/json" };

/** What may follow a state; anything may be skipped by somebody who looks away. */
const NEXT: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  queued: ["queued", "in_progress", "completed", "failed", "cancelled", "expired"],
  in_progress: ["in_progress", "completed", "failed", "cancelled", "expired"],
  completed: ["completed"],
  failed: ["failed"],
  cancelled: ["cancelled"],
  expired: ["expired"],
};

const ENDINGS = ["", "", "", "failed-refunded", "stuck", "fast", "output-moderated", "unknown-status"];

/** The documented requests that make tasks. */
export function samplesOf(document: Document) {
  const contract = contractOf(document);
  return Object.keys(contract.lifecycle.submit).flatMap((id) => {
    const entry = operationsOf(document).find((one) => one.id === id);
    const examples = entry ? objectAt(requestContent(document, entry.operation, "application/json").examples) : {};
    return Object.values(examples).map((one) => ({
      id,
      path: entry?.path ?? "",
      body: objectAt(resolved(document, one).value),
    }));
  });
}

/** Random submits, looks and time: no task ever goes where it cannot go. */
export function describeSequences(provider: string, sequences: number): void {
  const document = readDocument(provider);
  const contract = contractOf(document);
  const samples = samplesOf(document);

  it(`${provider} makes no illegal transition in ${sequences} random sequences of submits, looks and time`, async () => {
    const random = randomFrom(7);
    const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];
    const mock = createMock({ specs: [document], clock: () => START, scenarios: readCatalogue(), validate: true });
    const tasks: { read: string; path: string; statuses: TaskStatus[]; progress: number }[] = [];
    const seen = new Set<string>();
    const counts = { submits: 0, looks: 0 };

    for (let i = 0; i < sequences; i += 1) {
      const sample = pick(samples);
      if (!sample) throw new Error("no sample");
      const scenario = pick(ENDINGS) ?? "";
      const query = scenario === "" ? "" : `?__scenario=${scenario}`;
      const response = await mock.fetch(`${BASE}/${provider}${sample.path}${query}`, {
        method: "POST",
        headers: init,
        body: JSON.stringify(sample.body),
      });
      if (response.status >= 300) throw new Error(await response.text());
      const entry = mock.ledger().accepted.at(-1);
      const read = contract.lifecycle.submit[sample.id]?.read ?? "";
      const path = contract.operations[read]?.path.replace(/\{\w+\}/, entry?.task ?? "") ?? "";
      tasks.push({ read, path, statuses: ["queued"], progress: 0 });
      counts.submits += 1;
      if (tasks.length > 5) {
        mock.reset();
        tasks.length = 0;
        continue;
      }

      for (let step = 0; step < 3; step += 1) {
        if (random() < 0.5) mock.advance(Math.floor(random() * 120));
        const task = pick(tasks);
        if (!task) continue;
        const answer = await mock.fetch(`${BASE}/${provider}${task.path}`, { headers: init });
        const reading = readTask(contract, task.read, { status: answer.status, body: await answer.json() });
        counts.looks += 1;
        if (!reading.task) throw new Error(`${task.path}: ${JSON.stringify(reading.error)}`);
        const { status, progress = 0, videos } = reading.task;
        const before = task.statuses.at(-1) ?? "queued";
        // Thrown by hand: a hundred thousand calls of `expect` would take as long as the mock.
        const isLegal =
          NEXT[before].includes(status) &&
          (status === "failed" || progress >= task.progress) &&
          videos.length > 0 === (status === "completed");
        if (!isLegal)
          throw new Error(`${task.statuses.join(" → ")} → ${status}, ${progress} %, ${videos.length} videos`);
        task.statuses.push(status);
        task.progress = status === "failed" ? task.progress : progress;
        seen.add(`${before} → ${status}`);
      }
    }
    // It went everywhere, or it would have proven little.
    expect([...seen]).toEqual(
      expect.arrayContaining(["in_progress → completed", "in_progress → failed", "completed → completed"]),
    );
    expect(counts.submits).toBe(sequences);
  }, 120_000);
}
