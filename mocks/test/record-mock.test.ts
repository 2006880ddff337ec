import { providers } from "@omni-contracts/specs";
import { describe } from "vitest";
import { useBench } from "./cli-bench.js";
import { describeMockItself } from "./record-no-false-alarm.js";

useBench();

describe.each(providers())("the recorder before the mock of %s", (provider) => {
  describeMockItself(provider, 1);
});
