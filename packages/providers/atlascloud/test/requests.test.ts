import { readFileSync } from "node:fs";
import { checkBody } from "@omni-contracts/core/language";
import { describeRequests, type Rule } from "@omni-contracts/mocks/contract-suite";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { samples } from "../src/generated/samples.js";
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

it("takes every part of a video of at most 10 s that ends after it starts, and no other", () => {
  const wrong: string[] = [];
  const isTaken = (clip: object): boolean => {
    const body = { ...samples.generateVideo["reference-to-video-developer"], video_clips: [{ url: "v", ...clip }] };
    return checkBody(requestSchemas.generateVideo, body).length === 0;
  };
  for (let start = 0; start <= 29; start += 1) {
    // Without `ends` a part ends at 10 s.
    if (isTaken({ start }) !== start < 10) wrong.push(`${start} to nothing`);
    for (let ends = 1; ends <= 30; ends += 1) {
      if (isTaken({ start, ends }) !== (ends > start && ends - start <= 10)) wrong.push(`${start} to ${ends}`);
    }
  }
  expect(wrong).toEqual([]);
});
