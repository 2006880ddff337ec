/** First in, first out. */
export interface Queue<Item> {
  readonly size: () => number;
  readonly push: (item: Item) => void;
  readonly shift: () => Item | undefined;
  /** Oldest first. */
  readonly all: () => Item[];
}

/**
 * An array whose front is moved on and cut off now and then: `shift` of a long array moves all that is left of it, and a
 * `Set` walks over all that were deleted.
 */
export function createQueue<Item>(): Queue<Item> {
  // What was taken is let go of at once.
  let items: (Item | undefined)[] = [];
  let front = 0;
  return {
    size: () => items.length - front,
    push(item) {
      items.push(item);
    },
    shift() {
      const item = items[front];
      if (front < items.length) items[front++] = undefined;
      if (front > 32 && front * 2 > items.length) {
        items = items.slice(front);
        front = 0;
      }
      return item;
    },
    all: () => items.slice(front).filter((item) => item !== undefined),
  };
}
