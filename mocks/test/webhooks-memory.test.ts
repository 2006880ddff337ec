// A mock that runs for days sends many events; none may leave anything behind.
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { createClock } from "../src/engine/clock.js";
import { createOutbox } from "../src/webhooks/outbox.js";
import { START } from "./mocking.js";

const EVENTS = 2000;

/** Bytes that are in use once the collector has been everywhere. */
async function bytesInUse(collect: () => void): Promise<number> {
  for (let i = 0; i < 3; i += 1) {
    await nextTurn();
    collect();
  }
  return process.memoryUsage().heapUsed;
}

it("attempts to send an event are let go of, though the outbox stays", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const outbox = createOutbox(
    createClock(() => START),
    1,
    { post: () => Promise.resolve({ status: 204 }), wake: () => () => undefined },
  );
  const send = async (count: number) => {
    for (let i = 0; i < count; i += 1)
      await outbox.post(new URL("http://127.0.0.1:9/"), { headers: {}, body: "{}" }, 10);
  };
  await send(500);
  const before = await bytesInUse(collect);
  await send(EVENTS);
  const after = await bytesInUse(collect);
  expect((after - before) / EVENTS).toBeLessThan(300);
  // It would be let go of as well.
  outbox.stop();
});
