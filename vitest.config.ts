import { defineConfig } from "vitest/config";

// One config for every workspace: `vitest run --config <here> --root .` runs the tests of the folder it stands in; with
// `--mode all` those of `test-all/`, which take longer.
export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === "all" ? "test-all/**/*.test.ts" : "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
