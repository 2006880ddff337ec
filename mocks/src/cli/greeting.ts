import type { Document } from "@omni-contracts/specs";
import { type Paint, wrap } from "@omni-contracts/specs/terminal";
import { sampleCall } from "../status/sample-call.js";
import { isEvery, isLoopback } from "./host.js";
import type { Options } from "./options.js";

export interface GreetingFacts {
  readonly options: Options;
  readonly url: string;
  readonly documents: readonly Document[];
  readonly faultNames: readonly string[];
  /** What strikes from the start. */
  readonly struck: readonly string[];
  /** What is watched. */
  readonly folder: string;
  readonly width: number;
  readonly paint: Paint;
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, "  ");

const rounded = (value: number): number => Number(value.toPrecision(3));

function pace(speed: number): string {
  if (speed === 1) return "Tasks take as long as the real ones; --speed 20 makes a task of 180 s take 9 s.";
  return `Tasks run at ${speed} times their real speed: one of 180 s takes ${rounded(180 / speed)} s (--speed).`;
}

/** `acme  http://127.0.0.1:4010/acme` */
export function baseUrls(url: string, providers: readonly string[]): string {
  const width = Math.max(...providers.map((one) => one.length));
  return providers.map((one) => `${one.padEnd(width)}  ${url}/${one}`).join("\n");
}

/** What is printed when the mocks listen: where, what to try, and what can go wrong on demand. */
export function greeting({ options, url, documents, faultNames, struck, folder, width, paint }: GreetingFacts): string {
  const title = (text: string) => paint("bold", text);
  const [first] = documents;
  const call = first && sampleCall(first, `${url}/${first.provider}`, width - 2);
  const isSteerable = isLoopback(options.host) || isEvery(options.host);
  const faults = `${url}/__mock/faults`;
  const everyRequest = isSteerable
    ? [`every request       curl ${faults} \\`, `                      -d '{scenario: stuck}'`]
    : [];
  const blocks = [
    [
      title("Base URLs"),
      indented(
        baseUrls(
          url,
          documents.map(({ provider }) => provider),
        ),
      ),
    ],
    ...(call === undefined ? [] : [[title("Try"), indented(call)]]),
    ...(isSteerable ? [[title("Status page"), indented(`${url}/`)]] : []),
    ...(isSteerable ? [[title("What it would have cost"), indented(`curl ${url}/__mock/ledger`)]] : []),
    [
      `${title("Faults")} (what each does: omni-mock --list-faults)`,
      wrap(faultNames.join(", "), width, "  "),
      "",
      indented(
        [
          "Choose one for",
          "the task to make    [mock:stuck] in the prompt",
          "one request         Prefer: scenario=stuck, or ?__scenario=stuck",
          "a documented error  Prefer: code=429, or [mock:429] in the prompt",
          ...everyRequest,
        ].join("\n"),
      ),
    ],
    [
      ...(struck.length > 0 ? [wrap(`From the start: ${struck.join(", ")}.`, width)] : []),
      wrap(pace(options.speed), width),
      wrap(`Contracts are read again when they change: ${folder}`, width),
      "Ctrl-C ends.",
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
