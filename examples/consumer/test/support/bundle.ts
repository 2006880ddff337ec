import { build } from "esbuild";

/** All clients as one script that sets `omni`, as a bundler makes it for a place that has no Node. */
export async function bundleOf(providers: readonly string[]): Promise<string> {
  const lines = [...providers, "core", "core/download"].map((name) => `export * from "@omni-contracts/${name}";`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "omni",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles.map(({ text }) => text).join("");
}
