import { expect, it } from "vitest";
import { tokenize } from "../src/site/tokenize.js";

it.each([
  ["google/gemini-omni-flash/text-to-video-developer", "google/gemini-omni-flash/text-to-video-developer"],
  ["The model `gemini-omni-1.1-flash`.", "gemini-omni-1.1-flash"],
  ["code: 20001, balance", "20001"],
  ["createVideoGeneration POST", "createVideoGeneration"],
  ["insufficient_credits", "insufficient_credits"],
  ["任务已经失败", "失败"],
  ["余额不足，请充值", "充值"],
  ["错", "错"],
])("in %j stands %j", (text, word) => {
  expect(tokenize(text)).toContain(word);
});

it("also gives the parts of an id", () => {
  expect(tokenize("gemini-omni-1.1-flash")).toEqual(["gemini-omni-1.1-flash", "gemini", "omni", "1", "flash"]);
});
