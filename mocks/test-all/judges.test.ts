import { providers } from "@omni-contracts/specs";
import { describeFuzz } from "../test/judge-corpus.js";

for (const provider of providers()) describeFuzz(provider, 10_000);
