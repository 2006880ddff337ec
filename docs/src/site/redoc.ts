// One page with the whole reference of a provider, by Redoc: one file, offline, and silent.
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { objectAt, textOf, type Document } from "@omni-contracts/specs";
import { withCodeSamples } from "../samples/index.js";
import { withErrorTables } from "../reference/error-summary.js";
import { withRulesAtMembers } from "../reference/rules.js";
import { inOurLook } from "./redoc-look.js";
import type { Folders } from "./paths.js";

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");

// Redoc's page loads its own logo from a host of its own; an empty picture in its place keeps the page to itself.
const LOGO = /https:\/\/cdn\.redoc(ly|\.ly)[^"'`\s)]*\.(svg|png)/g;
const NOTHING = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%221%22 height=%221%22/%3E";

// What Redoc draws beforehand links to the root of the host; its script does not mend it in its own page's theme.
const ROOTED = /href="(\/[\w-]*)" data-discover/g;

export async function buildRedoc(document: Document, { root, dist }: Folders): Promise<void> {
  const folder = `${dist}reference/${document.provider}`;
  await mkdir(folder, { recursive: true });
  const source = `${folder}/redoc.json`;
  const file = `${folder}/redoc.html`;
  await writeFile(source, JSON.stringify(withErrorTables(withCodeSamples(withRulesAtMembers(document))).root));
  const { title, summary } = objectAt(document.root.info);
  const args = ["build-docs", source, "--inlineBundle", "-o", file, "--title", textOf(title)];
  await promisify(execFile)(process.execPath, [redocly, ...args, "--config", `${root}redocly.yaml`], {
    cwd: root,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  await rm(source);
  const page = await readFile(file, "utf8");
  const look = { provider: document.provider, title: textOf(title), description: textOf(summary) };
  await writeFile(
    file,
    await inOurLook(page.replace(LOGO, NOTHING).replaceAll(ROOTED, 'href="#$1" data-discover'), look, root),
  );
}
