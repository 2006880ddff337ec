// Runs: one at a time, with what is told while it goes on.
import type { VideoRequest } from "@omni-contracts/core";
import { onUnmounted, ref, shallowRef } from "vue";
import type { FaultWords } from "../../../../src/playground/modules.js";
import type { Untold } from "./faults.js";
import { since, type MockControl, type Totals } from "./mock.js";
import { changeOf, IDLE, run, type Order, type RunView } from "./run.js";
import { createFastTime, type FastTime, type Timers } from "./time.js";
import { randomId, type Playground } from "./use-playground.js";
import { createWire, type Sent, type Wire } from "./wire.js";

/** How many of a client's seconds pass in one of ours while it only waits for a mock. */
export const SPEED = 60;
/** How long a client waits for a mock, in milliseconds of its own time: a task that is stuck must not bore anybody. */
const PATIENCE = 240_000;
/** The same for a download: its longest silence of 30 seconds is 6 of ours. */
const DOWNLOAD_SPEED = 5;
const TICK = 100;

const timers: Timers = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function useRun(playground: Playground) {
  const view = shallowRef<RunView>(IDLE);
  const sent = shallowRef<readonly Sent[]>([]);
  const totals = shallowRef<Totals>();
  /** How often the client sent the submit. */
  const submits = ref(0);
  const elapsed = ref(0);
  const isRunning = ref(false);
  const isFast = ref(false);
  /** The fault that struck it, in the catalogue's words, and what its client cannot tell of it. */
  const struckBy = shallowRef<FaultWords>();
  const untold = shallowRef<Untold>();
  const state: { stop?: AbortController; times: Map<MockControl, FastTime> } = { times: new Map() };

  const tell = (change: Partial<RunView>) => {
    view.value = { ...view.value, ...change };
  };

  function timeOf(control: MockControl): FastTime {
    const time = state.times.get(control) ?? createFastTime(timers, SPEED, (seconds) => control.advance(seconds));
    state.times.set(control, time);
    return time;
  }

  const letGo = () => {
    if (view.value.videoUrl?.startsWith("blob:")) URL.revokeObjectURL(view.value.videoUrl);
  };

  async function start(what: { readonly request: VideoRequest } | { readonly handle: string }): Promise<void> {
    const { value: module } = playground.loaded;
    if (!module || isRunning.value) return;
    const isMock = playground.target.value.kind === "mock";
    const control = isMock && playground.found.value === "steerable" ? playground.control.value : undefined;
    const struck =
      isMock && "request" in what
        ? playground.faults.value.find(({ name }) => name === playground.fault.value)
        : undefined;
    const time = control && timeOf(control);
    const stop = new AbortController();
    letGo();
    view.value = IDLE;
    [state.stop, sent.value, submits.value, totals.value, elapsed.value] = [stop, [], 0, undefined, 0];
    [isRunning.value, isFast.value] = [true, time !== undefined];
    [struckBy.value, untold.value] = [struck, struck && playground.untold.value];
    const began = performance.now();
    const ticking = setInterval(() => {
      elapsed.value = performance.now() - began;
    }, TICK);

    const wire: Wire = createWire(
      (request) => fetch(request),
      () => {
        sent.value = wire.sent();
      },
    );
    const { contract, create } = module;
    const isFile = struck?.group === "file" || contract.lifecycle.result?.auth === "same-origin";
    try {
      const before = await control?.totals();
      const client = create({
        ...{ baseURL: playground.baseURL.value, apiKey: isMock ? "sk-mock" : playground.key.value },
        fetch: time ? (request) => time.during(() => wire.fetch(request)) : wire.fetch,
        ...(time && { clock: time.clock }),
        newId: () => playground.id.value,
        onEvent: (event) => {
          if (event.type === "submitting") submits.value += 1;
          tell(changeOf(event) ?? {});
        },
      });
      // Answers of a download come in pieces, so nobody can tell when it only waits: its time runs less fast.
      const slower = createFastTime(timers, time ? DOWNLOAD_SPEED : 1, () => Promise.resolve());
      const means = { fetch: wire.stream, clock: slower.clock, abortSignal: stop.signal };
      const download: Order["download"] = async (from, task) =>
        (await import("./download.js")).download(from, task, means);
      await run(
        {
          ...{ client, lifecycle: contract.lifecycle, abortSignal: stop.signal },
          what,
          timeoutMs: time && PATIENCE,
          download: isFile ? download : undefined,
        },
        tell,
      );
      const after = before && (await control?.totals());
      totals.value = before && after && since(before, after);
    } finally {
      clearInterval(ticking);
      elapsed.value = performance.now() - began;
      isRunning.value = false;
      playground.id.value = randomId() + randomId();
    }
  }

  const cancel = () => {
    state.stop?.abort();
  };
  onUnmounted(() => {
    cancel();
    letGo();
  });

  return { view, sent, submits, totals, elapsed, isRunning, isFast, struckBy, untold, start, cancel };
}

export type Run = ReturnType<typeof useRun>;
