// The snippets of the mocks' status page, as they are pasted: they compile, and submit and read as they say.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMock, serveMock, type Mock, type MockServer } from "@omni-contracts/mocks";
import { readDocument } from "@omni-contracts/specs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messagesOf } from "../test/compiler.js";

const providers = ["toapis", "apimart", "jimmyai", "atlascloud"] as const;
const cwd = fileURLToPath(new URL("../", import.meta.url));
let mock: Mock;
let server: MockServer;
beforeAll(async () => {
  mock = createMock({ specs: providers.map(readDocument), speed: 600 });
  server = await serveMock(mock);
});
afterAll(() => server.close());

/** They are JavaScript as well. */
async function run(code: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], { cwd });
  return stdout.trim();
}

describe.each(providers)("%s", (provider) => {
  const snippets = () => mock.snippets(provider, `${server.url}/${provider}/~${provider}`);

  it("compiles", () => {
    for (const { title, submit, read } of snippets().slice(1)) {
      for (const code of [submit, read]) expect([title, [...messagesOf(code).values()]]).toEqual([title, []]);
    }
  });

  it("submits and reads, in both kinds of words", async () => {
    const [, raw, normalized] = snippets();
    expect(await run(raw?.submit ?? "")).toMatch(/^200 \{/);
    const id = mock.tasks(provider)[0]?.task ?? "";
    expect(await run(raw?.read.replace("TASK_ID", id) ?? "")).toMatch(new RegExp(`^200 [^]*"${id}"`));
    const handle = await run(normalized?.submit ?? "");
    expect(handle).toMatch(/^oc1_/);
    expect(await run(normalized?.read.replace("HANDLE", handle) ?? "")).toMatch(/^completed http:.*\.mp4$/);
    expect(mock.ledger(provider).totals).toMatchObject({ accepted: 2, refused: 0 });
  });
});
