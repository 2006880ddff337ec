/**
 * The contract language as TypeScript: the shapes of the x- extensions that specs/README.md explains. Codegen copies them
 * from a bundle into `contract.ts` of a client, so everything here is plain data.
 */

/** A JSONPath query, cut down to what can also be written; see {@link locate}. `$` is the body, `@` the current video. */
export type Path = string;

/** A path into the body, a response header, or a path into the request that was sent. */
export type Place = Path | { readonly header: string } | { readonly request: Path };

/** A place, or a list of places of which the first where something stands wins. */
export type Source = Place | readonly Place[];

/** An HTTP status, or a range as OpenAPI writes it: `4XX`. */
export type Status = number | string;

export type Literal = string | number | boolean | null;

/** What must stand at each path: one of the literals, or text that a pattern matches. */
export type Where = Readonly<Record<Path, readonly (Literal | { readonly pattern: string })[]>>;

/** The one matcher. Every member that is given must hold. */
export interface Match {
  readonly http?: Status | readonly Status[];
  readonly type?: string;
  readonly where?: Where;
  readonly has?: Path;
}

/** Codes that a contract may give to an answer. */
export type AnswerCode =
  | "authentication"
  | "permission_denied"
  | "insufficient_credits"
  | "invalid_request"
  | "unsupported_feature"
  | "model_not_found"
  | "content_policy"
  | "rate_limited"
  | "provider_unavailable"
  | "submission_unknown"
  | "task_failed"
  | "task_cancelled"
  | "task_expired"
  | "task_not_found";

/** A free refusal may be sent again: after the delay in this header, else after these delays, in seconds. */
export interface Resend {
  readonly after?: string;
  readonly else: readonly number[];
}

export interface OutcomeRule extends Match {
  readonly outcome: "accepted" | "rejected" | "unknown";
  readonly error?: AnswerCode;
  readonly resend?: Resend;
  readonly advice?: string;
}

export interface ErrorRule extends Match {
  readonly error: AnswerCode;
  readonly advice?: string;
}

export type TaskStatus = "queued" | "in_progress" | "completed" | "failed" | "cancelled" | "expired";

/** Our state → the provider's words for it. */
export type States = Readonly<Partial<Record<TaskStatus, readonly string[]>>>;

export interface StateRule extends Match {
  /** Holds only so many seconds after the submit. */
  readonly within?: number;
  readonly is: TaskStatus;
}

export interface TimeSource {
  readonly at: Source;
  readonly format: "unix-seconds" | "unix-milliseconds" | "date-time";
}

export interface VideoSource {
  readonly each?: Path;
  readonly url?: Source;
  /** Base64 text. */
  readonly data?: Source;
  /** The body itself is the video. */
  readonly body?: true;
  readonly expiresAt?: TimeSource;
  readonly mediaType?: Source;
}

/** Where the members of a task stand in one kind of body. */
export interface Representation {
  readonly decode?: readonly Path[];
  readonly first?: readonly StateRule[];
  readonly states?: States;
  readonly state?: Source;
  readonly id?: Source;
  readonly model?: Source;
  readonly progress?: { readonly at: Source; readonly of?: number };
  readonly createdAt?: TimeSource;
  readonly completedAt?: TimeSource;
  readonly estimatedSeconds?: Source;
  readonly elapsedSeconds?: Source;
  readonly videos?: readonly VideoSource[];
  readonly cost?: readonly { readonly at: Source; readonly currency: string }[];
  readonly error?: { readonly message?: Source; readonly code?: Source };
  readonly failures?: readonly { readonly where: Where; readonly error: AnswerCode }[];
}

/** What a file may be. */
export interface MediaLimits {
  readonly types?: readonly string[];
  readonly bytes?: number;
  /** The shortest side. */
  readonly pixels?: number;
  readonly seconds?: readonly [number, number];
  readonly schemes?: readonly string[];
}

/** Where an error answer carries its message, its code and the request id. */
export interface ErrorPlaces {
  readonly message?: Source;
  readonly code?: Source;
  readonly requestId?: Source;
}

export interface Lifecycle {
  readonly charge: {
    readonly at: "accepted" | "completed" | "unknown";
    readonly failed: "refunded" | "kept" | "free" | "unknown";
    readonly cancelled?: "refunded" | "kept" | "free" | "unknown";
  };
  readonly states: States;
  readonly submit: Readonly<
    Record<string, { readonly handle: Readonly<Record<string, Source>>; readonly read: string; readonly as?: string }>
  >;
  readonly read: Readonly<
    Record<
      string,
      {
        readonly with?: Readonly<Record<string, string | readonly string[]>>;
        readonly url?: string;
        readonly as: string;
        readonly next?: string;
      }
    >
  >;
  readonly webhooks?: Readonly<Record<string, { readonly as: string; readonly target?: string }>>;
  readonly representations: Readonly<Record<string, Representation>>;
  readonly errors?: ErrorPlaces;
  readonly result?: { readonly lifetime?: number; readonly auth?: "none" | "same-origin" };
  /** All in seconds. */
  readonly poll: {
    readonly first: number;
    readonly every: readonly number[];
    readonly giveUp: number;
    readonly typical?: number;
    /** Reads and submits that are allowed in a minute. */
    readonly perMinute?: number;
    readonly submitsPerMinute?: number;
  };
  readonly upload?: Readonly<
    Record<
      string,
      { readonly file: string; readonly url: Source; readonly lifetime?: number; readonly media?: MediaLimits }
    >
  >;
  readonly balance?: Readonly<
    Record<string, { readonly amount: Source; readonly unit: string; readonly unlimited?: Source }>
  >;
}

/** What a request costs, or a part of it, where `where` and `has` hold of its body. Amounts are in the list's currency. */
export interface Rate extends Pick<Match, "where" | "has"> {
  readonly perRequest?: number;
  /** For each second of the video that is made. */
  readonly perSecond?: number;
  /** For each second of input video, each clip rounded up. */
  readonly perInputSecond?: number;
  /** The seconds that count at least and at most: of an input clip with `perInputSecond`, else of the video. */
  readonly counted?: readonly [least: number, most: number];
  /** No page tells the price of this case. */
  readonly unknown?: true;
}

/** Where a price was read. */
export interface PriceSource {
  readonly title: string;
  readonly url?: string;
}

/** What was asked on a day. */
export interface PriceList {
  /** The day on which it was read: `2026-11-20`. */
  readonly read: string;
  readonly source: readonly PriceSource[];
  /** `documented`: by the provider itself. Default: `documented`. */
  readonly level?: "documented" | "reported" | "observed" | "inferred";
  readonly currency: string;
  readonly note?: string;
  /** The first whose conditions hold. */
  readonly rates: readonly Rate[];
}

/** What codegen knows of a model's price. */
export interface ModelPrices {
  /** The newest first. */
  readonly prices: readonly PriceList[];
  /** What the provider takes for members that a rate reads, when they are left out. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** What is billed whatever the request says: member → value. */
  readonly billed?: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly outcomes?: readonly OutcomeRule[];
  readonly errors?: readonly ErrorRule[];
}

/** What the interpreter needs of a contract. */
export interface Contract {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly lifecycle: Lifecycle;
}
