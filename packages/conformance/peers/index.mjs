import { ai } from "./ai.mjs";
import { fal } from "./fal.mjs";
import { openai } from "./openai.mjs";
import { replicate } from "./replicate.mjs";

/** Clients of others, as their pages use them. */
export const drivers = [fal, replicate, openai, ai];
