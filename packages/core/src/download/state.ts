import type { OmniError } from "../error.js";
import type { Fresh } from "./expired.js";
import type { Inspector } from "./inspect.js";
import type { Reader } from "./reader.js";

/** How far a transfer has come. */
export interface State {
  /** Where it is fetched from; changes once at most, for a fresh link. */
  url: URL;
  /** Bytes that were handed out. */
  at: number;
  /** Bytes of the whole, as far as the server can be believed. */
  total: number | undefined;
  validator: string | undefined;
  mediaType: string;
  inspector: Inspector;
  /** The answer that is being read. */
  reader: Reader | undefined;
  wire: AbortController;
  /** Bytes of this answer that were handed out before. */
  skip: number;
  /** Whether the server is asked for ranges. */
  canRange: boolean;
  /** What a look for a fresh link has found. */
  looked: Fresh | undefined;
}

/** What may be right at the next try. Any other error is final. */
export class Passing extends Error {
  constructor(readonly error: OmniError) {
    super(error.message);
  }
}
