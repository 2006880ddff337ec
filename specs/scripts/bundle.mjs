// Bundles every contract, or those that are named, into dist/<provider>.yaml, the one form that everything else reads, and
// writes its flows beside it as dist/arazzo/<provider>.yaml, with the files that they upload. The errors, which only a mock can be
// asked for, stand in <provider>.errors.yaml; package.json keeps them out of the tarball.
// One Redocly call a contract: given several, it writes them all to the same file.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stringify } from "yaml";
import { arazzoOf } from "../dist/arazzo.js";
import { parseDocument } from "../dist/document.js";

/** Where omni-mock listens unless it is told otherwise. */
const MOCKS = "http://127.0.0.1:4010";
const specs = fileURLToPath(new URL("..", import.meta.url));
const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

const all = (await readdir(specs)).filter((name) => existsSync(`${specs}/${name}/openapi.yaml`));
const named = process.argv.slice(2);
const unknown = named.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`No contract named "${unknown}". There are: ${all.join(", ")}.`);
  process.exit(1);
}
const providers = named.length > 0 ? named : all;
// What no contract is made of any more goes with the rest.
const present = existsSync(`${specs}/dist`) ? await readdir(`${specs}/dist`) : [];
const gone = present.filter((file) => file.endsWith(".yaml") && !all.includes(file.slice(0, -".yaml".length)));
for (const file of [...gone, ...providers.map((name) => `${name}.yaml`)])
  await rm(`${specs}/dist/${file}`, { force: true });

const results = await Promise.allSettled(
  providers.map((provider) =>
    promisify(execFile)(
      process.execPath,
      [redocly, "bundle", `${provider}/openapi.yaml`, "-o", `dist/${provider}.yaml`],
      {
        cwd: specs,
        env,
      },
    ),
  ),
);
async function writeFlows(provider) {
  const document = parseDocument(provider, await readFile(`${specs}/dist/${provider}.yaml`, "utf8"));
  const { flows, errors } = arazzoOf(document, `../${provider}.yaml`, `${MOCKS}/${provider}`);
  for (const [name, flow] of [
    [provider, flows],
    [`${provider}.errors`, errors],
  ])
    await writeFile(
      `${specs}/dist/arazzo/${name}.yaml`,
      stringify(flow, { lineWidth: 0, aliasDuplicateObjects: false }),
    );
}

if (named.length === 0) await rm(`${specs}/dist/arazzo`, { force: true, recursive: true });
await mkdir(`${specs}/dist/arazzo`, { recursive: true });
await cp(`${specs}/samples`, `${specs}/dist/arazzo`, { recursive: true });
for (const [i, result] of results.entries()) {
  if (result.status === "fulfilled") {
    console.log(`dist/${providers[i]}.yaml`);
    try {
      await writeFlows(providers[i]);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  } else {
    console.error(`${providers[i]}/openapi.yaml could not be bundled.\n${result.reason.stderr}`);
    process.exitCode = 1;
  }
}
