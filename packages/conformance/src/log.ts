import type { MockRequest } from "@omni-contracts/mocks";
import type { Seen } from "./stage.js";

/** The requests of one run, as they arrive. */
export interface Log {
  readonly note: (request: MockRequest, kind: Seen["kind"]) => void;
  readonly all: () => readonly Seen[];
}

export function createLog(key: string, now: () => number): Log {
  const seen: Seen[] = [];
  return {
    note({ method, path, query, headers, text = "" }, kind) {
      const whole = [path, query.toString(), ...Object.values(headers), text].join("\n");
      const idempotencyKey = headers["idempotency-key"];
      seen.push({
        ...{ at: now(), method, path, kind, hasKey: whole.includes(key) },
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      });
    },
    all: () => seen,
  };
}
