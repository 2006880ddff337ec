// Where samples are written down, compiled and started. Their text stays as it is but for how long they wait.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, RUNTIMES, type Label, type Ran } from "./runtimes.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Between two looks a sample waits for as long as the contract asks; here for some milliseconds. */
const quick: Readonly<Record<Label, (source: string) => string>> = {
  curl: (source) => source,
  // Their timers run faster: see FAST.
  TypeScript: (source) => source,
  "TypeScript, raw": (source) => source,
  Python: (source) => source.replaceAll(/^(FIRST_LOOK|LOOK_EVERY) = \d+/gm, "$1 = 0.02"),
  Go: (source) => source.replaceAll(/(firstLook|lookEvery) = \d+ \* time\.Second/g, "$1 = 20 * time.Millisecond"),
};

/** Short waits take a hundredth of their time; limits, which are longer, stay. Loaded before a sample. */
const FAST = `const { setTimeout: real } = globalThis;
globalThis.setTimeout = (work, delay = 0, ...rest) => real(work, delay <= 20_000 ? delay / 100 : delay, ...rest);
`;

const FILES: Readonly<Record<Label, string>> = {
  curl: "curl.sh",
  TypeScript: "normalized.ts",
  "TypeScript, raw": "raw.ts",
  Python: "sample.py",
  Go: "main.go",
};

export interface Workshop {
  readonly folder: string;
  /** Writes a sample down under a name that may stand in a path. */
  add(name: string, label: Label, source: string): void;
  /** Compiles what was added; what the compilers say, which is nothing when all is well. */
  compile(labels: readonly Label[]): Promise<string>;
  /** Runs a sample; curl takes the text to run, because only a part of it may be meant. */
  start(name: string, label: Label, env: Readonly<Record<string, string>>, script?: string): Promise<Ran>;
  close(): void;
}

export function createWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "samples-"));
  const at = (...names: string[]) => join(folder, ...names);
  writeFileSync(at("package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(at("go.mod"), "module samples\n\ngo 1.18\n");
  writeFileSync(at("fast.mjs"), FAST);
  symlinkSync(join(root, "node_modules"), at("node_modules"));
  const compilerOptions = {
    ...{ target: "ES2022", module: "NodeNext", strict: true, noUncheckedIndexedAccess: true, skipLibCheck: true },
    ...{ types: ["node"], rootDir: ".", outDir: "js", preserveSymlinks: false },
  };
  writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["ts"] }));
  mkdirSync(at("files"));
  for (const file of ["image.png", "video.mp4"]) cpSync(join(root, "specs/samples", file), at("files", file));

  const folderOf = (label: Label) => (label.startsWith("TypeScript") ? "ts" : label.toLowerCase());
  // Kept between runs: the standard library takes longer than all samples.
  const goEnv = { GOFLAGS: "-mod=mod", GOPROXY: "off", GO111MODULE: "on", CGO_ENABLED: "0" };
  const cache = join(root, "docs/node_modules/.cache/go-build");

  async function compileTypeScript(): Promise<string> {
    const { code, stdout } = await run(process.execPath, [tsc, "-p", folder], { cwd: folder, limit: 280_000 });
    return code === 0 ? "" : stdout;
  }
  async function compileGo(): Promise<string> {
    mkdirSync(at("bin"), { recursive: true });
    const env = { ...process.env, ...goEnv, GOCACHE: cache };
    const args = ["build", "-p", "2", "-ldflags=-s -w", "-o", at("bin"), "./go/..."];
    const { code, stderr } = await run(RUNTIMES.Go.command ?? "go", args, { cwd: folder, env, limit: 280_000 });
    return code === 0 ? "" : stderr;
  }

  return {
    folder,
    add(name, label, source) {
      const place = at(folderOf(label), name);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, FILES[label]), quick[label](source));
    },
    async compile(labels) {
      const told = await Promise.all([
        labels.some((label) => label.startsWith("TypeScript")) ? compileTypeScript() : "",
        labels.includes("Go") ? compileGo() : "",
      ]);
      return told.join("");
    },
    start(name, label, own, script = "") {
      const env = { PATH: process.env.PATH ?? "", PYTHONUTF8: "1", PYTHONDONTWRITEBYTECODE: "1", ...own };
      const cwd = at("files");
      const command = RUNTIMES[label].command ?? "";
      const js = at("js", "ts", name, FILES[label].replace(".ts", ".js"));
      switch (label) {
        case "curl":
          return run("sh", ["-e", "-c", script], { cwd, env });
        case "Python":
          return run(command, [at("python", name, FILES.Python)], { cwd, env });
        case "Go":
          return run(at("bin", name), [], { cwd, env });
        default:
          return run(command, ["--import", at("fast.mjs"), js], { cwd, env });
      }
    },
    close() {
      rmSync(folder, { recursive: true });
    },
  };
}
