export * from "./document.js";
export * from "./fixtures.js";
