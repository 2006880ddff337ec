import { parseArgs } from "node:util";
import { explained, WrongUse } from "@omni-contracts/specs/terminal";
import type { JudgeName } from "../judge/create.js";
import { prismMissing } from "../prism/installed.js";
import { RECORD_FLAGS, recordOptions, type RecordOptions } from "../record/options.js";

export interface Options {
  /** What is wanted of the program. */
  readonly task: "serve" | "report" | "help" | "version" | "list-faults";
  /** Empty: all. */
  readonly providers: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly speed: number;
  readonly seed: number;
  /** Names of faults and scenarios, and files. */
  readonly scenarios: readonly string[];
  /** The folder with the contracts; the bundles of `@omni-contracts/specs` where it is not given. */
  readonly specs?: string;
  readonly judge: JudgeName;
  readonly validate: boolean;
  readonly quiet: boolean;
  /** Record a provider instead of serving mocks. */
  readonly record?: RecordOptions;
  /** The folder of recordings to report on. */
  readonly report?: string;
  /** Whether differences from the contract make the exit code 1. */
  readonly failOnDrift: boolean;
}

const FLAGS = {
  provider: { type: "string", multiple: true, short: "p" },
  port: { type: "string", default: "4010" },
  host: { type: "string", default: "127.0.0.1" },
  speed: { type: "string", default: "20" },
  seed: { type: "string", default: "1" },
  scenario: { type: "string", multiple: true },
  specs: { type: "string" },
  judge: { type: "string", default: "ajv" },
  validate: { type: "boolean", default: false },
  quiet: { type: "boolean", short: "q", default: false },
  ...RECORD_FLAGS,
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
  "list-faults": { type: "boolean", default: false },
} as const;

const JUDGES = ["ajv", "prism"] as const;

const ARGUMENTS = {
  flags: Object.keys(FLAGS),
  help: "`omni-mock --help` lists the flags.",
  instead: (word: string) => `To serve one provider: --provider ${word}.`,
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    throw explained(error, ARGUMENTS);
  }
}

/** `--provider a,b --provider c` */
const listOf = (values: readonly string[] = []): string[] =>
  values.flatMap((value) =>
    value.split(",").flatMap((one) => {
      const name = one.trim();
      return name === "" ? [] : [name];
    }),
  );

function numberOf(flag: string, text: string, isRight: (value: number) => boolean, what: string): number {
  // `Number` takes nothing for 0, and other notations; nobody means those.
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!isRight(value)) throw new WrongUse(`--${flag} "${text}" cannot be used; write ${what}.`);
  return value;
}

const isIn = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

function hostOf(text: string): string {
  // `new URL` and a user write brackets, a socket wants none.
  const host = text.replace(/^\[(.*)\]$/, "$1");
  if (/^[\w.:%-]+$/.test(host)) return host;
  throw new WrongUse(`--host "${text}" is no address; write one like 127.0.0.1, without http:// and port.`);
}

function listed(flag: string, values: readonly string[] | undefined, example: string): string[] {
  const names = listOf(values);
  if (values && names.length === 0) throw new WrongUse(`--${flag} is empty; write ${example}, or leave it out.`);
  return names;
}

/** @throws WrongUse */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args);
  const wants = { help: values.help, version: values.version, "list-faults": values["list-faults"] } as const;
  const task =
    (["help", "version", "list-faults"] as const).find((one) => wants[one]) ??
    (values.report === undefined ? "serve" : "report");
  const judge = JUDGES.find((one) => one === values.judge);
  if (!judge) throw new WrongUse(`--judge "${values.judge}" is not known; write ajv or prism.`);
  const missing = judge === "prism" ? prismMissing() : undefined;
  if (missing !== undefined) throw new WrongUse(`--judge prism: ${missing}`);
  if (values.specs === "") throw new WrongUse("--specs is empty; name a folder with contracts, or leave it out.");
  const host = hostOf(values.host);
  const record = recordOptions(values, host);
  if (values.report === "") throw new WrongUse("--report is empty; name a folder that --record has made.");
  return {
    ...{ task, judge, validate: values.validate, quiet: values.quiet },
    providers: [...new Set(listed("provider", values.provider, "a name such as acme"))],
    scenarios: listed("scenario", values.scenario, "a name like stuck or a file"),
    ...{ host, failOnDrift: values["fail-on-drift"] },
    ...(record && { record }),
    ...(values.report !== undefined && { report: values.report }),
    port: numberOf("port", values.port, (port) => isIn(port, 0, 65_535), "a whole number from 0 to 65535"),
    speed: numberOf("speed", values.speed, (speed) => speed > 0 && speed <= 1e6, "a number above 0, up to 1000000"),
    seed: numberOf("seed", values.seed, (seed) => isIn(seed, 0, 2 ** 32 - 1), "a whole number from 0 to 4294967295"),
    ...(values.specs !== undefined && { specs: values.specs }),
  };
}
