import { setTimeout as wait } from "node:timers/promises";
import type { MockAnswer } from "./http.js";

/** Waits so many milliseconds; rejects when the signal says so. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = (milliseconds, signal) => wait(milliseconds, undefined, { signal });

const DRIPS = 10;

/** As much of a body as gets through before the connection breaks. */
const cutOff = (bytes: Uint8Array<ArrayBuffer>, { delivery }: MockAnswer): Uint8Array<ArrayBuffer> =>
  bytes.subarray(0, Math.floor(bytes.length * (delivery?.breaksAt ?? 1)));

/** The body in pieces, as a fault lets it through. */
export async function* piecesOf(
  whole: Uint8Array<ArrayBuffer>,
  answer: MockAnswer,
  sleep: Sleep,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = cutOff(whole, answer);
  const drip = answer.delivery?.drip ?? 0;
  if (drip === 0) {
    yield bytes;
    return;
  }
  const size = Math.max(1, Math.ceil(bytes.length / DRIPS));
  for (let at = 0; at < bytes.length; at += size) {
    await sleep((drip * 1000) / DRIPS, signal);
    yield bytes.subarray(at, at + size);
  }
}
