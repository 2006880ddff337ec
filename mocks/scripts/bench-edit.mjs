// npm run bench:mocks: how long after an edit of a contract omni-mock answers from it. Prints Markdown.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { keyHeaderOf, objectAt, operationsOf, providers, readDocument, textOf } from "@omni-contracts/specs";

const EDITS = 20;
const PATIENCE = 30_000;
const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));

// What is edited is an example that shows a balance: of the first contract that has one.
const balancesOf = (document) => Object.entries(objectAt(objectAt(document.root["x-lifecycle"]).balance));
const document = providers()
  .map(readDocument)
  .find((one) => balancesOf(one).length > 0);
const [[id, { amount }]] = balancesOf(document);
const { path } = operationsOf(document).find((one) => one.id === id);
const member = textOf([amount].flat()[0]).split(".").at(-1);
const shown = new RegExp(`\\b${member}: [\\d.]+`);
const { name, prefix } = keyHeaderOf(document);

const folder = mkdtempSync(join(tmpdir(), "omni-bench-"));
cpSync(fileAt(`../../specs/${document.provider}`), join(folder, document.provider), { recursive: true });
const examples = join(folder, document.provider, "components/examples");
const edited = readdirSync(examples)
  .map((file) => join(examples, file))
  .filter((file) => shown.test(readFileSync(file, "utf8")));
const child = spawn(process.execPath, [fileAt("../bin/omni-mock.mjs"), "--specs", folder, "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});

async function baseOf(lines) {
  for await (const line of lines) {
    const [, url] = /(http:\S+)$/.exec(line) ?? [];
    if (url?.endsWith(`/${document.provider}`)) return url;
  }
  throw new Error("omni-mock ended before it listened.");
}

try {
  const url = await baseOf(createInterface(child.stdout));
  child.stdout.resume();
  const headers = { [name]: [prefix, "sk"].filter(Boolean).join(" ") };
  const told = async () => (await fetch(url + path, { headers })).text();
  const took = [];
  for (let value = 1001; value <= 1000 + EDITS; value += 1) {
    for (const file of edited) writeFileSync(file, readFileSync(file, "utf8").replace(shown, `${member}: ${value}`));
    const began = performance.now();
    while (!(await told()).includes(`"${member}":${value}`)) {
      if (performance.now() - began > PATIENCE) throw new Error(`Edit ${value - 1000} was not served.`);
      await wait(5);
    }
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const [median, most] = [took[EDITS / 2], took.at(-1)].map((one) => Math.round(one));
  console.log("\n| What | Median | Most | Goal |\n| --- | --- | --- | --- |");
  console.log(`| From an edit to the first answer of it, ${EDITS} edits | ${median} ms | ${most} ms | ≤ 1,000 ms |`);
} finally {
  child.kill();
  if (child.exitCode === null) await once(child, "exit");
  rmSync(folder, { recursive: true });
}
