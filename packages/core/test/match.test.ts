import { expect, it } from "vitest";
import { matches } from "../src/language/index.js";

const answerOf = (type?: string) => ({
  status: 200,
  headers: new Headers(type === undefined ? {} : { "content-type": type }),
});

it.each([
  ["application/json", "application/json", true],
  ["application/json", "Application/JSON; charset=utf-8", true],
  ["application/json", "application/problem+json", false],
  ["application/json", "application/jsonp", false],
  ["application/json", undefined, false],
  ["video/*", "video/mp4", true],
  ["video/*", "Video/Quicktime;codecs=x", true],
  ["video/*", "videos/mp4", false],
  ["video/*", "application/video", false],
  ["video/*", undefined, false],
])("type: %s, of %s: %s", (type, told, isIt) => {
  expect(matches({ type }, answerOf(told))).toBe(isIt);
});

it.each([
  [200, 200, true],
  [200, 201, false],
  ["4XX", 400, true],
  ["4XX", 499, true],
  ["4XX", 500, false],
  ["4XX", 399, false],
  [[409, "5XX"], 503, true],
  [[409, "5XX"], 409, true],
  [[409, "5XX"], 408, false],
])("http: %j, of %i: %s", (http, status, isIt) => {
  expect(matches({ http }, { status })).toBe(isIt);
});
