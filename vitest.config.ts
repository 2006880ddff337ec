import { defineConfig } from "vitest/config";

// One config for every workspace: `vitest run --config <here> --root .` runs the tests of the folder it stands in.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
