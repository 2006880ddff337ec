// Part of a release: npm run release-baseline -w specs -- [provider …]
import { fileURLToPath } from "node:url";
import { refreshBaseline } from "../dist/diff/baseline.js";
import { processScreen } from "../dist/terminal/index.js";

process.exitCode = refreshBaseline(
  fileURLToPath(new URL("../..", import.meta.url)),
  process.argv.slice(2),
  processScreen(),
);
