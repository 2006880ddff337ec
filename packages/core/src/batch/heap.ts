/** Something that is due at a time. */
export interface Due {
  /** Milliseconds, by the clock of whoever keeps it. */
  readonly at: number;
}

/** What is due, the earliest first: a binary heap. */
export interface Heap<Item extends Due> {
  readonly push: (item: Item) => void;
  readonly peek: () => Item | undefined;
  readonly pop: () => Item | undefined;
  readonly clear: () => void;
}

export function createHeap<Item extends Due>(): Heap<Item> {
  const items: Item[] = [];
  const atOf = (place: number): number => items[place]?.at ?? Infinity;

  function swap(a: number, b: number): void {
    const [one, other] = [items[a], items[b]];
    if (one && other) [items[a], items[b]] = [other, one];
  }

  function rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (atOf(parent) <= atOf(place)) return;
      swap(parent, place);
      place = parent;
    }
  }

  function sink(): void {
    let place = 0;
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const child = atOf(right) < atOf(left) ? right : left;
      if (atOf(child) >= atOf(place)) return;
      swap(place, child);
      place = child;
    }
  }

  return {
    push(item) {
      rise(items.push(item) - 1);
    },
    peek: () => items[0],
    pop() {
      swap(0, items.length - 1);
      const first = items.pop();
      sink();
      return first;
    },
    clear() {
      items.length = 0;
    },
  };
}
