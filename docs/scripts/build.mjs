// Builds the site into dist/: a reference for every bundle, and an index. Works offline, asks no other host for anything.
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { objectAt, operationsOf, providers, readDocument, textOf } from "@omni-contracts/specs";
import { withRulesAtMembers } from "./rules.mjs";

const docs = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

// Redoc's page loads its own logo from a host of its own; an empty picture in its place keeps the page to itself.
const LOGO = /https:\/\/cdn\.redoc(ly|\.ly)[^"'`\s)]*\.(svg|png)/g;
const NOTHING = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%221%22 height=%221%22/%3E";

async function buildReference(provider) {
  const file = `${docs}dist/${provider}/index.html`;
  await mkdir(`${docs}dist/${provider}`, { recursive: true });
  const document = readDocument(provider);
  const { title } = objectAt(document.root.info);
  const source = `${docs}dist/${provider}/openapi.json`;
  await writeFile(source, JSON.stringify(withRulesAtMembers(document)));
  const args = ["build-docs", source, "--inlineBundle", "-o", file, "--title", textOf(title)];
  await promisify(execFile)(process.execPath, [redocly, ...args, "--config", `${root}redocly.yaml`], {
    cwd: root,
    env,
  });
  await rm(source);
  const page = await readFile(file, "utf8");
  await writeFile(file, page.replace(LOGO, NOTHING));
}

function entry(provider) {
  const document = readDocument(provider);
  const { title, summary } = objectAt(document.root.info);
  const operations = operationsOf(document).length;
  return `<li><a href="${provider}/index.html">${escape(textOf(title))}</a><p>${escape(textOf(summary))} ${operations} operations.</p></li>`;
}

const index = (entries) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Omni Contracts: API references</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { margin: 3rem auto; padding: 0 1rem; max-width: 44rem; }
  ul { list-style: none; padding: 0; }
  li { margin: 1.5rem 0; }
  li a { font-size: 1.25rem; }
  p { margin: .25rem 0; }
</style>
</head>
<body>
<main>
<h1>API references</h1>
<p>What is known of the APIs through which people reach Google's Gemini Omni video model, one contract a provider. Types,
clients, mocks and these pages are made of the same YAML.</p>
<ul>
${entries.join("\n")}
</ul>
</main>
</body>
</html>
`;

await rm(`${docs}dist`, { recursive: true, force: true });
await mkdir(`${docs}dist`, { recursive: true });
await Promise.all(providers().map(buildReference));
await writeFile(`${docs}dist/index.html`, index(providers().map(entry)));
console.log(`docs/dist: ${["index.html", ...providers().map((provider) => `${provider}/index.html`)].join(", ")}`);
