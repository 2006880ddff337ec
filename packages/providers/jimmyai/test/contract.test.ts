import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createJimmyaiApi } from "../src/index.js";

describeContract("jimmyai", createJimmyaiApi);
