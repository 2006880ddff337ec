import { describeMoney } from "@omni-contracts/mocks/contract-suite";
import { createToapis } from "../src/index.js";

describeMoney("toapis", (options) => {
  const client = createToapis(options);
  const model = client.model("gemini_omni");
  return {
    generate: (request, how) => model.generate(request, how),
    resume: (handle) => client.resume(handle),
  };
});
