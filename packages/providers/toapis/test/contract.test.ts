import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createToapis, createToapisApi } from "../src/index.js";

const prompt = "a paper lantern";

describeContract("toapis", createToapisApi, {
  create: createToapis,
  requests: {
    createVideoGeneration: { model: "gemini_omni", prompt },
    createVideo: { model: "gemini-omni-1.1-flash-preview", prompt },
  },
});
