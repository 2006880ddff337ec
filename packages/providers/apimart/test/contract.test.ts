import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createApimart, createApimartApi } from "../src/index.js";

const prompt = "a paper lantern";

describeContract("apimart", createApimartApi, {
  create: createApimart,
  requests: { createVideoGeneration: { model: "Omni-Flash-Ext", prompt } },
});
