// An empty project into which the packed clients are installed, without a network.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, type Section } from "./readme.js";

const exec = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

export const providers = ["toapis", "apimart", "jimmyai", "atlascloud"] as const;

// What a client needs at run time; openapi-fetch is packed from where it is installed, so no registry is asked.
const RUNTIME = ["packages/core", "node_modules/openapi-fetch", "node_modules/openapi-typescript-helpers"];
/** What an example may use beside the clients: Node's types, the mocks, which are not published, and what these stand beside. */
const BESIDE = {
  "@types/node": "node_modules/@types/node",
  "undici-types": "node_modules/undici-types",
  "@omni-contracts/mocks": "mocks",
  "@omni-contracts/specs": "specs",
  msw: "node_modules/msw",
  vitest: "node_modules/vitest",
};

/** What npm says of a package that it packed. */
interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

export interface Project {
  readonly folder: string;
  /** The packed files of a provider's client. */
  filesOf(provider: string): readonly string[];
  /** Compiles the clients without Node's types, as a browser's project would, the types of every library checked. */
  compileBare(): Promise<void>;
  /** Compiles examples, which may use Node. Comes last: Node's types stay in the project. */
  compile(sections: readonly Section[]): Promise<void>;
  remove(): Promise<void>;
}

/** The file of an example, without its ending. */
export const fileOf = ({ name }: Section, index: number): string => `${name}-${index + 1}`;

const COMPILER = {
  target: "ES2023",
  module: "NodeNext",
  moduleDetection: "force",
  strict: true,
  noUncheckedIndexedAccess: true,
  lib: ["ES2023", "DOM", "DOM.Iterable"],
};

export async function createProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "omni-consumer-"));

  // One npm packs all of them: each start of it takes a while.
  const paths = [...RUNTIME, ...providers.map((provider) => `packages/providers/${provider}`)].map(
    (path) => root + path,
  );
  const args = ["pack", ...paths, "--json", "--ignore-scripts", "--pack-destination", folder];
  const packed: Packed[] = JSON.parse((await exec("npm", args, { cwd: folder })).stdout);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const tarballs = packed.map(({ filename }) => join(folder, filename));
  await exec("npm", ["install", "--offline", "--no-audit", "--no-fund", ...tarballs], { cwd: folder });

  async function check(name: string, files: readonly string[], options: object): Promise<void> {
    const compilerOptions = { ...COMPILER, ...options };
    await writeFile(join(folder, name), JSON.stringify({ compilerOptions, files }));
    await exec(process.execPath, [tsc, "-p", name], { cwd: folder }).catch((error: unknown) => {
      throw new Error(error instanceof Error && "stdout" in error ? String(error.stdout) : String(error));
    });
  }

  return {
    folder,
    filesOf: (provider) =>
      packed.find(({ name }) => name === `@omni-contracts/${provider}`)?.files.map(({ path }) => path) ?? [],
    async compileBare() {
      const imports = providers.map((provider) => `export * as ${provider} from "@omni-contracts/${provider}";`);
      await writeFile(join(folder, "bare.ts"), imports.join("\n"));
      await check("tsconfig.bare.json", ["bare.ts"], { types: [], skipLibCheck: false, noEmit: true });
    },
    async compile(sections) {
      await mkdir(join(folder, "node_modules/@types"), { recursive: true });
      for (const [name, path] of Object.entries(BESIDE)) await symlink(root + path, join(folder, "node_modules", name));
      const files = sections.flatMap((section) =>
        section.examples.map(({ code }, i) => [`${fileOf(section, i)}.ts`, code] as const),
      );
      await Promise.all(files.map(([file, code]) => writeFile(join(folder, file), code)));
      await check(
        "tsconfig.json",
        files.map(([file]) => file),
        { types: ["node"], skipLibCheck: true },
      );
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
