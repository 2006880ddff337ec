import { describe, expect, it } from "vitest";
import { createClock } from "../src/engine/clock.js";

describe("the clock of a mock", () => {
  it("goes so many times as fast for tasks, and as fast as ours for those who wait", () => {
    const time = { now: 1000 };
    const clock = createClock(() => time.now, 20);
    time.now = 1500;
    clock.advance(1);
    expect([clock.now(), clock.clients()]).toEqual([1000 + 500 * 20 + 1000, 1000 + 500 + 1000]);
  });

  it("stands still while the machine's goes back", () => {
    const time = { now: 5000 };
    const clock = createClock(() => time.now);
    time.now = 9000;
    expect(clock.now()).toBe(9000);
    time.now = 6000;
    expect([clock.now(), clock.clients()]).toEqual([9000, 9000]);
    time.now = 9001;
    expect(clock.now()).toBe(9001);
  });

  it.each([NaN, Infinity, -1, 1e15])("is not moved by %d seconds, and works on", (seconds) => {
    const clock = createClock(() => 0);
    expect(() => {
      clock.advance(seconds);
    }).toThrow(RangeError);
    expect(clock.now()).toBe(0);
  });
});
