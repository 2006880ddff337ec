import { readFileSync } from "node:fs";
import { describeRequests, type BrokenRequest } from "@omni-contracts/mocks/contract-suite";
import { parse } from "yaml";
import { requestSchemas } from "../src/generated/schemas.js";

const broken: BrokenRequest[] = parse(readFileSync(new URL("broken-requests.yaml", import.meta.url), "utf8"));
// Too long for a file that people read.
const long: BrokenRequest = {
  rule: "prompt has at most 20 000 characters",
  operation: "generateVideo",
  sample: "text-to-video-developer",
  set: { prompt: "x".repeat(20_001) },
  field: "prompt",
};

describeRequests("atlascloud", requestSchemas, [...broken, long]);
