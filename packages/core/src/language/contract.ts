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

/** What a path may be compared with. */
export type Literal = string | number | boolean | null;

/** What must stand at each path: one of the literals, or text that a pattern matches. */
export type Where = Readonly<Record<Path, readonly (Literal | { readonly pattern: string })[]>>;

/** The one matcher. Every member that is given must hold. */
export interface Match {
  /** The status of the answer, or one of these. */
  readonly http?: Status | readonly Status[];
  /** The media type of the answer, without parameters: `application/json`, `video/*`. */
  readonly type?: string;
  /** What stands in the body. */
  readonly where?: Where;
  /** Something that is not null or blank stands here, whatever it is. */
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
  /** The response header that says when: `Retry-After`. */
  readonly after?: string;
  /** The delays before the second attempt, the third and so on, in seconds; after the last of them there is none. */
  readonly else: readonly number[];
}

/** What one kind of answer to a submit means for the money; of `x-outcomes`. */
export interface OutcomeRule extends Match {
  /** `accepted`: a task exists. `rejected`: refused, and free. `unknown`: nobody can tell. */
  readonly outcome: "accepted" | "rejected" | "unknown";
  /** The code of a refusal. Default: `invalid_request`. */
  readonly error?: AnswerCode;
  /** Only beside `rejected`: the request was not served, so it may be sent again. */
  readonly resend?: Resend;
  /** The provider's advice; for people, never followed by code. */
  readonly advice?: string;
}

/** What one kind of answer to any other operation means; of `x-errors`. */
export interface ErrorRule extends Match {
  readonly error: AnswerCode;
  /** The provider's advice; for people, never followed by code. */
  readonly advice?: string;
}

/** The states of a task. The last four are the end of it. */
export type TaskStatus = "queued" | "in_progress" | "completed" | "failed" | "cancelled" | "expired";

/** Our state → the provider's words for it. */
export type States = Readonly<Partial<Record<TaskStatus, readonly string[]>>>;

/** A state that is recognised by something else than the provider's word for it. */
export interface StateRule extends Match {
  /** Holds only so many seconds after the submit. */
  readonly within?: number;
  readonly is: TaskStatus;
}

/** Where a time stands, and how it is written. `date-time` is RFC 3339's. */
export interface TimeSource {
  readonly at: Source;
  readonly format: "unix-seconds" | "unix-milliseconds" | "date-time";
}

/** Where the videos of a task stand. One of `url`, `data` and `body` tells what they are. */
export interface VideoSource {
  /** The objects that hold one video each, which `@` stands for in the other members. Default: the body. */
  readonly each?: Path;
  /** The address, or several. */
  readonly url?: Source;
  /** Base64 text. */
  readonly data?: Source;
  /** The body itself is the video. */
  readonly body?: true;
  /** When the address stops working. */
  readonly expiresAt?: TimeSource;
  readonly mediaType?: Source;
}

/** Where the members of a task stand in one kind of body. */
export interface Representation {
  /** Strings that hold JSON; read as what they hold before anything else is looked at. */
  readonly decode?: readonly Path[];
  /** Tried before the status word, in this order. */
  readonly first?: readonly StateRule[];
  /** The words of this body, where it has its own. Default: the lifecycle's. */
  readonly states?: States;
  /** The provider's word for the state. */
  readonly state?: Source;
  /** The task's id. */
  readonly id?: Source;
  readonly model?: Source;
  /** How far the task is. `of` is what counts as done. Default: 100. */
  readonly progress?: { readonly at: Source; readonly of?: number };
  /** When the task was taken. */
  readonly createdAt?: TimeSource;
  /** When it ended. */
  readonly completedAt?: TimeSource;
  /** How long the provider thinks that the whole takes. */
  readonly estimatedSeconds?: Source;
  /** How long it has taken so far, or took. */
  readonly elapsedSeconds?: Source;
  /** The first that gives a video wins. */
  readonly videos?: readonly VideoSource[];
  /** What the task was charged with: the first where a number stands. Read of completed tasks only. */
  readonly cost?: readonly { readonly at: Source; readonly currency: string }[];
  /** What went wrong with the task, in the provider's words. */
  readonly error?: { readonly message?: Source; readonly code?: Source };
  /** Raw reasons of a failure that have a code of ours. Default: `task_failed`. */
  readonly failures?: readonly { readonly where: Where; readonly error: AnswerCode }[];
}

/** What a file may be. */
export interface MediaLimits {
  /** Media types. */
  readonly types?: readonly string[];
  /** The largest size. */
  readonly bytes?: number;
  /** The shortest side. */
  readonly pixels?: number;
  /** The shortest and the longest clip. */
  readonly seconds?: readonly [least: number, most: number];
  /** Of an address: `https`, `data`. */
  readonly schemes?: readonly string[];
}

