import { describeMoney } from "@omni-contracts/mocks/contract-suite";
import { createAtlascloud } from "../src/index.js";

describeMoney("atlascloud", (options) => {
  const client = createAtlascloud(options);
  const model = client.model("google/gemini-omni-flash/text-to-video");
  return {
    generate: (request, how) => model.generate(request, how),
    resume: (handle) => client.resume(handle),
  };
});
