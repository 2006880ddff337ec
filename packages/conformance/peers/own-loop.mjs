import { setTimeout as sleep } from "node:timers/promises";

export const OWN_LOOP = "the wait is the caller's own loop";

/** Trials of a wait, which say nothing about a client that leaves it to its caller. */
export const WAITS = {
  "abort-waiting-700": OWN_LOOP,
  "abort-waiting-1150": OWN_LOOP,
  "abort-waiting-1600": OWN_LOOP,
  "abort-silence": OWN_LOOP,
};

/** The loop of a careful caller: looks until there is something, the time is over, or nobody wants it any more. */
export async function waitFor({ signal, waitMs, speed }, everyMs, look) {
  const end = performance.now() + waitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error("timed out");
    await sleep(everyMs / speed, undefined, { signal });
  }
}
