// What a contract makes of a fault: whether its tasks can show it, and what its client cannot tell.
import { matches, type Lifecycle, type Representation, type TaskStatus } from "@omni-contracts/core/language";
import type { FaultWords } from "../../../../src/playground/modules.js";
import type { Billed } from "./run.js";

/** What of a fault the answers do not tell. */
export type Untold =
  /** Whether a failed task was paid for: the client says what the contract says. */
  | { readonly what: "money"; readonly says: Billed }
  /** That the content was refused. */
  | { readonly what: "refusal" }
  /** The state of a task, in an answer with this status. */
  | { readonly what: "state"; readonly status: number };

const SAYS = { refunded: "no", free: "no", kept: "yes", unknown: "unknown" } as const;

/** The forms in which a task of this submit is looked at. */
function formsOf({ submit, read, representations }: Lifecycle, operation: string): Representation[] {
  const ids = new Set<string>();
  for (let id = submit[operation]?.read; id && !ids.has(id); id = read[id]?.next) ids.add(id);
  return [...ids].map((id) => representations[read[id]?.as ?? ""] ?? {});
}

/** Whether a task that the operation submits can be struck by it. */
export function isShown({ ends }: FaultWords, lifecycle: Lifecycle, operation: string): boolean {
  if (ends === undefined) return true;
  const words = ({ states = lifecycle.states }: Representation): readonly string[] => states[ends] ?? [];
  const isNamed = (form: Representation): boolean =>
    words(form).length > 0 || (form.first ?? []).some(({ is }) => is === ends);
  return formsOf(lifecycle, operation).some(isNamed);
}

/** What a client that goes by this contract cannot tell of it; `undefined` where it tells all. */
export function untoldOf(fault: FaultWords, lifecycle: Lifecycle, operation: string): Untold | undefined {
  const { ends, charge, error, status } = fault;
  const forms = formsOf(lifecycle, operation);
  const says = SAYS[lifecycle.charge.failed];
  if (ends === "failed" && charge !== undefined && SAYS[charge] !== says) return { what: "money", says };
  const isTold = ({ failures = [] }: Representation): boolean => failures.some((one) => one.error === error);
  if (ends === "failed" && error !== undefined && !forms.some(isTold)) return { what: "refusal" };
  const isRead = ({ first = [] }: Representation, state: TaskStatus): boolean =>
    first.some(
      ({ http, is }) => is === state && http !== undefined && matches({ http }, { status: status ?? 0, body: {} }),
    );
  if (ends && status !== undefined && !forms.some((form) => isRead(form, ends))) return { what: "state", status };
  return undefined;
}
