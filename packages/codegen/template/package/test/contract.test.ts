import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { create{{Provider}}Api } from "../src/index.js";

describeContract("{{provider}}", create{{Provider}}Api);
