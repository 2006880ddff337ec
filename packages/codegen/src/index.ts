export { generate } from "./generate.js";
export { modelRows, type ModelRow, type PriceSummary } from "./models/model-row.js";
