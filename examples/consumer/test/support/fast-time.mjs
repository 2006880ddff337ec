// Loaded before an example: its pauses and its clock run a hundred times as fast, and it reaches this machine only. Timers
// of 30 s and more are limits of single requests; they stay as they are, so that a busy machine breaks none. An example that
// turns the clock of its own mock waits for nothing, and that mock's limits are shorter: it keeps real time.
const FASTER = process.env.OMNI_EXAMPLE_PACE === "real" ? 1 : 100;
const LIMIT = 30_000;

const { setTimeout: realTimeout, fetch: realFetch } = globalThis;
const realNow = Date.now.bind(Date);
const start = realNow();

globalThis.setTimeout = (work, milliseconds = 0, ...rest) =>
  realTimeout(work, milliseconds < LIMIT ? milliseconds / FASTER : milliseconds, ...rest);
Date.now = () => start + (realNow() - start) * FASTER;

globalThis.fetch = (request, init) => {
  const { hostname } = new URL(request.url ?? request);
  if (hostname !== "127.0.0.1") throw new Error(`An example wanted to reach ${hostname}.`);
  return realFetch(request, init);
};
