import { providers } from "@omni-contracts/specs";
import { describeFuzz } from "../test/judge-corpus.js";
import { SAMPLES } from "./samples.js";

for (const provider of providers()) describeFuzz(provider, SAMPLES);
