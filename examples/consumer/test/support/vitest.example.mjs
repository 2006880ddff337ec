// For an example that is a test: Vitest runs it as it is called, and finds no other configuration.
export default { test: { include: ["*.js"], testTimeout: 60_000 } };
