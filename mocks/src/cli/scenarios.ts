import { existsSync, readFileSync } from "node:fs";
import { firstLine, hint, reasonOf, WrongUse } from "@omni-contracts/specs/terminal";
import type { Fault, Scenarios } from "../faults/fault.js";
import { parseScenario } from "../faults/scenario.js";

/** What `--scenario` comes to. */
export interface ChosenScenarios {
  /** Strike from the start. */
  readonly faults: readonly Fault[];
  /** What can be asked for by name: what came with the mocks, and the files that have a name. */
  readonly scenarios: Scenarios;
}

const isPath = (given: string): boolean => /[\\/]|\.(ya?ml|json)$/i.test(given);

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new WrongUse(`--scenario ${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function fromFile(file: string, known: Scenarios): ReturnType<typeof parseScenario> {
  const text = textOf(file);
  try {
    return parseScenario(text, known);
  } catch (error) {
    throw new WrongUse(`--scenario ${file}: ${firstLine(error)}. Its form stands in faults/schema.yaml of the mocks.`);
  }
}

/** @throws WrongUse when a name is not known, or a file is no scenario */
export function chooseScenarios(given: readonly string[], catalogue: Scenarios): ChosenScenarios {
  const scenarios = new Map(catalogue);
  const faults = given.flatMap((one) => {
    const known = scenarios.get(one);
    if (known) return known;
    if (isPath(one) || existsSync(one)) {
      const { name, faults: own } = fromFile(one, scenarios);
      if (name !== undefined) scenarios.set(name, own);
      return own;
    }
    const names = [...scenarios.keys()];
    throw new WrongUse(
      `--scenario "${one}" is not known.${hint(one, names)} \`omni-mock --list-faults\` lists the names; a file ends in .yaml.`,
    );
  });
  return { faults, scenarios };
}
