// Each rule is shown by two cases: `good` says nothing, `bad` is told what its comments say, on the lines where they stand.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const specs = fileURLToPath(new URL("..", import.meta.url));
const config = parse(readFileSync(`${specs}../redocly.yaml`, "utf8"));
const ours = Object.keys(config.rules).filter((id) => /^(omni|rule)\//.test(id));
const files = (folder: string): string[] =>
  readdirSync(`${specs}${folder}`, { recursive: true, encoding: "utf8" }).filter((file) => /\.(yaml|js)$/.test(file));
const cases = files("rules/cases").filter((file) => file.endsWith("/openapi.yaml"));

interface Problem {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What lint says of all cases, by the rules as redocly.yaml has them. */
async function lint(): Promise<Problem[]> {
  const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const flags = ["--config=../redocly.yaml", "--format=github-actions", "--max-problems=10000"];
  const args = [redocly, "lint", ...flags, ...cases.map((file) => `rules/cases/${file}`)];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: specs, env, maxBuffer: 2 ** 26 }, (_, stdout) => {
      resolve(stdout);
    });
  });
  return [
    ...output.matchAll(/^::\w+ title=([^,]+),file=rules\/cases\/([^,]+),line=(\d+),[^:]*::(.*?)(?:%0A.*)?$/gm),
  ].map(([, rule = "", file = "", line, message = ""]) => ({ rule, file, line: Number(line), message }));
}

const problems = await lint();
const isInvalid = ({ rule }: Problem): boolean => ["struct", "no-unresolved-refs"].includes(rule);
const sorted = (places: Omit<Problem, "rule">[]): string[] =>
  places.map(({ file, line, message }) => `${file}:${line} ${message}`).toSorted();

/** What the comments of a case say: `# ✗ a part of the message`. */
const commentsIn = (folder: string): Omit<Problem, "rule">[] =>
  files(`rules/cases/${folder}`).flatMap((name) => {
    const lines = readFileSync(`${specs}rules/cases/${folder}/${name}`, "utf8").split("\n");
    return lines.flatMap((text, i) =>
      text
        .split("# ✗ ")
        .slice(1)
        .map((message) => ({ file: `${folder}/${name}`, line: i + 1, message: message.trim() })),
    );
  });

describe.each(ours)("%s", (id) => {
  const name = id.replace(/^\w+\//, "");
  const said = (kind: string) =>
    problems.filter((one) => one.file.startsWith(`${name}/${kind}/`) && (one.rule === id || isInvalid(one)));

  it("is an error", () => {
    expect([config.rules[id], config.rules[id].severity ?? "error"]).toContain("error");
  });

  it("says nothing of its good case", () => {
    expect(cases).toContain(`${name}/good/openapi.yaml`);
    expect(said("good")).toEqual([]);
  });

  it("says of its bad case what the comments say", () => {
    const expected = commentsIn(`${name}/bad`);
    expect(expected).not.toEqual([]);
    const found = said("bad").map((one) => {
      const comment = expected.find(
        ({ file, line, message }) => file === one.file && line === one.line && one.message.includes(message),
      );
      return comment ?? one;
    });
    expect(sorted(found)).toEqual(sorted(expected));
  });
});

describe("redocly.yaml", () => {
  it("switches on every rule of the plugin", () => {
    const rules = files("rules/rules").map((file) => `omni/${file.replace(/\.js$/, "")}`);
    expect(ours.filter((id) => id.startsWith("omni/")).toSorted()).toEqual(rules.toSorted());
  });

  it("has no case without a rule", () => {
    const names = new Set(cases.map((file) => file.split("/")[0]));
    expect([...names].toSorted()).toEqual(ours.map((id) => id.replace(/^\w+\//, "")).toSorted());
  });

  it("warns of nothing and ignores nothing", () => {
    const severities = Object.values<unknown>(config.rules).filter((one) => typeof one === "string");
    expect(severities).not.toContain("warn");
    expect(existsSync(`${specs}../.redocly.lint-ignore.yaml`)).toBe(false);
  });
});
