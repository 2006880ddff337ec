export * from "./document.js";
export * from "./fixtures.js";
export * from "./key-header.js";
export * from "./models.js";
