export { createMock, type MockOptions } from "./engine.js";
export { mockFetch } from "./fetch.js";
export type { Handler, MockAnswer, MockRequest } from "./http.js";
export { createPrism } from "./prism.js";
export { serveMocks, type MockServer, type ServerOptions } from "./server.js";
