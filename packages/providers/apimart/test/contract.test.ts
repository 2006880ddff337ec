import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createApimartApi } from "../src/index.js";

describeContract("apimart", createApimartApi);
