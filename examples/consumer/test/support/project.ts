// An empty project into which the packed packages are installed, without a network.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, type Section } from "./readme.js";
import type { Registry } from "./registry.js";

const exec = promisify(execFile);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

export const providers = ["toapis", "apimart", "jimmyai", "atlascloud"] as const;
/** The folders of all packages that are published. */
export const PUBLISHED = ["specs", "packages/core", "mocks", ...providers.map((name) => `packages/providers/${name}`)];

// What a client needs at run time; openapi-fetch is packed from where it is installed, so no registry is asked.
const RUNTIME = ["packages/core", "node_modules/openapi-fetch", "node_modules/openapi-typescript-helpers"];
/** What an example may use beside the packages: Node's types, and what the mocks stand beside. */
const BESIDE = {
  "@types/node": "node_modules/@types/node",
  "undici-types": "node_modules/undici-types",
  msw: "node_modules/msw",
  vitest: "node_modules/vitest",
};
/** Where only the clients are installed, the mocks are those of this repository. */
const MOCKS = { "@omni-contracts/mocks": "mocks", "@omni-contracts/specs": "specs" };

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
  /** Compiles examples, which may use Node. After it, Node's types stay in the project. */
  compile(sections: readonly Section[]): Promise<void>;
  /** Checks what `compile` wrote once more, and further lines, as the strictest see them, with another compiler and resolution. */
  checkAs(compiler: string, resolution: "bundler" | "nodenext", lines: readonly string[]): Promise<void>;
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

async function pack(places: readonly string[], folder: string): Promise<Packed[]> {
  // One npm packs all of them: each start of it takes a while.
  const args = ["pack", ...places.map((place) => root + place), "--json", "--ignore-scripts"];
  return JSON.parse((await exec("npm", [...args, "--pack-destination", folder], { cwd: folder })).stdout);
}

/** A project with all clients; given a registry, with all packages, which come from there. */
export async function createProject(registry?: Registry): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "omni-consumer-"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const clients = [...RUNTIME, ...providers.map((provider) => `packages/providers/${provider}`)];
  const packed = await pack(registry ? PUBLISHED : clients, folder);
  const tarballs = packed.map(({ filename }) => join(folder, filename));
  const install = ["install", "--no-audit", "--no-fund"];
  if (registry) {
    await Promise.all(tarballs.map((file) => registry.add(file)));
    const from = ["--registry", registry.url, "--cache", join(folder, "cache"), ...packed.map(({ name }) => name)];
    await exec("npm", [...install, ...from], { cwd: folder });
  } else await exec("npm", [...install, "--offline", ...tarballs], { cwd: folder });
  const beside = { ...BESIDE, ...(registry ? {} : MOCKS) };
  let written: readonly string[] = [];

  async function check(name: string, files: readonly string[], options: object, compiler = tsc): Promise<void> {
    const compilerOptions = { ...COMPILER, ...options };
    await writeFile(join(folder, name), JSON.stringify({ compilerOptions, files }));
    await exec(process.execPath, [compiler, "-p", name], { cwd: folder }).catch((error: unknown) => {
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
      for (const [name, path] of Object.entries(beside)) await symlink(root + path, join(folder, "node_modules", name));
      const files = sections.flatMap((section) =>
        section.examples.map(({ code }, i) => [`${fileOf(section, i)}.ts`, code] as const),
      );
      await Promise.all(files.map(([file, code]) => writeFile(join(folder, file), code)));
      written = files.map(([file]) => file);
      await check("tsconfig.json", written, { types: ["node"], skipLibCheck: true });
    },
    async checkAs(compiler, resolution, lines) {
      await writeFile(join(folder, "further.ts"), lines.join("\n"));
      const module = resolution === "bundler" ? "ESNext" : "NodeNext";
      const options = {
        module,
        moduleResolution: resolution,
        types: ["node"],
        skipLibCheck: false,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      };
      await check(`tsconfig.${resolution}.json`, [...written, "further.ts"], options, compiler);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
