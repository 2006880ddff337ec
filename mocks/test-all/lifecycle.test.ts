import { providers } from "@omni-contracts/specs";
import { describeSequences } from "../test/sequences.js";
import { SAMPLES } from "./samples.js";

for (const provider of providers()) describeSequences(provider, SAMPLES);
