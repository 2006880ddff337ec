import { describeMoney } from "@omni-contracts/mocks/contract-suite";
import { createJimmyai } from "../src/index.js";

describeMoney("jimmyai", (options) => {
  const client = createJimmyai(options);
  const model = client.model("Gemini-Omini");
  return {
    generate: (request, how) => model.generate(request, how),
    resume: (handle) => client.resume(handle),
  };
});
