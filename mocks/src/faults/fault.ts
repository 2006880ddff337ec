import type { AnswerCode, TaskStatus } from "@omni-contracts/core/language";

/** What comes in place of an answer, or how the answer is changed. */
export interface FaultAnswer {
  /** The provider's documented answer for this. */
  readonly error?: AnswerCode;
  /** The documented example of this name. */
  readonly example?: string;
  /** The HTTP status, in place of the documented one. */
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
  /** It is never sent. */
  readonly lost?: true;
  /** It is sent so many times, one after the other. */
  readonly copies?: number;
  /** It is sent so many seconds later. */
  readonly late?: number;
  /** It is kept back until another event was delivered, or for so many seconds. */
  readonly overtaken?: number;
  /** So many seconds after it was taken it comes again as it was. */
  readonly replayed?: number;
  /** In the middle of the task's time a stranger says that it is completed. */
  readonly forged?: "wrong-signature" | "no-signature" | "changed-body";
  /** The faults that do this. */
  readonly by?: readonly string[];
}

/** How a task lives, where it is not as the contract says. */
export interface Life {
  /** The state in which it ends. */
  readonly ends?: Extract<TaskStatus, "completed" | "failed" | "cancelled" | "expired">;
  /** Why it failed. */
  readonly error?: AnswerCode;
  /** What becomes of the money when it does not complete. */
  readonly charge?: "refunded" | "kept" | "free";
  /** The share of its time that it never gets beyond. */
  readonly stuckAt?: number;
  /** What it says of its state from the middle of its time on. */
  readonly word?: string;
  /** From the middle of its time it is as it was at the beginning. */
  readonly back?: true;
  /** It completes and shows no result. */
  readonly without?: "result";
  /** It is done after so many looks. */
  readonly reads?: number;
  /** From submit to end. */
  readonly seconds?: number;
  /** What becomes of the event that tells of its end, where the request asks for one. */
  readonly webhook?: EventTrouble;
}

/** One thing that goes wrong; `faults/schema.yaml` says what the members mean. */
export interface Fault {
  /** In lower case, words parted by `-`; what it is chosen by. */
  readonly name: string;
  /** What happens at the provider; for people. */
  readonly happens?: string;
  /** Whether it costs money; for people. */
  readonly charged?: string;
  /** What a right client does; for people. */
  readonly client?: string;
  /** Which requests it strikes: `submit`, `read`, `file` (the download of a result), an operationId, or `any`. Default: `any`. */
  readonly on?: string;
  /** Only while the task is in one of these states. */
  readonly when?: readonly TaskStatus[];
  /** So many requests go by first. */
  readonly skip?: number;
  /** So many requests are struck; then it is over. Default: no end. */
  readonly times?: number;
  /** Of so many requests one is struck. */
  readonly every?: number;
  /** Only so many seconds after the submit. */
  readonly within?: number;
  /** Seconds since the end of the task. */
  readonly endedFor?: number;
  /** Only requests with the key of the first one that was struck. */
  readonly sameKey?: true;
  /** The request is carried out first; what is struck is the answer. Default: false. */
  readonly served?: boolean;
  readonly answer?: FaultAnswer;
  /** Seconds of the real clock before the answer begins. */
  readonly delay?: number;
  /** Seconds of the real clock over which the body comes. */
  readonly drip?: number;
  /** How the task of the submit lives. */
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
