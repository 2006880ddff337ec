export { mockHandlers, type HandlerOptions } from "./handlers.js";
export { setupMockWith, type Hooks, type MockSuite, type SuiteOptions } from "./suite.js";
