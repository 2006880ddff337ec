import { readFileSync } from "node:fs";
import { describeRequests, type Rule } from "@omni-contracts/mocks/contract-suite";
import { parse } from "yaml";
import { requestSchemas } from "../src/generated/schemas.js";

const rules: Rule[] = parse(readFileSync(new URL("rules.yaml", import.meta.url), "utf8"));
// Too long for a file that people read.
const long: Rule = {
  rule: "prompt has at most 20 000 characters",
  operation: "generateVideo",
  sample: "text-to-video-developer",
  also: [
    "image-to-video-developer",
    "reference-to-video-developer",
    "text-to-video",
    "image-to-video",
    "reference-to-video",
    "video-edit",
    "flash-1-1-text-to-video",
    "flash-1-1-first-and-last-frame",
    "flash-1-1-reference-to-video",
    "flash-1-1-video-edit",
    "flash-1-1-video-extend",
    "inferred-flash-1-2-text-to-video",
  ],
  takes: { prompt: "x".repeat(20_000) },
  set: { prompt: "x".repeat(20_001) },
  field: "prompt",
  untyped: "types know no length of a text",
};

describeRequests("atlascloud", new URL("../", import.meta.url), requestSchemas, [...rules, long]);
