import { defineConfig } from "vitest/config";

// One config for every workspace: `vitest run --config <here> --root .` runs the tests of the folder it stands in; with
// `--mode all` those of `test-all/`, which take longer.
export default defineConfig(({ mode }) => ({
  test: {
    include: [mode === "all" ? "test-all/**/*.test.ts" : "test/**/*.test.ts"],
    // The files of a folder share what they import: loading a contract's tools takes longer than most tests. None of them
    // leaves anything behind in a module.
    isolate: false,
    // Some install or compile whole projects, beside others that do. A limit is against hanging, and measures nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
}));
