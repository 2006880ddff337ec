import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { bundleFile, type Document } from "@omni-contracts/specs";
import { createPaint, firstLine, hint, reasonOf, type Screen, WrongUse } from "@omni-contracts/specs/terminal";
import { shownPath } from "../cli/bundle.js";
import { contractsOf, readContract, type ContractFile } from "../cli/contracts.js";
import type { Options } from "../cli/options.js";
import { compare } from "./compare.js";
import { readFolder } from "./folder.js";
import { patchOf } from "./patch.js";
import { reportMarkdown, reportText } from "./report.js";

/** A contract that is recorded against, and where its sources lie. */
export interface Subject {
  readonly document: Document;
  /** The contract's own `openapi.yaml`; absent where only a bundle is there. */
  readonly root?: string;
}

const BUNDLES = dirname(bundleFile("any"));

/** A bundle is made of the sources beside it, where they are there. */
function rootOf({ provider, file, isBundle }: ContractFile): string | undefined {
  const root = isBundle ? join(dirname(dirname(file)), provider, "openapi.yaml") : file;
  return existsSync(root) ? resolve(root) : undefined;
}

/**
 * The contract of a provider, from `--specs` or from the bundles.
 *
 * @throws WrongUse when there is none, or when it is broken
 */
export async function subjectOf(provider: string, specs: string | undefined): Promise<Subject> {
  const contracts = contractsOf(specs ?? BUNDLES);
  const found = contracts.find((one) => one.provider === provider);
  if (!found) {
    const names = contracts.map((one) => one.provider);
    throw new WrongUse(
      `There is no contract of "${provider}".${hint(provider, names)} There are: ${names.join(", ")}.`,
    );
  }
  try {
    const { document } = await readContract(found);
    const root = rootOf(found);
    return { document, ...(root !== undefined && { root }) };
  } catch (error) {
    throw new WrongUse(`${firstLine(error)}.`);
  }
}

/**
 * Compares the recordings in a folder, prints what differs, and writes `report.md` and `report.patch` beside them.
 *
 * @returns how many differences there are
 * @throws WrongUse
 */
export async function report(path: string, { document, root }: Subject, screen: Screen): Promise<number> {
  const { manifest, exchanges } = readFolder(path);
  const comparison = await compare(document, exchanges);
  const patch = patchOf(
    comparison.findings.flatMap(({ change }) => change ?? []),
    root,
  );
  const patchFile = join(path, "report.patch");
  const facts = {
    ...manifest,
    comparison,
    patch,
    ...(patch.diff !== "" && { patchFile: shownPath(resolve(patchFile)) }),
  };
  screen.out(`\n${reportText(facts, screen.columns, createPaint(screen.isColourful))}`);
  try {
    writeFileSync(join(path, "report.md"), reportMarkdown(facts));
    // One of an earlier look would be wrong by now.
    writeFileSync(patchFile, patch.diff);
  } catch (error) {
    throw new WrongUse(
      `The report cannot be written to ${path}: ${reasonOf(error).replace("to read it", "to write there")}.`,
    );
  }
  screen.out(`The same as Markdown: ${shownPath(resolve(path, "report.md"))}\n`);
  return comparison.findings.length;
}

/** `--report`: the exit code. */
export async function reportLater(folder: string, { specs, failOnDrift }: Options, screen: Screen): Promise<number> {
  const { manifest } = readFolder(folder);
  const differences = await report(folder, await subjectOf(manifest.provider, specs), screen);
  return failOnDrift && differences > 0 ? 1 : 0;
}
