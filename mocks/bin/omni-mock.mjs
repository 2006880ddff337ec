#!/usr/bin/env node
// Not in dist: npm links a program when it installs, before anything is built.
import { runCli } from "../dist/cli.js";

await runCli();
