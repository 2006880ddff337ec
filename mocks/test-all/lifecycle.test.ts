import { providers } from "@omni-contracts/specs";
import { describeSequences } from "../test/sequences.js";

for (const provider of providers()) describeSequences(provider, 10_000);
