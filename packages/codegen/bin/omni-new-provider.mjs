#!/usr/bin/env node
// npm run new-provider -- acme [--title "Acme AI"] [--host https://api.acme.ai]
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeProvider } from "../dist/new-provider.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const USAGE = 'Usage: npm run new-provider -- <name> [--title "Acme AI"] [--host https://api.acme.ai]';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: "string" }, host: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const { help, ...told } = values;
  const [provider, ...others] = positionals;
  if (help || !provider || others.length > 0) throw new Error(USAGE);
  const today = new Date().toISOString().slice(0, 10);
  const files = await writeProvider(root, { provider, today, ...told });
  const run = (command, ...args) => execFileSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  run("npx", "prettier", "--write", `packages/providers/${provider}`, `specs/${provider}/README.md`);
  run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline");
  run("npm", "run", "generate");
  console.log(`specs/${provider}/ and packages/providers/${provider}/ are there (${files.length} files), and generated.

Next: npm test
      npm run mock:prism -- ${provider}
      then put in what the provider's pages say: CONTRIBUTING.md, "Add a provider".`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
