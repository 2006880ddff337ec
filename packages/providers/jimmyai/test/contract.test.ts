import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createJimmyai, createJimmyaiApi } from "../src/index.js";

const prompt = "a paper lantern";

describeContract("jimmyai", createJimmyaiApi, {
  create: createJimmyai,
  requests: { createGeminiOmniVideo: { model: "Gemini-Omini", prompt } },
});
