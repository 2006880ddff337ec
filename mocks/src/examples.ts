import {
  classify,
  readError,
  readTask,
  type AnswerCode,
  type Contract,
  type TaskStatus,
} from "@omni-contracts/core/language";
import { fixturesOf, isInferred, type Document, type Fixture } from "@omni-contracts/specs";

/** Finds the documented answer for a situation. */
export interface Examples {
  /** The example of a read that shows a task in this state. */
  ofState(operationId: string, state: TaskStatus): Fixture | undefined;
  /** The example of an operation that tells of this error. */
  ofError(operationId: string, code: AnswerCode): Fixture | undefined;
}

/**
 * Which example shows what is not written in a contract: reading the example by the contract's own rules tells. Of
 * several, the first in document order answers an error, as in Prism; a state is shown in the provider's first word for
 * it, and rather by an example that a page shows than by one that we made up.
 */
export function createExamples(document: Document, contract: Contract): Examples {
  const fixtures = fixturesOf(document);
  const ofOperation = (id: string) => fixtures.filter((one) => one.id === id);

  return {
    ofState(id, state) {
      const words = contract.lifecycle.states[state] ?? [];
      const found = ofOperation(id).flatMap((example) => {
        const { task } = readTask(contract, id, { status: example.status, body: example.body });
        const rank = words.indexOf(task?.rawStatus ?? "") * 2 + Number(isInferred(example));
        return task?.status === state ? [{ example, rank }] : [];
      });
      return found.sort((a, b) => a.rank - b.rank)[0]?.example;
    },
    ofError(id, code) {
      return ofOperation(id).find(({ status, body }) => {
        if (!(id in contract.lifecycle.submit)) return readError(contract, id, { status, body })?.code === code;
        const outcome = classify(contract, id, { status, body });
        return outcome.outcome === "rejected" && outcome.error.code === code;
      });
    },
  };
}
