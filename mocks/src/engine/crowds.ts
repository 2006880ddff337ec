import { createQueue, type Queue } from "./queue.js";

/** Items in groups, of which the largest gives way first. */
export interface Crowds<Item> {
  readonly size: () => number;
  readonly add: (group: string, item: Item) => void;
  /** Takes the oldest item out of the largest group; of groups of one size, out of the one that came to it first. */
  readonly shiftLargest: () => Item | undefined;
  /** Oldest first. */
  readonly of: (group: string) => readonly Item[];
  /** Takes all items out of a group. */
  readonly clear: (group: string) => readonly Item[];
}

/** Groups are kept by their size, so that nothing is sorted or searched when one of a thousand has to give way. */
export function createCrowds<Item>(): Crowds<Item> {
  const groups = new Map<string, Queue<Item>>();
  const bySize: (Set<string> | undefined)[] = [];
  const state = { size: 0, largest: 0 };

  function move(group: string, from: number, to: number): void {
    const left = bySize[from];
    const isAlone = left?.size === 1;
    if (isAlone) bySize[from] = undefined;
    else left?.delete(group);
    if (to === 0) groups.delete(group);
    // Mostly one group grows and shrinks by itself: its set goes with it.
    else if (isAlone && !bySize[to]) bySize[to] = left;
    else bySize[to] = (bySize[to] ?? new Set()).add(group);
    state.size += to - from;
    state.largest = Math.max(state.largest, to);
    // Only a group that is emptied at once leaves a gap below it.
    while (state.largest > 0 && !bySize[state.largest]) state.largest -= 1;
  }

  return {
    size: () => state.size,
    add(group, item) {
      const queue = groups.get(group) ?? createQueue<Item>();
      groups.set(group, queue);
      queue.push(item);
      move(group, queue.size() - 1, queue.size());
    },
    shiftLargest() {
      const [group = ""] = bySize[state.largest] ?? [];
      const queue = groups.get(group);
      const item = queue?.shift();
      if (queue) move(group, queue.size() + 1, queue.size());
      return item;
    },
    of: (group) => groups.get(group)?.all() ?? [],
    clear(group) {
      const queue = groups.get(group);
      if (queue) move(group, queue.size(), 0);
      return queue?.all() ?? [];
    },
  };
}
