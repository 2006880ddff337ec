import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refreshBaseline } from "../../src/diff/baseline.js";
import { main } from "../../src/diff/main.js";
import { screen, workspace, type Workspace } from "./workspace.js";

let space: Workspace;
beforeEach(() => {
  space = workspace();
});
afterEach(() => {
  space.close();
});

function run(...args: string[]) {
  const shown = screen();
  const exit = main(space.root, args, shown);
  return { exit, ...shown.said };
}
function release(...named: string[]) {
  const shown = screen();
  const exit = refreshBaseline(space.root, named, shown);
  return { exit, ...shown.said };
}
const BREAK = [4];
const MORE = [4, 6, 8];

describe("npm run contract:diff", () => {
  it("says that nothing changed", () => {
    expect(run()).toEqual({ exit: 0, out: "acme: no change since 0.1.0\n", err: "" });
  });

  it("tells a break, where it is, and what is missing", () => {
    space.present("0.1.0", BREAK);
    const { exit, out, err } = run();
    expect(exit).toBe(1);
    expect(out).toBe(`acme: 1 change, major
  major  \`duration\` of acme-1 no longer takes 6.
         specs/acme/components/schemas/AcmeOne.yaml:4
  ✗ info.version: 0.1.0, needs 0.2.0
  ✗ @x/acme: needs minor, the changesets have none
  ✗ @x/specs: needs minor, the changesets have none
`);
    expect(err).toContain("npm run contract:diff -- --write");
  });

  it.each([
    ["one is too low", { "@x/acme": "patch", "@x/specs": "minor" }, "0.2.0", 1],
    ["one package is missing", { "@x/acme": "minor" }, "0.2.0", 1],
    ["all say so", { "@x/acme": "minor", "@x/specs": "minor" }, "0.2.0", 0],
    ["they say more", { "@x/acme": "major", "@x/specs": "minor" }, "1.0.0", 0],
    ["the contract's own version is too low", { "@x/acme": "minor", "@x/specs": "minor" }, "0.1.1", 1],
  ])("wants changesets: %s", (_, bumps, version, exit) => {
    space.present(version, BREAK);
    space.changeset("a-change", bumps);
    expect(run().exit).toBe(exit);
  });

  it("takes the highest of several changesets, and no README for one", () => {
    space.present("0.2.0", BREAK);
    space.changeset("a", { "@x/acme": "patch", "@x/specs": "minor" });
    space.changeset("b", { "@x/acme": "minor" });
    space.write(".changeset/README.md", "No changeset.");
    expect(run().exit).toBe(0);
  });

  it("wants a major bump from 1.0.0 on, and a minor one for what is new", () => {
    space.released("1.2.3");
    space.package("packages/providers/acme", "@x/acme", "1.0.0");
    space.changeset("a", { "@x/acme": "minor", "@x/specs": "minor" });
    space.present("2.0.0", BREAK);
    expect(run().out).toContain("✗ @x/acme: needs major, the changesets have minor\n");
    space.present("1.3.0", MORE);
    expect(run()).toMatchObject({ exit: 0, err: "" });
    space.present("1.2.4", MORE);
    expect(run()).toMatchObject({ exit: 1 });
  });

  it("wants a patch for words", () => {
    space.present("0.1.1", [4, 6], "How long it is.");
    expect(run()).toMatchObject({ exit: 1 });
    space.changeset("a", { "@x/acme": "patch", "@x/specs": "patch" });
    expect(run()).toMatchObject({ exit: 0 });
  });

  it("takes no version that is older than the released one", () => {
    space.present("0.0.9");
    expect(run()).toMatchObject({ exit: 1, out: expect.stringContaining("✗ info.version: 0.0.9, needs 0.1.0") });
  });

  it("writes for programs", () => {
    space.present("0.1.0", MORE);
    const { exit, out } = run("--json", "--provider", "acme");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        provider: "acme",
        title: "Acme, video",
        state: "compared",
        level: "minor",
        changes: [
          {
            level: "minor",
            text: "`duration` of acme-1 also takes 8.",
            at: "specs/acme/components/schemas/AcmeOne.yaml:4",
          },
        ],
        version: { name: "info.version", has: "0.1.0", needs: "0.1.1", isMet: false },
        packages: [
          { name: "@x/acme", has: "none", needs: "patch", isMet: false },
          { name: "@x/specs", has: "none", needs: "patch", isMet: false },
        ],
        isPassed: false,
      },
    ]);
  });

  it("writes the changeset and raises the version, and then is content", () => {
    space.present("0.1.0", BREAK);
    expect(run("--write")).toMatchObject({ exit: 0, err: expect.stringContaining(".changeset/contract-acme.md") });
    expect(space.read(".changeset/contract-acme.md")).toBe(`---
"@x/acme": minor
"@x/specs": minor
---

Contract of Acme, video, 0.2.0:

- **Breaking:** \`duration\` of acme-1 no longer takes 6.
`);
    expect(space.read("specs/acme/openapi.yaml")).toBe(`openapi: 3.1.0
info:
  title: Acme, video # a note
  # Raised by the gate.
  version: 0.2.0
  license: {name: MIT, version: 9.9.9}
`);
    space.present("0.2.0", BREAK);
    expect(run()).toMatchObject({ exit: 0, err: "" });
  });

  it("takes its own changeset away when the change is", () => {
    space.present("0.1.0", BREAK);
    run("--write");
    space.present("0.1.0");
    expect(run("--write").err).toBe("Nothing to write.\n");
    expect(existsSync(`${space.root}/.changeset/contract-acme.md`)).toBe(false);
  });

  it("has nothing against a new contract", () => {
    space.remove("specs/released");
    space.package("packages/providers/acme", "@x/acme", "0.0.0");
    expect(run()).toMatchObject({ exit: 0, out: expect.stringContaining("acme: new") });
  });

  it("says what to do when the released contract was lost", () => {
    space.remove("specs/released/acme.yaml");
    const { exit, out } = run();
    expect(exit).toBe(1);
    expect(out.replace(/\s+/g, " ")).toContain("specs/released/acme.yaml is missing, and the client was released.");
    expect(out.replace(/\s+/g, " ")).toContain("npm run release-baseline -w specs -- acme");
    expect(run().err).not.toContain("--write");
  });

  it("calls a contract that is gone a break", () => {
    space.remove("specs/acme");
    space.remove("packages/providers/acme");
    expect(run()).toMatchObject({ exit: 1, out: expect.stringContaining("major  The contract is gone.") });
    space.changeset("a", { "@x/specs": "minor" });
    expect(run()).toMatchObject({ exit: 0 });
  });

  it.each([
    [["--provider", "acne"], 'contract:diff: --provider "acne" is not known. Did you mean acme? There are: acme.\n'],
    [["--wite"], "contract:diff: --wite is no flag. Did you mean --write?"],
    [["acme"], 'contract:diff: "acme" belongs to no flag. To look at one provider: --provider acme.'],
    [["--provider"], "contract:diff: --provider needs a value"],
  ])("refuses %j", (args, message) => {
    const { exit, out, err } = run(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(message);
  });

  it("refuses what is no changeset, and a missing bundle", () => {
    space.write(".changeset/odd.md", "Something.\n");
    expect(run()).toMatchObject({ exit: 2, err: expect.stringContaining(".changeset/odd.md is no changeset") });
    space.remove(".changeset");
    space.remove("specs/dist");
    expect(run()).toMatchObject({ exit: 2, err: expect.stringContaining("npm run bundle") });
  });

  it.each([
    [".changeset/odd.md", '---\n"@x/acme: minor\n---\n\nSomething.\n', "cannot be read: Missing closing"],
    [".changeset/pre.json", "{", "cannot be read: "],
    ["specs/released/acme.yaml", "<<<<<<< HEAD\ninfo: {version: 0.1.0}\n", "cannot be read: Implicit keys"],
    ["specs/released/acme.yaml", "", "cannot be read: The bundle of acme is not an object."],
    ["specs/released/acme.yaml", "info: {version: '0.1'}\n", 'cannot be read: "0.1" is no version'],
  ])("names %s when it holds something else", (file, text, reason) => {
    space.write(file, text);
    const { exit, out, err } = run();
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`contract:diff: ${file} ${reason}`);
  });

  it("names the contract whose own version is none", () => {
    space.present("0.2.0-rc.1", BREAK);
    expect(run()).toMatchObject({ exit: 2, err: expect.stringContaining("specs/acme/openapi.yaml cannot be read: ") });
  });

  it("counts no changeset that a pre-release was made of", () => {
    space.package("packages/providers/acme", "@x/acme", "0.4.0-next.0");
    space.present("0.2.0", BREAK);
    space.changeset("a", { "@x/acme": "minor", "@x/specs": "minor" });
    expect(run()).toMatchObject({ exit: 0 });
    space.write(".changeset/pre.json", JSON.stringify({ mode: "pre", tag: "next", changesets: ["a"] }));
    expect(run().out).toContain("✗ @x/acme: needs minor, the changesets have none\n");
    space.changeset("b", { "@x/acme": "minor", "@x/specs": "minor" });
    expect(run()).toMatchObject({ exit: 0 });
  });

  it("explains itself", () => {
    expect(run("--help")).toMatchObject({ exit: 0, out: expect.stringContaining("--write") });
  });
});