/** Where an error answer carries its message, its code and the request id. */
export interface ErrorPlaces {
  readonly message?: Source;
  readonly code?: Source;
  readonly requestId?: Source;
}

/** When money is taken, and what becomes of it when there is no video. */
export interface Charge {
  /** The moment at which money is taken. */
  readonly at: "accepted" | "completed" | "unknown";
  /** What becomes of the money of a task that failed. `free`: none was taken. */
  readonly failed: "refunded" | "kept" | "free" | "unknown";
  /** The same of a task that was cancelled. */
  readonly cancelled?: "refunded" | "kept" | "free" | "unknown";
}

/** An operation that costs money and makes a task. */
export interface SubmitOperation {
  /** What must be kept to find the task again: the name of a capture → where its text stands. */
  readonly handle: Readonly<Record<string, Source>>;
  /** operationId of the read that is asked first. */
  readonly read: string;
  /** The representation of its answer, where that shows more of the task than a handle. */
  readonly as?: string;
}

/** An operation that tells how a task stands. */
export interface ReadOperation {
  /** A parameter, `path.task_id` or `query.id` → the capture that fills it, or several, of which the first that is there does. */
  readonly with?: Readonly<Record<string, string | readonly string[]>>;
  /** In place of `with`: the capture that is the whole address. */
  readonly url?: string;
  /** The representation of its answer. */
  readonly as: string;
  /** operationId of the read that gives the result, where that is a second call. */
  readonly next?: string;
}

/** How and how often to ask. All times in seconds. */
export interface PollAdvice {
  /** From the submit to the first read. */
  readonly first: number;
  /** The shortest and the longest delay from read to read. */
  readonly every: readonly number[];
  /** From the beginning of a wait to the end of it. The task may live on. */
  readonly giveUp: number;
  /** What a task takes, mostly. */
  readonly typical?: number;
  /** Reads that are allowed in a minute. */
  readonly perMinute?: number;
  /** Submits that are allowed in a minute. */
  readonly submitsPerMinute?: number;
}

/** An operation that makes a link of a local file. */
export interface UploadOperation {
  /** The part of the form that holds the file. */
  readonly file: string;
  /** Where the link stands in the answer. */
  readonly url: Source;
  /** How long the link works, in seconds. */
  readonly lifetime?: number;
  /** What the file may be. */
  readonly media?: MediaLimits;
}

/** An operation that tells what is left of the account's money. */
export interface BalanceOperation {
  readonly amount: Source;
  /** As the provider calls it: `USD`, `credits`. */
  readonly unit: string;
  /** Something true stands here where there is no limit. */
  readonly unlimited?: Source;
}

/** How a task lives; `x-lifecycle`. The keys of `submit`, `read`, `upload` and `balance` are operationIds. */
export interface Lifecycle {
  readonly charge: Charge;
  readonly states: States;
  readonly submit: Readonly<Record<string, SubmitOperation>>;
  readonly read: Readonly<Record<string, ReadOperation>>;
  /** The name of a webhook → the representation of its body, and how its address is made of the request's. */
  readonly webhooks?: Readonly<Record<string, { readonly as: string; readonly target?: string }>>;
  /** By the names that `as` gives. */
  readonly representations: Readonly<Record<string, Representation>>;
  readonly errors?: ErrorPlaces;
  /** How long the address of a video works, in seconds, and whether it wants the key. Default of `auth`: `none`. */
  readonly result?: { readonly lifetime?: number; readonly auth?: "none" | "same-origin" };
  readonly poll: PollAdvice;
  readonly upload?: Readonly<Record<string, UploadOperation>>;
  readonly balance?: Readonly<Record<string, BalanceOperation>>;
}

/** What a request costs, or a part of it, where `where` and `has` hold of its body. Amounts are in the list's currency. */
export interface Rate extends Pick<Match, "where" | "has"> {
  /** Once, whatever its length. */
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
  /** As the provider calls it: `USD`, `credits`. */
  readonly currency: string;
  /** For people. */
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

/** An operation, as far as the language looks at it. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As OpenAPI writes it, `{task_id}` and all. */
  readonly path: string;
  /** Only on submits. The first that matches wins; without one, the status decides. */
  readonly outcomes?: readonly OutcomeRule[];
  /** On all others, in the same way. */
  readonly errors?: readonly ErrorRule[];
}

/** What the interpreter needs of a contract. */
export interface Contract {
  /** By operationId. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly lifecycle: Lifecycle;
}
