/** How a caller comes to know a handle before the wait is over. */
export type Telling =
  /** The caller cannot miss it: an own call gave it, and another one waits. */
  | "returned"
  /** Only a caller who asked for it: an option of the call that also waits. */
  | "callback";

/** One order for a video, as the suite places it. */
export interface Job {
  /** Where the API is; what a client appends to its host stands behind it. */
  readonly baseURL: string;
  /** Where another host is, to which the key must not go; see `otherHost`. */
  readonly elsewhere: string;
  readonly apiKey: string;
  readonly prompt: string;
  /** Aborted when the caller does not want to wait any more. */
  readonly signal: AbortSignal;
  /** How long to wait for the video, in milliseconds of this machine. */
  readonly waitMs: number;
  /** How long to wait for the answer to the submit, in milliseconds of this machine; see `hasAnswerLimit`. */
  readonly answerMs: number;
  /** How many times shorter than by default to pause between two looks; 1 where time is what is measured. */
  readonly speed: number;
  /** Takes a handle that the caller gets before the wait is over. */
  readonly tell: (handle: string, how: Telling) => void;
}

/** A client, as its users use it. */
export interface Driver {
  readonly name: string;
  readonly version: string;
  /** What it speaks: a provider of the mocks (`toapis`), or a protocol of the stand-ins (`fal`). */
  readonly protocol: string;
  /** The calls that stand for it, in its own words. */
  readonly how: string;
  /** The client limits the time for the submit's answer by itself, and `run` sets that to `answerMs`. Others are aborted then. */
  readonly hasAnswerLimit?: boolean;
  /**
   * For a client whose `fetch` is injected: the origin under which answers show the other host (`https://elsewhere.example`), because
   * some clients refuse links to this machine. What is asked of it goes to the same path of `elsewhere`'s origin.
   */
  readonly otherHost?: string;
  /** Orders a video and waits for it: gives its address, or whatever else the client gives; throws what the client throws. */
  readonly run: (job: Job) => Promise<string | undefined>;
  /** The handle or id that can be read from what `run` threw. */
  readonly handleOf?: (error: unknown) => string | undefined;
  /** Fetches a video by a handle. */
  readonly resume?: (handle: string, job: Job) => Promise<string | undefined>;
  /** Downloads what `run` gave, by a call of the client that does so. Without it, that is not tried. */
  readonly download?: (video: string, job: Job) => Promise<unknown>;
  /** Trials that say nothing about this client, each with the reason. */
  readonly lacks?: Readonly<Record<string, string>>;
}
