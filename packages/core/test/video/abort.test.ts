import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { onAbort } from "../../src/video/abort.js";
import { systemClock } from "../../src/video/clock.js";

it("a hundred that sleep by one signal have one listener, and all of them wake", async () => {
  const stop = new AbortController();
  const sleepers = Array.from({ length: 100 }, () => systemClock.sleep(60_000, stop.signal));
  expect(getEventListeners(stop.signal, "abort")).toHaveLength(1);
  stop.abort(new Error("enough"));
  const woken = await Promise.allSettled(sleepers);
  expect(woken.map((one) => one.status === "rejected" && one.reason.message)).toEqual(sleepers.map(() => "enough"));
});

it("whoever has gone is not told, and whoever comes after that is", () => {
  const stop = new AbortController();
  const told: string[] = [];
  const forget = onAbort(stop.signal, () => told.push("a"));
  onAbort(stop.signal, () => told.push("b"));
  forget();
  onAbort(stop.signal, () => told.push("c"));
  stop.abort();
  expect(told).toEqual(["b", "c"]);
  expect(() => {
    onAbort(undefined, () => told.push("d"))();
  }).not.toThrow();
});
