/** How many random cases a provider is tried with; CI, which runs on every change, names fewer. */
export const SAMPLES = Number(process.env.OMNI_SAMPLES ?? 10_000);
