// @ts-check
// The reader of answers that the clients use, so that lint and clients cannot disagree. It is TypeScript and lint runs
// on a clean clone, without a build; so it is put together as it is loaded (docs/decisions/0005-lint.md).
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const { outputFiles } = buildSync({
  stdin: {
    contents: ["classify", "match", "path", "read-task"].map((file) => `export * from "./${file}.js";`).join("\n"),
    resolveDir: fileURLToPath(new URL("../../packages/core/src/language", import.meta.url)),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const text = outputFiles[0]?.text ?? "";

/** @type {typeof import("../../packages/core/src/language/classify.js") & typeof import("../../packages/core/src/language/match.js") & typeof import("../../packages/core/src/language/path.js") & typeof import("../../packages/core/src/language/read-task.js")} */
const reader = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`);

export const { classify, locate, matches, readError, readTask, select, textAt } = reader;
