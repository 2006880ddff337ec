import type { TaskSnapshot } from "../language/task.js";

/** What happened; for logs and bars. No event holds a secret. */
export type VideoEvent =
  | { readonly type: "uploaded"; readonly provider: string; readonly field: string; readonly url: string }
  | { readonly type: "submitting"; readonly provider: string; readonly model: string; readonly attempt: number }
  | {
      readonly type: "refused";
      readonly provider: string;
      readonly model: string;
      readonly code: string;
      readonly waitMs: number;
    }
  | { readonly type: "submitted"; readonly provider: string; readonly model: string; readonly handle: string }
  | { readonly type: "looked"; readonly provider: string; readonly handle: string; readonly task: TaskSnapshot }
  | {
      readonly type: "look-failed";
      readonly provider: string;
      readonly handle: string;
      readonly code: string;
      readonly waitMs: number;
    }
  /** The journal did not take what has happened; a handle that comes with it is kept nowhere else. */
  | {
      readonly type: "journal-failed";
      readonly provider: string;
      readonly model: string;
      readonly entry: JournalEntry["type"];
      readonly handle: string | undefined;
    }
  /** The provider said something that the contract does not know. */
  | {
      readonly type: "drift";
      readonly provider: string;
      readonly handle: string;
      readonly rawStatus: string | undefined;
    };

/** What a journal is told, each before what follows from it. */
export type JournalEntry =
  | {
      readonly type: "intent";
      /** Names this one submit; its ending has the same. */
      readonly intent: string;
      readonly provider: string;
      /** operationId of the contract. */
      readonly operation: string;
      /** The id of the model. */
      readonly model: string;
      /** Milliseconds since 1970. */
      readonly at: number;
      /** The same for the same request; tells a repeat from another order. */
      readonly fingerprint: string;
      /** There where the task can be found by an id of ours, before any answer. */
      readonly handle?: string | undefined;
      /** The id that the provider was sent for the task; its console may find the task by it. */
      readonly reference?: string | undefined;
    }
  | { readonly type: "accepted"; readonly intent: string; readonly handle: string; readonly at: number }
  | { readonly type: "rejected"; readonly intent: string; readonly code: string; readonly at: number }
  | { readonly type: "unknown"; readonly intent: string; readonly handle?: string | undefined; readonly at: number };

/** Keeps what was paid for. An intent that cannot be written is not sent. */
export interface Journal {
  write(entry: JournalEntry): Promise<void>;
}

/** A listener whose trouble does not become a task's, be it thrown or a rejected promise. */
export const quietly =
  <Event>(listener: ((event: Event) => unknown) | undefined) =>
  (event: Event): void => {
    if (!listener) return;
    new Promise((resolve) => {
      resolve(listener(event));
    }).catch(() => undefined);
  };
