#!/usr/bin/env node
import { main } from "../dist/cli.js";

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
