import type { BoundModel } from "./client.js";

/** What a bound model takes; where it may be one of several, what all of them take. */
// A union of functions is inferred as the intersection of their arguments.
export type Taken<Model extends BoundModel<never>> = (
  Model extends BoundModel<infer Request> ? (request: Request) => void : never
) extends (request: infer All) => void
  ? All
  : never;
