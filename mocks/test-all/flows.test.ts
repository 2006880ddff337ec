// The flows that are generated from each contract, run by Redocly Respect against omni-mock: submit, look, result; upload and
// submit; every documented error. Respect holds every answer against the contract too.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { objectAt, providers, readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMock, serveMock, type Mock, type MockServer } from "../src/index.js";

const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const flows = fileURLToPath(new URL("../../specs/dist/arazzo", import.meta.url));
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

interface Ran {
  readonly code: number;
  readonly told: string;
  /** Workflow → whether it passed. */
  readonly workflows: Readonly<Record<string, boolean>>;
}

/** Runs the flows of a provider, or one of them. */
async function run(provider: string, url: string, folder: string, only: readonly string[] = []): Promise<Ran> {
  const report = join(folder, `${provider}-${only.join("-")}.json`);
  const server = `${provider}=${url}`;
  const args = [redocly, "respect", `${provider}.yaml`, "-S", server, "-i", "apiKey=sk-mock", "-J", report];
  const chosen = only.flatMap((name) => ["--workflow", name]);
  const { code, told } = await new Promise<Omit<Ran, "workflows">>((resolve) => {
    execFile(process.execPath, [...args, ...chosen], { cwd: flows, env, maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve({ code: error ? 1 : 0, told: stdout });
    });
  });
  const { files } = objectAt(JSON.parse(readFileSync(report, "utf8")));
  const ran = Object.values(objectAt(files)).flatMap((file) => [objectAt(file).executedWorkflows ?? []].flat());
  const workflows = ran
    .map(objectAt)
    .map(({ workflowId, status }) => [String(workflowId), status === "success"] as const);
  return { code, told, workflows: Object.fromEntries(workflows) };
}

describe("flows", () => {
  const folder = mkdtempSync(join(tmpdir(), "flows-"));
  let mock: Mock;
  let server: MockServer;
  beforeAll(async () => {
    mock = createMock({ specs: providers().map(readDocument), validate: true, speed: 1000 });
    server = await serveMock(mock);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  // Side by side: most of the time goes into waiting as long as the contracts ask for.
  describe.concurrent("of", () => {
    it.each(providers())("%s hold", { timeout: 60_000 }, async (provider) => {
      const { code, told, workflows } = await run(provider, `${server.url}/${provider}`, folder);
      const { submit, upload } = objectAt(readDocument(provider).root["x-lifecycle"]);
      const lives = [...Object.keys(objectAt(submit)), ...Object.keys(objectAt(upload))];
      expect(Object.keys(workflows)).toEqual(expect.arrayContaining(lives));
      expect(
        Object.keys(workflows).filter((name) => /Error(400|401|402|429|500)$/.test(name)).length,
      ).toBeGreaterThanOrEqual(5);
      expect([Object.entries(workflows).filter(([, passed]) => !passed), told]).toEqual([[], told]);
      expect(code).toBe(0);
    });
  });

  it("fail where an answer is not the contract's", { timeout: 60_000 }, async () => {
    const [provider = ""] = providers();
    const [submit = ""] = Object.keys(objectAt(objectAt(readDocument(provider).root["x-lifecycle"]).submit));
    const fault = { faults: [{ name: "no-task", on: "submit", answer: { status: 200, body: { data: "taken" } } }] };
    await fetch(`${server.url}/__mock/faults?namespace=broken`, { method: "POST", body: JSON.stringify(fault) });
    const { code, workflows } = await run(provider, `${server.url}/${provider}/~broken`, folder, [submit]);
    expect([code, workflows]).toEqual([1, { [submit]: false }]);
  });
});
