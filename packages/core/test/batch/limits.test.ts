import { describe, expect, it } from "vitest";
import { createHeap } from "../../src/batch/heap.js";
import { createPace } from "../../src/batch/limits.js";
import { createQueue } from "../../src/batch/queue.js";
import { fullestMinute } from "../support/many.js";

describe("a pace", () => {
  it.each([0.5, 1, 7, 59, 60, 100, 3000])(
    "%d a minute: never more in any 60 seconds, and not much less",
    (perMinute) => {
      const pace = createPace(perMinute);
      const times: number[] = [];
      let now = 1_795_219_200_000;
      const from = now;
      while (now < from + 300_000) {
        now = Math.max(now, pace.next(1));
        pace.take(now, 1);
        times.push((now - from) / 1000);
      }
      expect(fullestMinute(times)).toBeLessThanOrEqual(Math.ceil(perMinute));
      expect(times.length).toBeGreaterThan(perMinute * 4.5);
      // A second's worth at once, and after it one by one.
      const atOnce = times.filter((at) => at < 0.001).length;
      expect([0, 1]).toContain(Math.max(1, Math.floor(perMinute / 60)) - atOnce);
    },
  );

  it.each([1, 30, 600])("%d a minute counts one that takes two requests twice", (perMinute) => {
    const pace = createPace(perMinute);
    const times: number[] = [];
    let now = 0;
    for (let n = 0; n < perMinute * 3; n += 1) {
      const requests = 1 + (n % 2);
      now = Math.max(now, pace.next(requests));
      pace.take(now, requests);
      for (let i = 0; i < requests; i += 1) times.push(now / 1000);
    }
    expect(fullestMinute(times)).toBeLessThanOrEqual(Math.max(2, perMinute));
  });

  it("Infinity is no pace", () => {
    const pace = createPace(Infinity);
    for (let n = 0; n < 100; n += 1) pace.take(5, 1);
    expect(pace.next(1)).toBe(-Infinity);
  });
});

describe("a heap", () => {
  it("gives the earliest first, whatever came first", () => {
    const heap = createHeap<{ at: number }>();
    const times = Array.from({ length: 500 }, (_, i) => (i * 7919) % 503);
    for (const at of times) heap.push({ at });
    const popped = times.map(() => heap.pop()?.at);
    expect(popped).toEqual(times.toSorted((a, b) => a - b));
    expect([heap.peek(), heap.pop()]).toEqual([undefined, undefined]);
  });
});

describe("a queue", () => {
  it("keeps the order, over thousands, and lets one come back to the front", () => {
    const queue = createQueue<number>();
    const seen: (number | undefined)[] = [];
    for (let n = 0; n < 5000; n += 1) queue.push(n);
    for (let n = 0; n < 4000; n += 1) seen.push(queue.shift());
    queue.putBack(3999);
    queue.push(5000);
    for (let n = 0; n < 1002; n += 1) seen.push(queue.shift());
    expect(seen).toEqual([...Array(4000).keys(), 3999, ...Array.from({ length: 1001 }, (_, i) => 4000 + i)]);
    expect(queue.shift()).toBeUndefined();
    queue.push(1);
    expect([queue.peek(), queue.shift(), queue.peek()]).toEqual([1, 1, undefined]);
  });
});
