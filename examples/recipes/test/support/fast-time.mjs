// Loaded before a program: its pauses and its clock run a hundred times as fast, so that nobody waits for the next look. Timers of 30 s
// and more are limits of single requests; they stay as they are. And it reaches this machine only.
const FASTER = 100;
const LIMIT = 30_000;

const { setTimeout: realTimeout, fetch: realFetch } = globalThis;
globalThis.setTimeout = (work, milliseconds = 0, ...rest) =>
  realTimeout(work, milliseconds < LIMIT ? milliseconds / FASTER : milliseconds, ...rest);
const realNow = Date.now.bind(Date);
const start = realNow();
Date.now = () => start + (realNow() - start) * FASTER;

globalThis.fetch = (request, init) => {
  const { hostname } = new URL(request.url ?? request);
  if (hostname !== "127.0.0.1") throw new Error(`A recipe wanted to reach ${hostname}.`);
  return realFetch(request, init);
};
