// The recorder before the mock of every provider, with every documented request; and a hundred starts without a budget.
import { providers } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { bed, body, jsonHeaders, run, running, start, submit, until, useBench } from "../test/cli-bench.js";
import { answered, everything, files, out, recording, serve, useProviders } from "../test/record-bench.js";
import { describeMockItself } from "../test/record-no-false-alarm.js";

useBench();
useProviders();

describe.each(providers())("the recorder before the mock of %s", (provider) => {
  describeMockItself(provider, 99);
});

it("lets no submit out in 100 starts without a budget, and writes no key", async () => {
  let count = 0;
  const base = await serve((_, response) => {
    count += 1;
    response
      .writeHead(401, { "content-type": "application/json" })
      .end('{"error": {"message": "canary-0123456789 is no key"}}');
  });
  for (let start = 0; start < 100; start += 1) {
    const { url } = await run(["--record", `toapis=${base}`, "--out", out(), "--quiet"]);
    const init = { headers: { ...jsonHeaders, authorization: "Bearer canary-0123456789" } };
    const refused = await fetch(`${url}/toapis/v1/videos/generations`, {
      ...init,
      method: "POST",
      body: body("canary-0123456789"),
    });
    expect(refused.headers.get("x-mock-fault")).toBe("no-budget");
    await (await fetch(`${url}/toapis/v1/balance?api_key=canary-0123456789`, init)).text();
    await running.splice(0)[0]?.close();
  }
  expect(count).toBe(100);
  expect(everything()).not.toContain("canary");
  expect(everything()).toContain("REDACTED is no key");
}, 120_000);

describe("as a process", () => {
  const flags = (base: string) => ["--record", `toapis=${base}`, "--out", out(), "--port", "0", "--budget", "1"];

  it("that is killed under a submit has it on the disk, and the next start has no budget for it any more", async () => {
    let count = 0;
    const base = await serve(() => {
      count += 1;
    });
    const killed = start(flags(base));
    const sent = submit(await killed.listening()).catch(() => undefined);
    await until(() => count === 1);
    killed.child.kill("SIGKILL");
    await sent;
    expect(recording("0001-createVideoGeneration.json")).toMatchObject({
      isPaid: true,
      note: "sent; no answer so far",
    });
    const next = start(flags(base));
    expect((await submit(await next.listening())).headers.get("x-mock-fault")).toBe("no-budget");
    next.child.kill("SIGINT");
    expect(await next.ended).toBe(0);
    expect(next.printed.out).toContain("0001 (may be paid for): sent; no answer so far");
    expect(count).toBe(1);
  });

  it("waits at Ctrl-C for the answer to a submit, reports, and ends as --fail-on-drift says", async () => {
    const go: { on?: () => void } = {};
    const base = await serve((_, response) => {
      go.on = () =>
        response.writeHead(200, { "content-type": "application/json" }).end('{"id": "task_1", "status": "queued"}');
    });
    const { child, printed, ended, listening } = start([...flags(base), "--fail-on-drift"]);
    const sent = submit(await listening());
    await until(() => go.on !== undefined);
    child.kill("SIGINT");
    await until(() => printed.out.includes("Ends when"));
    go.on?.();
    expect((await sent).status).toBe(200);
    expect(await ended).toBe(1);
    expect((await answered(files()[0] ?? "")).answer.body.value.id).toBe("task_1");
    expect(printed.out).toContain("3 differences from the contract of toapis, in 1 recording");
    expect(printed.err).toBe("");
  });

  it("ends by itself, with 0", async () => {
    const base = await serve((_, response) => response.end());
    const { ended, printed } = start([...flags(base), "--for", "0.3s", "--quiet"]);
    expect(await ended).toBe(0);
    expect(printed.out).toContain("Nothing differs");
    expect(bed.folder).not.toBe("");
  });
});
