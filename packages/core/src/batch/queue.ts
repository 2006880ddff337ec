/** First in, first out; one that was out may come back to the front. */
export interface Queue<Item> {
  readonly push: (item: Item) => void;
  readonly putBack: (item: Item) => void;
  readonly peek: () => Item | undefined;
  readonly shift: () => Item | undefined;
}

/** Items that have left stay in the array until they are this many; moving the rest at each `shift` would take n². */
const SLACK = 1024;

export function createQueue<Item>(): Queue<Item> {
  let items: Item[] = [];
  let head = 0;
  const front: Item[] = [];
  return {
    push(item) {
      items.push(item);
    },
    putBack(item) {
      front.push(item);
    },
    peek: () => front.at(-1) ?? items[head],
    shift() {
      if (front.length > 0) return front.pop();
      const item = items[head];
      if (head < items.length) head += 1;
      if (head > SLACK && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
}
