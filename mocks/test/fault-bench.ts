// What the tests of faults share: a mock of ToAPIs, and its submit and its look under a fault.
import { expect } from "vitest";
import type { Mock, MockAnswer, MockOptions } from "../src/index.js";
import { benchOf, type Bench } from "./mocking.js";

export const SUBMIT = "/v1/videos/generations";
/** A request that asks for faults by words in its prompt. */
export const sample = (words: string) => ({ model: "gemini_omni", prompt: `a quiet harbour [mock:${words}]` });

export interface FaultBench extends Bench {
  totals(): ReturnType<Mock["ledger"]>["totals"];
  submit(words: string): Promise<MockAnswer>;
  /** The id of a task under a fault. */
  taskOf(words: string): Promise<string>;
  look(id: string): Promise<MockAnswer>;
}

export function faultBench(options: Partial<MockOptions> = {}): FaultBench {
  const bench = benchOf("toapis", options);
  return {
    ...bench,
    totals: () => bench.mock.ledger().totals,
    submit: (words) => bench.call("POST", SUBMIT, sample(words)),
    taskOf: async (words) => {
      const { id } = await bench.read("POST", SUBMIT, sample(words));
      expect(id).toMatch(/^video_/);
      return id;
    },
    look: (id) => bench.call("GET", `${SUBMIT}/${id}`),
  };
}
