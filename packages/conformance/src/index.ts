export { openBench } from "./bench.js";
export { CRITERIA } from "./criteria/index.js";
export type { Criterion, Score, Trial, Verdict } from "./criterion.js";
export type { Driver, Job, Telling } from "./driver.js";
export { naive } from "./drivers/naive.js";
export { ours } from "./drivers/ours.js";
export { examine, type Card, type ExamineOptions } from "./examine.js";
export type { Facts } from "./facts.js";
export type { Bench, Books, FaultList, Seen, Stage } from "./stage.js";
