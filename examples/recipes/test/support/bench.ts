// The programs as people start them, against a mock behind HTTP. The mock is the witness: it knows every task that was made, and
// every request that came.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createMock, serveMock, type Ledger, type Mock } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";

const HOME = fileURLToPath(new URL("../..", import.meta.url));
const FAST_TIME = fileURLToPath(new URL("fast-time.mjs", import.meta.url));
const PROVIDERS = ["toapis", "apimart", "jimmyai", "atlascloud"];
/** Stands in no output. */
const KEY = "sk-never-to-be-shown-0123456789";

export interface Ran {
  /** The exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Told of each line that the program prints; may send it a signal. */
  readonly onLine?: (line: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** A folder and a namespace of the mock for one test. */
export interface Place {
  readonly folder: string;
  readonly mock: Mock;
  readonly namespace: string;
  readonly ledger: () => Ledger;
  /** How often each prompt was taken, in the order of the first. */
  readonly taken: () => Readonly<Record<string, number>>;
  /** The requests that came, as `POST` and `GET`. */
  readonly requests: () => readonly string[];
  readonly write: (name: string, content: unknown) => Promise<string>;
  readonly run: (program: string, args: readonly string[], options?: RunOptions) => Promise<Ran>;
}

export interface Bench {
  /** Where a test can do what it likes; answers to a POST take so many milliseconds. */
  readonly place: (options?: { readonly postMs?: number }) => Promise<Place>;
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function createBench(): Promise<Bench> {
  // Six hundred times as fast: a task of three minutes takes 0.3 s.
  const mock = createMock({ specs: PROVIDERS.map(readDocument), speed: 600 });
  const seen: { readonly path: string; readonly method: string }[] = [];
  const pauses = new Map<string, number>();
  const server = await serveMock({
    async handle(request) {
      const { path } = request;
      seen.push({ path, method: request.method });
      const [, namespace = ""] = /\/~([^/]*)/.exec(path) ?? [];
      // Taken, and the answer is on its way.
      const answer = await mock.handle(request);
      if (request.method === "POST") await sleep(pauses.get(namespace) ?? 0);
      return answer;
    },
  });
  const root = await mkdtemp(join(tmpdir(), "omni-recipes-"));
  const state = { places: 0 };

  async function place({ postMs = 0 } = {}): Promise<Place> {
    state.places += 1;
    const namespace = `test-${state.places}`;
    const folder = join(root, namespace);
    await mkdir(folder);
    pauses.set(namespace, postMs);
    const addresses = PROVIDERS.flatMap((name) => [
      [`${name.toUpperCase()}_BASE_URL`, `${server.url}/${name}/~${namespace}`] as const,
      [`${name.toUpperCase()}_API_KEY`, KEY] as const,
    ]);

    function run(program: string, args: readonly string[], { env, onLine }: RunOptions = {}): Promise<Ran> {
      const child = spawn(process.execPath, ["--import", FAST_TIME, join(HOME, "dist", `${program}.js`), ...args], {
        cwd: folder,
        // Not what stands in the environment of whoever runs the tests.
        env: { PATH: process.env.PATH, ...Object.fromEntries(addresses), ...env },
      });
      const shown = { stdout: "", stderr: "" };
      child.stdout.setEncoding("utf8").on("data", (data: string) => {
        shown.stdout += data;
        for (const line of data.split("\n")) onLine?.(line, (signal) => child.kill(signal));
      });
      child.stderr.setEncoding("utf8").on("data", (data: string) => {
        shown.stderr += data;
      });
      return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => {
          if (`${shown.stdout}${shown.stderr}`.includes(KEY)) reject(new Error("The key was printed."));
          else resolve({ code, ...shown });
        });
      });
    }

    return {
      ...{ folder, mock, namespace, run },
      ledger: () => mock.ledger(namespace),
      taken: () => {
        const counts = new Map<string, number>();
        for (const { prompt = "" } of mock.tasks(namespace)) counts.set(prompt, (counts.get(prompt) ?? 0) + 1);
        return Object.fromEntries(counts);
      },
      requests: () => seen.filter(({ path }) => path.includes(`/~${namespace}/`)).map(({ method }) => method),
      async write(name, content) {
        const path = join(folder, name);
        await writeFile(
          path,
          content instanceof Uint8Array || typeof content === "string" ? content : JSON.stringify(content),
        );
        return path;
      },
    };
  }

  return {
    place,
    url: server.url,
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The lines of a table or report that begin with this word. */
export const rowsOf = (printed: string, first: string): readonly string[] =>
  printed.split("\n").filter((line) => line.startsWith(`${first} `));

export const posts = ({ requests }: Place): number => requests().filter((method) => method === "POST").length;
