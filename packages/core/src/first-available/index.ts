export { firstAvailable, type Chosen, type FirstAvailableOptions } from "./first-available.js";
export { traceOf, type Hop } from "./trace.js";
