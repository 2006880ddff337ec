import type { TaskStatus } from "@omni-contracts/core/language";
import type { VirtualClock } from "../engine/clock.js";
import { createAgenda, realWake, type Wake } from "./agenda.js";
import { postHere, type PostEvent } from "./post.js";

/** What became of an attempt to tell of a task. */
export interface WebhookDelivery {
  /** When; milliseconds since 1970 by the clock of the tasks. */
  readonly at: number;
  readonly provider: string;
  /** Name under `webhooks` of the contract. */
  readonly webhook: string;
  /** Its id, as the provider would tell it. */
  readonly task: string | undefined;
  /** The state that the event tells; absent where nothing was to be sent. */
  readonly says?: TaskStatus;
  /** Where to; no user, no password, no query. */
  readonly url: string;
  /** From 1; 0 where nothing was sent. */
  readonly attempt: number;
  /**
   * `taken`: the receiver answered 2xx. `repeat`: it did not, and the event is sent again. `failed`: it did not, and that is
   * the end. `lost`: a fault kept it back for good. `refused`: it may not be sent there.
   */
  readonly outcome: "taken" | "repeat" | "failed" | "lost" | "refused";
  /** What the receiver answered with; absent where it did not. */
  readonly status?: number;
  /** Why there was no answer, or why nothing was sent. */
  readonly problem?: string;
  /** Seconds until it is sent again. */
  readonly again?: number;
  /** The fault that it suffers from. */
  readonly fault?: string;
}

/** What one namespace sends and has sent. */
export interface Outbox {
  /** Seconds since 1970 as receivers live them, to be signed. */
  seconds(): number;
  /** Milliseconds since 1970, as tasks live them. */
  now(): number;
  /** Does something at a time; whatever goes wrong with it goes no further. */
  plan(at: number, job: () => Promise<void>): void;
  /** Sends one request. */
  post(
    url: URL,
    init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
    timeout: number,
  ): Promise<{ readonly status: number } | { readonly problem: string }>;
  note(delivery: Omit<WebhookDelivery, "at">): void;
  /** Keeps something back until `release` is called, or a time comes; one thing only, or gives false. */
  hold(until: number, job: () => Promise<void>): boolean;
  /** Does what was kept back so far. */
  release(): Promise<void>;
  /** The last ones, oldest first. */
  deliveries(): readonly WebhookDelivery[];
  /** Begins what is due; to be called when the clock was moved. */
  begin(): void;
  settled(): Promise<void>;
  stop(): void;
}

export interface OutboxOptions {
  readonly post?: PostEvent;
  readonly wake?: Wake;
  /** Milliseconds since 1970 by which receivers live. Default: the clock's, without the speed. */
  readonly receivers?: () => number;
  /** Told of every attempt. */
  readonly onDelivery?: (delivery: WebhookDelivery) => void;
}

/** Why an attempt ended before it was answered. */
type GivenUp = "timeout" | "stopped";

/** Deliveries that are remembered. */
const TOLD = 1000;

/** What went wrong, without the address: a receiver's own words may hold anything. */
function problemOf(error: unknown): string {
  const { code, name }: { code?: unknown; name?: unknown } = error instanceof Error ? error : {};
  const { cause }: { cause?: unknown } = error instanceof Error ? error : {};
  if (typeof code === "string") return code;
  return cause === undefined ? (typeof name === "string" ? name : "failed") : problemOf(cause);
}

export function createOutbox(clock: VirtualClock, speed: number, options: OutboxOptions = {}): Outbox {
  const { post = postHere, wake = realWake, receivers = () => clock.clients(), onDelivery } = options;
  const agenda = createAgenda(clock, speed, wake);
  const told: WebhookDelivery[] = [];
  const held = new Set<() => Promise<void>>();
  const underWay = new Set<(why: GivenUp) => void>();
  const state = { isStopped: false };

  const plan = (at: number, job: () => Promise<void>) => {
    // Nothing that goes wrong here may reach those who talk to the mock.
    agenda.plan(at, () => job().catch(() => undefined));
  };

  return {
    seconds: () => Math.floor(receivers() / 1000),
    now: () => clock.now(),
    plan,
    async post(url, { headers, body }, timeout) {
      if (state.isStopped) return { problem: "stopped" };
      // One of its own for each attempt: what `AbortSignal.any` makes of one that stays is never let go of by Node 20.
      const attempt = new AbortController();
      let problem: GivenUp | undefined;
      const giveUp = (why: GivenUp) => {
        problem ??= why;
        attempt.abort();
      };
      // A receiver that heeds no signal must not hold anything up either.
      const given = new Promise<never>((_, reject) => {
        attempt.signal.addEventListener("abort", () => {
          reject(new Error("Given up."));
        });
      });
      given.catch(() => undefined);
      underWay.add(giveUp);
      const rest = wake(timeout * 1000, () => {
        giveUp("timeout");
      });
      try {
        const { signal } = attempt;
        const request = new Request(url, { method: "POST", headers, body, signal, redirect: "manual" });
        const { status } = await Promise.race([post(request), given]);
        return { status };
      } catch (error) {
        return { problem: problem ?? problemOf(error) };
      } finally {
        rest();
        underWay.delete(giveUp);
      }
    },
    note(delivery) {
      if (state.isStopped) return;
      const noted = { at: clock.now(), ...delivery };
      told.push(noted);
      if (told.length > TOLD) told.shift();
      onDelivery?.(noted);
    },
    hold(until, job) {
      if (held.size > 0) return false;
      const once = async () => {
        if (held.delete(once)) await job();
      };
      held.add(once);
      plan(until, once);
      return true;
    },
    async release() {
      for (const job of [...held]) await job();
    },
    deliveries: () => [...told],
    begin: agenda.begin,
    settled: agenda.settled,
    stop() {
      state.isStopped = true;
      for (const giveUp of [...underWay]) giveUp("stopped");
      held.clear();
      agenda.stop();
    },
  };
}
