// npm run bench:flows: how long Redocly Respect takes for all flows of all contracts, as they are shipped, against omni-mock.
// What was measured last stands in docs/benchmarks.md.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { providers, readDocument } from "@omni-contracts/specs";
import { createMock, serveMock } from "../dist/index.js";

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const cwd = fileURLToPath(new URL("../../specs/dist/arazzo", import.meta.url));
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

// So quick that a task is done at the first look: nothing is waited for.
const server = await serveMock(createMock({ specs: providers().map(readDocument), validate: true, speed: 1e6 }));
const files = providers().flatMap((provider) => [`${provider}.yaml`, `${provider}.errors.yaml`]);
const at = providers().flatMap((provider) => ["-S", `${provider}=${server.url}/${provider}`]);
const start = performance.now();
await promisify(execFile)(process.execPath, [redocly, "respect", ...files, ...at, "-i", "apiKey=sk-mock"], {
  ...{ cwd, env, maxBuffer: 2 ** 26 },
});
const seconds = (performance.now() - start) / 1000;
console.log(
  `Flows and errors of ${providers().length} contracts, run by Redocly Respect: ${seconds.toFixed(1)} s (goal: ≤ 15 s)`,
);
await server.close();
