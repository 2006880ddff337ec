import type { MockRequest } from "@omni-contracts/mocks";
import type { Seen } from "./stage.js";

/** What stands behind the scheme of a header, as it is and decoded: Basic hides the key in base64. */
const decoded = (header: string): string => {
  const [, credentials = ""] = header.split(" ");
  return Buffer.from(credentials, "base64").toString();
};

/** The requests of one run, as they arrive. */
export interface Log {
  readonly note: (request: MockRequest, kind: Seen["kind"]) => void;
  readonly all: () => readonly Seen[];
}

export function createLog(key: string, now: () => number): Log {
  const seen: Seen[] = [];
  return {
    note({ method, path, query, headers, text = "" }, kind) {
      const values = Object.values(headers);
      const whole = [path, query.toString(), ...values, ...values.map(decoded), text].join("\n");
      const idempotencyKey = headers["idempotency-key"];
      seen.push({
        ...{ at: now(), method, path, kind, hasKey: whole.includes(key) },
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      });
    },
    all: () => seen,
  };
}
