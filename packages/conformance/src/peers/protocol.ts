import type { TaskStatus } from "@omni-contracts/core/language";

/** A job of a stand-in, as it stands when it is looked at. */
export interface Stand {
  readonly id: string;
  readonly status: Extract<TaskStatus, "queued" | "in_progress" | "completed" | "failed" | "cancelled">;
  /** What it says of its state instead: a word that the protocol does not know. */
  readonly word: string | undefined;
  /** It is completed, and there is a video. */
  readonly hasVideo: boolean;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What a request asks of a protocol. */
export interface Asked {
  readonly kind: "submit" | "read" | "cancel" | "file";
  readonly id?: string;
  readonly show: (stand: Stand, path: string) => Answered;
}

/** A peer's protocol, as far as its client needs it to make one video. */
export interface Protocol {
  /** How a job can end. */
  readonly ends: readonly string[];
  /** `undefined` for a path that the protocol has not. */
  readonly route: (method: string, path: string) => Asked | undefined;
  readonly refusal: (status: number, message: string) => unknown;
}
