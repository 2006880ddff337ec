// Runs examples against a mock over HTTP, each in a process of its own.
import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createMock, serveMock } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { fileOf, providers, type Project } from "./project.js";
import { patternOf, type Example, type Section } from "./readme.js";

const FAST_TIME = pathToFileURL(fileURLToPath(new URL("fast-time.mjs", import.meta.url))).href;
const VITEST = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
const VITEST_CONFIG = fileURLToPath(new URL("vitest.example.mjs", import.meta.url));
/** What a terminal shows where a signal comes. */
const SIGNALS = { Killed: "SIGKILL", "^C": "SIGINT" } as const;

/** The files that examples read, as small as they can be. */
const FILES = {
  "lighthouse.png": Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  "dance.mp4": Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1"),
};

export interface Bench {
  /** What a terminal would have shown, an example after the other. `node` is the program that runs them; by default this one. */
  run(project: Project, section: Section, env?: Readonly<Record<string, string>>, node?: string): Promise<string[]>;
  /** What a section has paid for: how often, how much of it nobody knows of, and the provider and the model of the last. */
  paid(section: Section): { readonly accepted: number; readonly orphaned: number; readonly last: string };
  close(): Promise<void>;
}

/** The part of what is printed after which a signal comes. */
function signalOf({ printed }: Example) {
  const lines = printed.split("\n");
  const found = Object.entries(SIGNALS).flatMap(([word, signal]) => {
    const at = lines.indexOf(word);
    return at < 0 ? [] : [{ word, signal, after: lines.slice(0, at).join("\n") }];
  });
  return found[0];
}

/** The namespace of the mocks in which a section runs. */
const namespaceOf = ({ name }: Section): string => name.replaceAll(/[^\w-]/g, "-").slice(0, 64);

/** Serves every provider; a section is a namespace of its own. */
export async function createBench(): Promise<Bench> {
  const specs = providers.map(readDocument);
  // Six hundred times as fast: a task of three minutes takes 0.3 s. For examples that look once, real time: the task waits.
  const mocks = { fast: createMock({ specs, speed: 600 }), real: createMock({ specs }) };
  const servers = { fast: await serveMock(mocks.fast), real: await serveMock(mocks.real) };

  function envOf(section: Section, { code }: Example): Record<string, string> {
    const { url } = /\b(generate|wait)(Many)?\(/.test(code) ? servers.fast : servers.real;
    const namespace = namespaceOf(section);
    const entries = providers.flatMap((provider) => [
      [`${provider.toUpperCase()}_API_KEY`, "sk-test"] as const,
      [`${provider.toUpperCase()}_BASE_URL`, `${url}/${provider}/~${namespace}`] as const,
    ]);
    return { ...Object.fromEntries(entries), OMNI_EXAMPLE_PACE: code.includes(".advance(") ? "real" : "fast" };
  }

  /** A test is for its runner; what that shows is its own affair, as long as it is content. */
  const isTest = ({ code }: Example): boolean => code.includes('from "vitest"');

  function show(
    file: string,
    example: Example,
    cwd: string,
    env: Readonly<Record<string, string>>,
    node: string,
  ): Promise<string> {
    const signal = signalOf(example);
    // One that is killed while it waits has to be waiting still: it keeps real time.
    const pace = signal?.word === "Killed" ? [] : ["--import", FAST_TIME];
    const args = isTest(example)
      ? [VITEST, "run", "--root", dirname(file), "--config", VITEST_CONFIG, file]
      : [...pace, file];
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, ...env },
    });
    const seen = { shown: "", trouble: "", isStruck: false };
    child.stderr.on("data", (data: Buffer) => {
      seen.trouble += data.toString();
    });
    child.stdout.on("data", (data: Buffer) => {
      seen.shown += data.toString();
      if (!signal || seen.isStruck || !patternOf(signal.after).test(seen.shown.trimEnd())) return;
      seen.isStruck = true;
      seen.shown += `${signal.word}\n`;
      child.kill(signal.signal);
    });
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, ended) => {
        const isRight = signal?.word === "Killed" ? ended === "SIGKILL" : code === 0;
        if (isRight && isTest(example)) resolve("");
        else resolve(isRight ? seen.shown : `${seen.shown}\nEnded with ${code ?? ended}\n${seen.trouble}`);
      });
    });
  }

  return {
    async run(project, section, env = {}, node = process.execPath) {
      const cwd = await mkdtemp(join(project.folder, `run-${section.name}-`));
      for (const [name, bytes] of Object.entries(FILES)) await writeFile(join(cwd, name), bytes);
      const shown: string[] = [];
      for (const [i, example] of section.examples.entries())
        shown.push(
          await show(
            join(project.folder, `${fileOf(section, i)}.js`),
            example,
            cwd,
            { ...envOf(section, example), ...env },
            node,
          ),
        );
      return shown;
    },
    paid(section) {
      const accepted = Object.values(mocks).flatMap((mock) => mock.ledger(namespaceOf(section)).accepted);
      const { provider = "", model } = accepted.at(-1) ?? {};
      return {
        accepted: accepted.length,
        orphaned: accepted.filter(({ isOrphaned }) => isOrphaned).length,
        last: `${provider} ${String(model)}`,
      };
    },
    async close() {
      await Promise.all(Object.values(servers).map((server) => server.close()));
    },
  };
}
