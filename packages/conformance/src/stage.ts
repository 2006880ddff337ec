import type { Fault } from "@omni-contracts/mocks";
import type { Kind } from "./links.js";

/** A request as it arrived. */
export interface Seen {
  /** Milliseconds, by a clock that never goes back. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly kind: "submit" | "read" | "cancel" | "other";
  /** The key stands somewhere in it: in a header, the address or the body. */
  readonly hasKey: boolean;
  readonly idempotencyKey?: string;
}

/** What became of the money. */
export interface Books {
  /** Ids of the jobs that were taken. */
  readonly jobs: readonly string[];
  /** How many of them were paid for and not paid back. */
  readonly charged: number;
}

/** A place for one run of one client: its own tasks, faults, ledger and log. The witness of everything that is measured. */
export interface Stage {
  readonly baseURL: string;
  /** What came in, oldest first. */
  readonly requests: () => readonly Seen[];
  /** The address of another host. */
  readonly elsewhereURL: string;
  /** What came to that host, of which the client was told by a redirect or by links only. */
  readonly elsewhere: () => readonly Seen[];
  /** How many links to the other host were in the answers. */
  readonly links: () => number;
  readonly books: () => Promise<Books>;
  /** Lets so many seconds pass for the tasks. */
  readonly advance: (seconds: number) => Promise<void>;
  /** Whatever still comes is refused. */
  readonly close: () => void;
}

/** Names of the catalogue, and faults in the form of mocks/faults/schema.yaml. */
export type FaultList = readonly (string | (Partial<Fault> & { readonly use?: string }))[];

export interface Bench {
  readonly key: string;
  /**
   * @param protocol of a driver
   * @param faults what goes wrong; gets the address of the other host
   * @param linksTo where links lead that are in the answers, given the same address; if absent, where they should
   * @param linksOf which of them: to the job, by default, or to the video
   * @throws Error when nobody here speaks the protocol
   */
  readonly open: (
    protocol: string,
    faults: (elsewhere: string) => FaultList,
    linksTo?: (elsewhere: string) => string,
    linksOf?: Kind,
  ) => Promise<Stage>;
  readonly close: () => Promise<void>;
}
