import { describeMoney } from "@omni-contracts/mocks/contract-suite";
import { createApimart } from "../src/index.js";

describeMoney("apimart", (options) => {
  const client = createApimart(options);
  const model = client.model("Omni-Flash-Ext");
  return {
    generate: (request, how) => model.generate(request, how),
    resume: (handle) => client.resume(handle),
  };
});
