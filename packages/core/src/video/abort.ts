/** Everything that waits for a signal. One listener serves all of it: Node warns of more than ten on one signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

function listen(signal: AbortSignal): Set<() => void> {
  const stops = new Set<() => void>();
  const all = () => {
    waiting.delete(signal);
    for (const stop of [...stops]) stop();
  };
  signal.addEventListener("abort", all, { once: true });
  waiting.set(signal, stops);
  return stops;
}

/** Calls back when a signal is aborted; what it returns takes that back. */
export function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (!signal) return () => undefined;
  const stops = waiting.get(signal) ?? listen(signal);
  stops.add(stop);
  return () => {
    stops.delete(stop);
  };
}
