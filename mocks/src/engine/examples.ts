import {
  classify,
  readError,
  readTask,
  type AnswerCode,
  type Contract,
  type TaskSnapshot,
  type TaskStatus,
} from "@omni-contracts/core/language";
import { isInferred, type Fixture } from "@omni-contracts/specs";

/** Finds the documented answer for a situation. */
export interface Examples {
  /** The example of a read that shows a task in this state; of a failed one rather an example with this error. */
  ofState(operationId: string, state: TaskStatus, error?: AnswerCode): Fixture | undefined;
  /** The example of an operation that tells of this error. */
  ofError(operationId: string, code: AnswerCode): Fixture | undefined;
}

interface Shown {
  readonly fixture: Fixture;
  readonly task?: TaskSnapshot | undefined;
  readonly code?: string | undefined;
}

/** How well an example shows a state; less is better. */
export function rankOf(
  { fixture, task }: { readonly fixture: { readonly name: string }; readonly task?: TaskSnapshot | undefined },
  words: readonly string[],
  error: AnswerCode | undefined,
): number {
  const word = words.indexOf(task?.rawStatus ?? "");
  // A plain failure is not to be taken for a refusal of the content.
  const told = task?.error?.code;
  const isOther = error === undefined ? told === "content_policy" : told !== error;
  return Number(isOther) * 1000 + word * 2 + Number(isInferred(fixture));
}

/**
 * Which example shows what is not written in a contract: reading the example by the contract's own rules tells. Of
 * several, the first in document order answers an error, as in Prism; a state is shown in the provider's first word for
 * it, and rather by an example that a page shows than by one that we made up.
 */
export function createExamples(fixtures: readonly Fixture[], contract: Contract): Examples {
  function shownBy(fixture: Fixture): Shown {
    const { id, status, body } = fixture;
    if (id in contract.lifecycle.submit) {
      const outcome = classify(contract, id, { status, body });
      return { fixture, ...(outcome.outcome === "rejected" && { code: outcome.error.code }) };
    }
    const { task } = id in contract.lifecycle.read ? readTask(contract, id, { status, body }) : {};
    return { fixture, task, code: readError(contract, id, { status, body })?.code };
  }

  const byOperation = new Map<string, Shown[]>();
  for (const fixture of fixtures) {
    const shown = byOperation.get(fixture.id) ?? [];
    byOperation.set(fixture.id, [...shown, shownBy(fixture)]);
  }

  function best(id: string, state: TaskStatus, error: AnswerCode | undefined): Fixture | undefined {
    const words = contract.lifecycle.states[state] ?? [];
    const found = (byOperation.get(id) ?? []).filter(({ task }) => task?.status === state);
    return found.sort((a, b) => rankOf(a, words, error) - rankOf(b, words, error))[0]?.fixture;
  }

  // Every look asks for one, and there are few.
  const chosen = new Map<string, { readonly fixture: Fixture | undefined }>();

  return {
    ofState(id, state, error) {
      const key = `${id} ${state} ${error ?? ""}`;
      const known = chosen.get(key) ?? { fixture: best(id, state, error) };
      chosen.set(key, known);
      return known.fixture;
    },
    ofError: (id, code) => byOperation.get(id)?.find((one) => one.code === code)?.fixture,
  };
}
