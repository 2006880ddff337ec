#!/usr/bin/env node
// npm run models -- [--provider p] [--model m] [--json]
import { processScreen } from "@omni-contracts/specs/terminal";
import { main } from "../dist/models/main.js";

process.exitCode = main(process.argv.slice(2), processScreen(200), Date.now());
