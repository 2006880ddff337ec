import { afterAll, afterEach, beforeAll } from "vitest";
import { setupMockWith, type MockSuite, type SuiteOptions } from "./suite.js";

/** {@link setupMockWith} for Vitest: call it once in a file of tests, or in a `describe`. */
export const setupMock = (options: SuiteOptions): MockSuite =>
  setupMockWith({ beforeAll, afterEach, afterAll }, options);
