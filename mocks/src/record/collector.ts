import { objectAt, type Document, type OperationEntry } from "@omni-contracts/specs";
import type { MockAnswer } from "../transport/http.js";
import type { Exchange } from "./exchange.js";
import type { Comparison, Finding, Seen } from "./finding.js";

interface Found extends Omit<Finding, "seenAt" | "times" | "recordings"> {
  readonly exchange: Exchange;
  readonly seenAt: string;
  /** What makes it the same as another; where it is not given, operation and place. */
  readonly identity?: string;
}

/** Brings together what is the same, so that each difference is told once. */
export interface Collector {
  add(found: Found): void;
  see(operation: string, status: number, key: string | undefined, mock: MockAnswer | undefined): void;
  unanswered(exchange: Exchange): void;
  comparison(operations: readonly OperationEntry[], exchanges: number): Comparison;
}

/** Recordings that are named for each. */
const NAMED = 10;

export function createCollector({ provider }: Document): Collector {
  const findings = new Map<string, { first: Found; seenAt: Set<string>; recordings: Set<number>; times: number }>();
  const seen = new Map<
    string,
    { entry: Omit<Seen, "times" | "mock">; key: string | undefined; times: number; mock: Set<string> }
  >();
  const without: Comparison["unanswered"][number][] = [];

  return {
    add(found) {
      const { kind, identity, seenAt, place, exchange } = found;
      const key = [provider, kind, identity ?? `${seenAt} ${place}`].join("\n");
      const before = findings.get(key) ?? { first: found, seenAt: new Set(), recordings: new Set(), times: 0 };
      before.seenAt.add(seenAt);
      before.times += 1;
      if (before.recordings.size < NAMED) before.recordings.add(exchange.number);
      findings.set(key, before);
    },
    see(operation, status, key, mock) {
      const name = `${operation} ${status}`;
      const entry = { operation, status, isKnown: key !== undefined };
      const before = seen.get(name) ?? { entry, key, times: 0, mock: new Set() };
      before.times += 1;
      before.mock.add(mock ? String(mock.status) : "not asked");
      seen.set(name, before);
    },
    unanswered({ number, isPaid, note = "" }) {
      without.push({ number, isPaid, note });
    },
    comparison(operations, exchanges) {
      const all = [...seen.values()];
      const unseen = operations.flatMap(({ id, operation }) => {
        const mine = all.filter(({ entry }) => entry.operation === id);
        const missing = Object.keys(objectAt(operation.responses)).filter(
          (status) => !mine.some(({ key }) => key === status),
        );
        return mine.length === 0 || missing.length === 0 ? [] : [`${id} ${missing.join(", ")}`];
      });
      return {
        findings: [...findings.values()].map(({ first, seenAt, recordings, times }) => {
          const { kind, place, spec, real, mock, change } = first;
          const told = { kind, place, spec, real, mock, ...(change && { change }) };
          return { ...told, seenAt: [...seenAt], recordings: [...recordings], times };
        }),
        seen: all.map(({ entry, times, mock }) => ({ ...entry, times, mock: [...mock] })),
        ...{ unseen, exchanges, unanswered: without },
        untried: operations.map(({ id }) => id).filter((id) => !all.some(({ entry }) => entry.operation === id)),
      };
    },
  };
}
