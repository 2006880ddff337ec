// The laws of the house that a tree can break: where a provider may be named, who may import whom, and that every
// provider has the same two folders.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string): string => readFileSync(root + path, "utf8");
const json = (path: string) => JSON.parse(read(path));

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path && existsSync(root + path));
const specs = readdirSync(`${root}specs`).filter((name) => existsSync(`${root}specs/${name}/openapi.yaml`));
const clients = readdirSync(`${root}packages/providers`);

describe("law 4: no provider's name in shared code", () => {
  const shared = tracked.filter(
    (path) =>
      /^(packages\/(core|codegen)|mocks|docs)\/(src|bin|scripts)\//.test(path) ||
      /^specs\/(src|scripts|rules)\//.test(path),
  );
  it("looks at some files", () => {
    expect(shared.length).toBeGreaterThan(20);
  });
  it.each(shared)("%s", (path) => {
    const text = read(path).toLowerCase();
    expect(specs.filter((name) => text.includes(name))).toEqual([]);
  });
});

describe("every provider has the same two folders", () => {
  it("a contract and a client", () => {
    expect(clients.toSorted()).toEqual(specs.toSorted());
  });

  const [first = "", ...others] = clients.toSorted();
  it.each(others)("%s is packaged like the others", (name) => {
    const manifest = (provider: string) => {
      const text = JSON.stringify({
        ...json(`packages/providers/${provider}/package.json`),
        description: "",
        version: "",
      });
      return text.replaceAll(new RegExp(provider, "gi"), "<p>");
    };
    expect(manifest(name)).toBe(manifest(first));
  });

  it.each(clients)("%s has the same files", (name) => {
    const files = tracked
      .filter((path) => path.startsWith(`packages/providers/${name}/`))
      .map((path) => path.split("/").slice(3).join("/"));
    expect(files.toSorted()).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
      "src/client.ts",
      "src/generated/contract.ts",
      "src/generated/openapi.ts",
      "src/generated/samples.ts",
      "src/generated/schemas.ts",
      "src/index.ts",
      "test/contract.test.ts",
      "test/requests.test.ts",
      "test/rules.yaml",
      "test/types.test-d.ts",
      "tsconfig.build.json",
      "tsconfig.json",
    ]);
  });

  it.each(specs)("the contract of %s says where its facts come from", (name) => {
    expect(existsSync(`${root}specs/${name}/README.md`)).toBe(true);
  });
});

describe("who may import whom", () => {
  const importsOf = (folder: string): string[] => {
    const files = tracked.filter((path) => path.startsWith(`${folder}/src/`) && path.endsWith(".ts"));
    const names = files.flatMap((path) =>
      [...read(path).matchAll(/from "(@omni-contracts\/[\w-]+)/g)].map(([, name = ""]) => name),
    );
    return [...new Set(names)].toSorted();
  };
  it.each([
    ["specs", []],
    ["packages/core", []],
    ["packages/codegen", ["@omni-contracts/core", "@omni-contracts/specs"]],
    ["mocks", ["@omni-contracts/core", "@omni-contracts/specs"]],
    ...clients.map((name): [string, string[]] => [`packages/providers/${name}`, ["@omni-contracts/core"]]),
  ])("%s imports only %j", (folder, allowed) => {
    expect(importsOf(folder).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("core has one runtime dependency, exactly pinned", () => {
    expect(json("packages/core/package.json").dependencies).toEqual({ "openapi-fetch": "0.16.0" });
  });
});

describe("package-lock.json", () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string; link?: boolean }> =
    json("package-lock.json").packages;

  it("has an entry for every optional dependency, so that npm ci works on every platform", () => {
    const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => {
        const parts = at.split("/node_modules/");
        const holders = parts.map((_, i) => parts.slice(0, parts.length - i).join("/node_modules/"));
        return ![...holders, ""].some((holder) => `${holder ? `${holder}/` : ""}node_modules/${name}` in packages);
      }),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry", () => {
    expect(Object.values(packages).filter(({ link, resolved }) => !link && resolved !== undefined)).toEqual([]);
  });
});
