/**
 * Remembers which events have come. One in memory knows what this process has seen; where several processes take events, pass
 * one that they share, such as a row with a unique key, or `SET … NX EX 172800`.
 */
export interface SeenEvents {
  /** Remembers an id in one step. Gives whether it is new. */
  readonly add: (id: string) => boolean | Promise<boolean>;
  /** Forgets an id: what came of it failed, and the next delivery is to count. */
  readonly delete: (id: string) => unknown;
}

/** Ids that are remembered; the oldest go. */
const MOST = 10_000;

/** @param most how many ids are remembered */
export function createSeenEvents(most = MOST): SeenEvents {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      const [oldest] = ids;
      if (ids.size >= most && oldest !== undefined) ids.delete(oldest);
      ids.add(id);
      return true;
    },
    delete: (id) => ids.delete(id),
  };
}
