import { fal } from "./fal.js";
import { openai } from "./openai.js";
import type { Protocol } from "./protocol.js";
import { replicate } from "./replicate.js";

/** The protocols for which there is a stand-in, by the name that a driver gives. */
export const PROTOCOLS: ReadonlyMap<string, Protocol> = new Map(Object.entries({ fal, replicate, openai }));
