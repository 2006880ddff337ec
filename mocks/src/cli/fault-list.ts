import { type Paint, wrap } from "@omni-contracts/specs/terminal";
import type { Fault, Scenarios } from "../faults/fault.js";

const INDENT = "  ";
const LABEL = 9;

function part(label: string, text: string | undefined, width: number): string[] {
  if (text === undefined) return [];
  const indent = INDENT + " ".repeat(LABEL);
  const wrapped = wrap(text, width, indent);
  return [`${INDENT}${label.padEnd(LABEL)}${wrapped.slice(indent.length)}`];
}

const one = (name: string, { happens, charged, client }: Fault, width: number, paint: Paint): string =>
  [
    paint("bold", name),
    ...part("happens", happens, width),
    ...part("charged", charged, width),
    ...part("client", client, width),
  ].join("\n");

/** Every fault and what it is: what happens, what it costs, and what a right client does. */
export const faultList = (scenarios: Scenarios, width: number, paint: Paint): string =>
  [...scenarios].flatMap(([name, faults]) => faults.map((fault) => one(name, fault, width, paint))).join("\n\n") + "\n";
