// npm run contract:diff -- [--provider p] [--write] [--json]
import { fileURLToPath } from "node:url";
import { main } from "../dist/diff/main.js";
import { processScreen } from "../dist/terminal/index.js";

process.exitCode = main(fileURLToPath(new URL("../..", import.meta.url)), process.argv.slice(2), processScreen());
