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
 * several, one that a page shows comes before one that we made up, then the provider's first word for a state, then
 * document order.
 */
export function createExamples(document: Document, contract: Contract): Examples {
  const fixtures = fixturesOf(document);
  const best = (id: string, fits: (one: Fixture) => boolean, rank: (one: Fixture) => number = () => 0) => {
    const order = (one: Fixture) => Number(isInferred(one)) * 100 + rank(one);
    return fixtures.filter((one) => one.id === id && fits(one)).sort((a, b) => order(a) - order(b))[0];
  };

  return {
    ofState(id, state) {
      const taskOf = ({ status, body }: Fixture) => readTask(contract, id, { status, body }).task;
      const words = contract.lifecycle.states[state] ?? [];
      return best(
        id,
        (one) => taskOf(one)?.status === state,
        (one) => words.indexOf(taskOf(one)?.rawStatus ?? ""),
      );
    },
    ofError(id, code) {
      const isSubmit = id in contract.lifecycle.submit;
      return best(id, ({ status, body }) => {
        const outcome = isSubmit ? classify(contract, id, { status, body }) : undefined;
        const error = isSubmit
          ? outcome?.outcome === "rejected" && outcome.error
          : readError(contract, id, { status, body });
        return error !== false && error?.code === code;
      });
    },
  };
}
