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

/** The places where a name stands as a word of its own, also inside camelCase: "acme" in createAcmeApi, not in pacmen. */
function wordsIn(text: string, name: string): RegExpExecArray[] {
  const isLower = (one = "") => /[a-z]/.test(one);
  const isUpper = (one = "") => /[A-Z]/.test(one);
  return [...text.matchAll(new RegExp(name, "gi"))].filter((found) => {
    const [word] = found;
    const [before, after] = [text[found.index - 1], text[found.index + word.length]];
    const isShouted = word === word.toUpperCase();
    const goesOn = isLower(after) || (isShouted && isUpper(after));
    return !goesOn && !(isLower(word[0]) && isLower(before)) && !(isShouted && isUpper(before));
  });
}

it.each([
  ["fal", true],
  ["createFalApi", true],
  ["FAL_API_KEY", true],
  ["x-fal-request-id", true],
  ["false", false],
  ["FALSE", false],
  ["isFalse", false],
  ["offal", false],
])("a provider's name in %s: %j", (text, isNamed) => {
  expect(wordsIn(text, "fal").length > 0).toBe(isNamed);
});

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
    const text = read(path);
    expect(specs.filter((name) => wordsIn(text, name).length > 0)).toEqual([]);
  });
});

/** What a client of which the skeleton was filled in has besides: it is about the provider's own models. */
const NORMALIZED = ["test/money.test.ts", "test/normalize.test.ts", "test/normalized.test-d.ts"];

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
      const names = wordsIn(text, provider).toReversed();
      return names.reduce(
        (left, { index }) => left.slice(0, index) + "<p>" + left.slice(index + provider.length),
        text,
      );
    };
    expect(manifest(name)).toBe(manifest(first));
  });

  it.each(clients)("%s has the same files", (name) => {
    const files = tracked
      .filter((path) => path.startsWith(`packages/providers/${name}/`))
      .map((path) => path.split("/").slice(3).join("/"))
      // A release writes the changelog.
      .filter((file) => !NORMALIZED.includes(file) && file !== "CHANGELOG.md");
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
  interface Locked {
    readonly dependencies?: Record<string, string>;
    readonly optionalDependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
    readonly peerDependencies?: Record<string, string>;
    readonly peerDependenciesMeta?: Record<string, { optional?: boolean }>;
    readonly resolved?: string;
    readonly link?: boolean;
  }
  const packages: Record<string, Locked> = json("package-lock.json").packages;

  /** What has to be there for a package; what others wish for beside it does not. */
  const neededBy = ({ peerDependencies, peerDependenciesMeta, ...one }: Locked): string[] => [
    ...Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.devDependencies }),
    ...Object.keys(peerDependencies ?? {}).filter((name) => peerDependenciesMeta?.[name]?.optional !== true),
  ];

  it("has an entry for everything that an entry needs, so that npm ci works on every platform", () => {
    const missing = Object.entries(packages).flatMap(([at, one]) =>
      neededBy(one).flatMap((name) => {
        const parts = at.split("/node_modules/");
        const holders = parts.map((_, i) => parts.slice(0, parts.length - i).join("/node_modules/"));
        const isThere = [...holders, ""].some(
          (holder) => `${holder ? `${holder}/` : ""}node_modules/${name}` in packages,
        );
        return isThere ? [] : [`${at}: ${name}`];
      }),
    );
    expect(Object.keys(packages).length).toBeGreaterThan(400);
    expect(missing).toEqual([]);
  });

  it("names no registry", () => {
    expect(Object.values(packages).filter(({ link, resolved }) => !link && resolved !== undefined)).toEqual([]);
  });
});
