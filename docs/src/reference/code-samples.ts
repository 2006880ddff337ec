import type { Document } from "@omni-contracts/specs";

/** The contract with `x-codeSamples` at its operations. The seam for the samples' generator, `src/samples/`. */
export const withCodeSamples = (document: Document): Document => document;
