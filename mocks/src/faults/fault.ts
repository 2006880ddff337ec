import type { AnswerCode, TaskStatus } from "@omni-contracts/core/language";

/** What comes in place of an answer, or how the answer is changed. */
export interface FaultAnswer {
  /** The provider's documented answer for this. */
  readonly error?: AnswerCode;
  /** The documented example of this name. */
  readonly example?: string;
  readonly status?: number;
  /** `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The whole body: text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** The share of the body that is sent. */
  readonly cut?: number;
  /** The connection breaks; no answer comes. */
  readonly reset?: true;
  /** The share of the body after which the connection breaks. */
  readonly breaksAt?: number;
  /** Seconds for which it goes on after the first request that was struck. */
  readonly retryAfter?: number;
}

/** How an event about a task fails to be what it should be; `faults/schema.yaml` says what the members mean. */
export interface EventTrouble {
  readonly lost?: true;
  readonly copies?: number;
  /** Seconds. */
  readonly late?: number;
  /** Seconds. */
  readonly overtaken?: number;
  /** Seconds. */
  readonly replayed?: number;
  readonly forged?: "wrong-signature" | "no-signature" | "changed-body";
  /** The faults that do this. */
  readonly by?: readonly string[];
}

/** How a task lives, where it is not as the contract says. */
export interface Life {
  readonly ends?: Extract<TaskStatus, "completed" | "failed" | "cancelled" | "expired">;
  readonly error?: AnswerCode;
  readonly charge?: "refunded" | "kept" | "free";
  /** The share of its time that it never gets beyond. */
  readonly stuckAt?: number;
  /** What it says of its state from the middle of its time on. */
  readonly word?: string;
  readonly back?: true;
  readonly without?: "result";
  /** It is done after so many looks. */
  readonly reads?: number;
  /** From submit to end. */
  readonly seconds?: number;
  readonly webhook?: EventTrouble;
}

/** One thing that goes wrong; `faults/schema.yaml` says what the members mean. */
export interface Fault {
  readonly name: string;
  readonly happens?: string;
  readonly charged?: string;
  readonly client?: string;
  readonly on?: string;
  readonly when?: readonly TaskStatus[];
  readonly skip?: number;
  readonly times?: number;
  readonly every?: number;
  readonly within?: number;
  /** Seconds since the end of the task. */
  readonly endedFor?: number;
  readonly sameKey?: true;
  readonly served?: boolean;
  readonly answer?: FaultAnswer;
  /** Seconds of the real clock. */
  readonly delay?: number;
  /** Seconds of the real clock. */
  readonly drip?: number;
  readonly task?: Life;
}

/** As the contract says it. */
export const NO_LIFE: Life = {};

/** Of several, the last word on each member. */
export const lifeOf = (faults: readonly Fault[]): Life =>
  faults.reduce<Life>((life, { name, task }) => {
    const { webhook } = task ?? {};
    if (!webhook) return { ...life, ...task };
    const by = [...(life.webhook?.by ?? []), name];
    return { ...life, ...task, webhook: { ...life.webhook, ...webhook, by } };
  }, NO_LIFE);

/** Faults under their names, and scenarios made of several. */
export type Scenarios = ReadonlyMap<string, readonly Fault[]>;
