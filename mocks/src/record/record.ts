import { resolve } from "node:path";
import { createPaint, type Paint, type Screen, wrap } from "@omni-contracts/specs/terminal";
import { shownPath } from "../cli/bundle.js";
import { clockTime, harmless } from "../cli/live.js";
import type { Options } from "../cli/options.js";
import { listenProblem, type Running } from "../cli/serve.js";
import { realSleep, type Sleep } from "../transport/delivery.js";
import { openFolder } from "./folder.js";
import type { RecordOptions } from "./options.js";
import { startProxy, type Passed } from "./proxy.js";
import { createScrubber } from "./secrets.js";
import { report, subjectOf } from "./session.js";

const minutes = (milliseconds: number): string =>
  milliseconds < 120_000 ? `${milliseconds / 1000} s` : `${Number((milliseconds / 60_000).toPrecision(3))} minutes`;

function passedLine({ method, path, status, what, isTrouble, milliseconds }: Passed, time: Date, paint: Paint): string {
  const parts = [
    ...[paint("dim", clockTime(time)), method.padEnd(4), harmless(path).slice(0, 160)],
    paint(status < 400 ? "green" : status < 500 ? "yellow" : "red", String(status)),
    ...[paint(isTrouble ? "yellow" : "dim", harmless(what)), paint("dim", `${Math.round(milliseconds)} ms`)],
  ];
  return parts.join("  ");
}

interface Facts {
  readonly url: string;
  readonly path: string;
  readonly spent: number;
}

function greeting(
  { provider, base, budget, lifetime }: RecordOptions,
  { url, path, spent }: Facts,
  width: number,
  paint: Paint,
): string {
  const left = Math.max(0, budget - spent);
  const before = spent > 0 ? ` (${spent} of ${budget} were sent before)` : "";
  const money =
    left === 0
      ? `No paid submit is let through${before}. --budget 1 allows one.`
      : `Paid submits that are let through: ${left}${before}. They cost real money.`;
  return [
    `${paint("bold", "Records")} ${provider} at ${base}`,
    `Base URL of its client: ${url}/${provider}`,
    wrap(`Written to ${path}, without keys and signatures.`, width),
    paint(left === 0 ? "green" : "yellow", wrap(money, width)),
    `Ends by itself after ${minutes(lifetime)}, or with Ctrl-C; then it reports.`,
    "",
  ].join("\n");
}

export interface Ways {
  readonly now: () => Date;
  readonly sleep: Sleep;
}

/**
 * `omni-mock --record`: a proxy that ends by itself, and then tells where the provider, its contract and the mock differ.
 *
 * @throws WrongUse
 */
export async function record(
  options: Options,
  wanted: RecordOptions,
  screen: Screen,
  { now, sleep }: Ways = { now: () => new Date(), sleep: realSleep },
): Promise<Running> {
  const { provider, base, budget, timeout, lifetime } = wanted;
  const { quiet, port, host, specs, failOnDrift } = options;
  const paint = createPaint(screen.isColourful);
  const subject = await subjectOf(provider, specs);
  const stamp = now().toISOString().slice(0, 19).replaceAll(":", "-");
  const path = wanted.out ?? `omni-recordings/${provider}-${stamp}`;
  const scrubber = createScrubber();
  const folder = openFolder(path, { provider, base: scrubber.text(base) });
  const onPassed = (passed: Passed) => {
    if (!quiet) screen.out(`${passedLine(passed, now(), paint)}\n`);
  };
  const settings = {
    document: subject.document,
    base,
    folder,
    scrubber,
    budget,
    timeout,
    port,
    host,
    sleep,
    now,
    onPassed,
  };
  const proxy = await startProxy(settings).catch((error: unknown) => {
    throw listenProblem(error, options);
  });
  const facts = { url: proxy.url, path: shownPath(resolve(path)), spent: folder.spent() };
  screen.out(quiet ? `${proxy.url}/${provider}\n` : greeting(wanted, facts, screen.columns, paint));

  const forgotten = new AbortController();
  const result = { code: 0 };
  let closing: Promise<void> | undefined;
  async function end(): Promise<void> {
    forgotten.abort();
    await proxy.close();
    const differences = await report(path, subject, screen);
    if (failOnDrift && differences > 0) result.code = 1;
  }
  const close = () => (closing ??= end());
  const ended = sleep(lifetime, forgotten.signal).then(
    () => {
      screen.out(`\n${minutes(lifetime)} have passed (--for).\n`);
      return close();
    },
    // Somebody has ended it before.
    () => closing,
  );
  return { url: proxy.url, isQuiet: quiet, close, ended, exitCode: () => result.code };
}
