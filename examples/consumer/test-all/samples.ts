const ALL = 10_000;
const samples = Number(process.env.OMNI_SAMPLES ?? ALL);

/** How much of what is tried many times over is tried: 1 for all of it, which is the default; CI, which runs on every change, tries less. */
export const SHARE = Math.min(1, samples / ALL);
