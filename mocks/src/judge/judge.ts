import type { MockRequest } from "../transport/http.js";
import type { Route } from "../engine/routes.js";

/** Why a request is refused, before anything is done. */
export interface Refusal {
  readonly code: "authentication" | "invalid_request";
  /** The member that is wrong, as one would write it in code; empty for the request itself. */
  readonly field: string;
  /** What is wrong and what to do, for people. */
  readonly message: string;
}

/** `undefined` when a request is right. */
export type Verdict = Refusal | undefined;

/** Holds a request against the contract: at once where it can, because a promise costs as much as a small body. */
export type Judge = (route: Route, request: MockRequest) => Verdict | Promise<Verdict>;
