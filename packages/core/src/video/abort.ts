/** Everything that waits for a signal. One listener serves all of it: Node warns of more than ten on one signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls back when a signal is aborted; what it returns takes that back. */
export function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (!signal) return () => undefined;
  const stops = waiting.get(signal) ?? new Set();
  if (!waiting.has(signal)) {
    waiting.set(signal, stops);
    signal.addEventListener("abort", () => {
      stops.forEach((one) => {
        one();
      });
    });
  }
  stops.add(stop);
  return () => stops.delete(stop);
}
