export { checkBody, type Issue, type RequestSchema } from "./check-body.js";
export { classify } from "./classify.js";
export type * from "./contract.js";
export { matches, type Answer } from "./match.js";
export { locate, putAt, select, valueAt, type Location } from "./path.js";
export { readError, readEvent, readTask } from "./read-task.js";
export type * from "./task.js";
