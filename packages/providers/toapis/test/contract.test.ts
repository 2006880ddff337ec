import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createToapisApi } from "../src/index.js";

describeContract("toapis", createToapisApi);
