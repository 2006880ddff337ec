export type { JudgeName } from "./judge/create.js";
export { assertPaidOnce, type Ledger, type LedgerEntry, type Refused } from "./engine/ledger.js";
export type { Price } from "./engine/price.js";
export type { Fault, FaultAnswer, Life, Scenarios } from "./faults/fault.js";
export { parseScenario, readCatalogue, scenarioOf } from "./faults/scenario.js";
export { createMock, type FaultReport, type FaultScope, type Mock, type MockOptions } from "./mock.js";
export { mockFetch } from "./transport/fetch.js";
export type { Delivery, Handler, MockAnswer, MockRequest } from "./transport/http.js";
export { serveMock, type MockServer, type ServerOptions } from "./transport/server.js";
