import { ai, aiStart } from "./ai.mjs";
import { fal, falQueue } from "./fal.mjs";
import { openai } from "./openai.mjs";
import { replicate, replicatePredictions } from "./replicate.mjs";

/** Clients of others, as their pages use them: by the call that does all, and by those that submit and wait apart. */
export const drivers = [fal, falQueue, replicate, replicatePredictions, openai, ai, aiStart];
