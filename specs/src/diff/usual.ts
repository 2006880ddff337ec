import type { Json } from "../document.js";
import { membersAs } from "./canonical.js";
import { shown } from "./words.js";

/** What an answer means: the members of a rule that are no condition. */
export interface Meaning {
  readonly outcome: string;
  readonly error: string;
  readonly resend: Json | undefined;
}

/** `x-outcomes` of a submit, `x-errors` of a read or of another operation, or the states that an answer itself shows. */
export type RuleKind = "outcomes" | "reads" | "errors" | "states";

// The same as in packages/core/src/language/classify.ts, which a test compares with this.
const REFUSALS = new Set(
  [400, 401, 402, 403, 404, 405, 406, 410, 411, 412, 413, 414, 415, 416, 417, 422, 426, 428, 429, 431, 451].map(String),
);
const UNAVAILABLE = new Set(["408", "425"]);
const CODES: Readonly<Record<string, string>> = {
  401: "authentication",
  402: "insufficient_credits",
  403: "permission_denied",
  429: "rate_limited",
};

function codeOf(status: string, kind: RuleKind): string | undefined {
  if (kind === "reads" && status === "404") return "task_not_found";
  if (status.startsWith("5") || UNAVAILABLE.has(status)) return "provider_unavailable";
  return /^4\d\d$/.test(status) ? (CODES[status] ?? "invalid_request") : undefined;
}

/** What an answer with that status means where no rule matches; `undefined` where that depends on the status. */
export function usual(http: Json | undefined, kind: RuleKind): Meaning | undefined {
  const [only, ...more] = membersAs(http).map(shown);
  // The client errors of HTTP mean different things.
  if (only === undefined || only === "4XX" || more.length > 0 || kind === "states") return undefined;
  if (kind !== "outcomes") {
    const error = codeOf(only, kind);
    return error === undefined ? undefined : { outcome: "", error, resend: undefined };
  }
  if (!REFUSALS.has(only)) return { outcome: "unknown", error: "", resend: undefined };
  return { outcome: "rejected", error: codeOf(only, kind) ?? "", resend: only === "429" ? "usual" : undefined };
}
