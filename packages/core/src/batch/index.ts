export { generateMany, type GenerateManyOptions } from "./generate-many.js";
export type { Limits, LimitsByProvider } from "./limits.js";
export type { Settled } from "./settled.js";
export { order, submitMany, type Order, type SubmitHooks, type SubmitManyOptions } from "./submit-many.js";
export { waitMany, type WaitManyOptions } from "./wait-many.js";
