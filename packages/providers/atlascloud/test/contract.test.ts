import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createAtlascloud, createAtlascloudApi } from "../src/index.js";

const prompt = "a paper lantern";

describeContract("atlascloud", createAtlascloudApi, {
  create: createAtlascloud,
  requests: { generateVideo: { model: "google/gemini-omni-flash/text-to-video", prompt } },
});
