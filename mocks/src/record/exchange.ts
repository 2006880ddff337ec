import type { RecordedBody } from "./recorded-body.js";

/** Names and values in the order in which they came. */
export type RecordedHeaders = readonly (readonly [string, string])[];

/** A request and what became of it, as one file of a recording holds it. */
export interface Exchange {
  readonly number: number;
  /** When the request was sent, as ISO 8601. */
  readonly at: string;
  /** Until the answer was there to its end. */
  readonly milliseconds?: number;
  /** operationId; absent where the contract has no such operation. */
  readonly operation?: string;
  /** Whether it may have cost money. */
  readonly isPaid: boolean;
  readonly request: {
    readonly method: string;
    /** Path and query behind the base URL. */
    readonly target: string;
    readonly headers: RecordedHeaders;
    readonly body: RecordedBody;
  };
  /** Absent as long as none has come: the file is written before the request is sent. */
  readonly answer?: {
    readonly status: number;
    readonly headers: RecordedHeaders;
    readonly body: RecordedBody;
    /** The connection ended before the body did. */
    readonly isCutOff?: true;
  };
  /** Why there is no whole answer, or who did not get it. */
  readonly note?: string;
}

export const headerOf = (headers: RecordedHeaders, name: string): string =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? "";

/** The JSON of a body; `undefined` where it is none. */
export const jsonOf = (body: RecordedBody): unknown => (body.kind === "json" ? body.value : undefined);
