import type { ActiveFault } from "../faults/active.js";
import type { Outbox } from "../webhooks/outbox.js";
import { createAskedFaults, type AskedFaults } from "../faults/asked.js";
import type { VirtualClock } from "./clock.js";
import type { Refused } from "./ledger.js";
import { randomFrom } from "./random.js";

/** A fault that strikes until it is taken away. */
export interface StandingFault {
  readonly id: number;
  /** Of one provider only. */
  readonly provider?: string;
  readonly active: ActiveFault;
}

/** One namespace of a mock: what those who use it share, and nobody else sees. */
export interface Space {
  readonly name: string;
  readonly clock: VirtualClock;
  /** What it tells receivers of webhooks. */
  readonly outbox: Outbox;
  /** Numbers from 0 up to 1; ids are drawn from them. */
  randomFor(provider: string): () => number;
  readonly standing: StandingFault[];
  standingFor(provider: string): ActiveFault[];
  readonly asked: AskedFaults;
  /** Notes a submit that was not served. */
  refuse(refused: Refused): void;
  /** Notes what people should know, and no client is told. */
  note(text: string): void;
  /** The last notes, oldest first. */
  notes(): readonly string[];
  refusals(): { readonly last: readonly Refused[]; readonly count: number; readonly early: number };
}

/** Refused submits and notes that are told one by one; refusals are all counted. */
const TOLD = 1000;

/** Ids of one namespace mean nothing in another, so that whoever mixes them up notices. */
const hashOf = (name: string): number => Array.from(name).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 0);

export function createSpace(
  name: string,
  { clock, outbox, seed }: { readonly clock: VirtualClock; readonly outbox: Outbox; readonly seed: number },
): Space {
  const draws = new Map<string, () => number>();
  const standing: StandingFault[] = [];
  const last: Refused[] = [];
  const notes: string[] = [];
  const counts = { count: 0, early: 0 };
  return {
    name,
    clock,
    outbox,
    randomFor(provider) {
      const draw = draws.get(provider) ?? randomFrom(seed + hashOf(name));
      draws.set(provider, draw);
      return draw;
    },
    standing,
    standingFor: (provider) =>
      standing.flatMap((one) => (one.provider === undefined || one.provider === provider ? [one.active] : [])),
    asked: createAskedFaults(),
    refuse(refused) {
      last.push(refused);
      if (last.length > TOLD) last.shift();
      counts.count += 1;
      counts.early += Number(refused.isEarly);
    },
    note(text) {
      notes.push(text);
      if (notes.length > TOLD) notes.shift();
    },
    notes: () => [...notes],
    refusals: () => ({ last: [...last], ...counts }),
  };
}