describe("release-baseline", () => {
  it("makes the present contracts the released ones, as often as it is run", () => {
    space.present("0.2.0", BREAK);
    space.changeset("a", { "@x/acme": "minor", "@x/specs": "minor" });
    const done = { exit: 0, out: "specs/released/acme.yaml: 0.2.0\n", err: "" };
    expect(release()).toEqual(done);
    expect(release("acme")).toEqual(done);
    expect(run()).toMatchObject({ exit: 0, out: "acme: no change since 0.2.0\n" });
  });

  it("writes nothing while a version is too low", () => {
    space.present("0.1.0", BREAK);
    const before = space.read("specs/released/acme.yaml");
    const { exit, err } = release();
    expect(exit).toBe(2);
    expect(err).toContain(
      "acme: (major) `duration` of acme-1 no longer takes 6. `info.version` is 0.1.0 and must be 0.2.0",
    );
    expect(err).toContain("npm run contract:diff -- --write");
    expect(space.read("specs/released/acme.yaml")).toBe(before);
  });

  it("writes nothing while a changeset is missing or too low", () => {
    space.present("0.2.0", BREAK);
    space.changeset("a", { "@x/acme": "minor", "@x/specs": "patch" });
    const before = space.read("specs/released/acme.yaml");
    for (const named of [[], ["acme"]]) {
      const { exit, err } = release(...named);
      expect(exit).toBe(2);
      expect(err).toContain("no longer takes 6. @x/specs needs minor and the changesets have patch.\n");
    }
    expect(space.read("specs/released/acme.yaml")).toBe(before);
  });

  it("writes into another copy of the repository", () => {
    space.present("0.1.1", MORE);
    space.changeset("a", { "@x/acme": "patch", "@x/specs": "patch" });
    const before = space.read("specs/released/acme.yaml");
    expect(refreshBaseline(space.root, [], screen(), `${space.root}/copy`)).toBe(0);
    expect(space.read("copy/specs/released/acme.yaml")).toBe(space.read("specs/dist/acme.yaml"));
    expect(space.read("specs/released/acme.yaml")).toBe(before);
  });

  it("forgets what has no contract any more, when a changeset tells of it", () => {
    space.write("specs/released/gone.yaml", "info: {version: 1.0.0}\n");
    expect(release()).toMatchObject({ exit: 2, err: expect.stringContaining("gone: (major) The contract is gone.") });
    expect(existsSync(`${space.root}/specs/released/gone.yaml`)).toBe(true);
    space.changeset("a", { "@x/specs": "minor" });
    expect(release().exit).toBe(0);
    expect(existsSync(`${space.root}/specs/released/gone.yaml`)).toBe(false);
  });

  it("takes the place of a lost one only by name", () => {
    space.remove("specs/released/acme.yaml");
    expect(release()).toMatchObject({ exit: 2, err: expect.stringContaining("specs/released/acme.yaml is missing") });
    expect(release("acme").exit).toBe(0);
    expect(run().exit).toBe(0);
  });

  it("refuses a name that is none", () => {
    expect(release("acne")).toMatchObject({ exit: 2, err: expect.stringContaining("Did you mean acme?") });
  });
});
