import { readCatalogue, scenarioOf } from "@omni-contracts/mocks";
import { describe, expect, it } from "vitest";
import { PROTOCOLS } from "../src/peers/protocols.js";
import { createService } from "../src/peers/service.js";
import type { FaultList } from "../src/index.js";

const DONE = /job-1\.mp4|"status":"completed"/;
const SUBMITS: Readonly<Record<string, string>> = {
  fal: "/acme/video",
  replicate: "/v1/models/acme/video/predictions",
  openai: "/v1/videos",
};
const READS: Readonly<Record<string, string>> = {
  fal: "/acme/video/requests/job-1",
  replicate: "/v1/predictions/job-1",
  openai: "/v1/videos/job-1",
};

function serve(name: string, faults: FaultList = []) {
  const protocol = PROTOCOLS.get(name);
  if (!protocol) throw new Error(name);
  const clock = { now: 0 };
  const parsed = faults.length > 0 ? scenarioOf({ faults }, readCatalogue()) : [];
  const service = createService(protocol, parsed, () => clock.now);
  const ask = (method: string, path: string) =>
    service.handle({ method, path, query: new URLSearchParams(), headers: {} });
  return {
    service,
    clock,
    ask,
    submit: () => ask("POST", SUBMITS[name] ?? ""),
    read: () => ask("GET", READS[name] ?? ""),
  };
}

describe.each([...PROTOCOLS.keys()])("the stand-in for %s", (name) => {
  it("takes a job, lets it run, and shows its video under its id", async () => {
    const { submit, read, service } = serve(name);
    expect(JSON.stringify((await submit()).body)).toContain("job-1");
    expect(JSON.stringify((await read()).body)).not.toMatch(DONE);
    service.advance(180);
    expect(JSON.stringify((await read()).body)).toMatch(DONE);
    expect(service.books()).toEqual({ jobs: ["job-1"], charged: 1 });
  });

  it("takes the job, and loses the answer", async () => {
    const { submit, service } = serve(name, ["accepted-then-reset"]);
    expect((await submit()).delivery?.reset).toBe(true);
    expect(service.books().jobs).toHaveLength(1);
  });

  it("loses the request, and takes no job", async () => {
    const { submit, service } = serve(name, ["reset-before-accept"]);
    expect((await submit()).delivery?.reset).toBe(true);
    expect(service.books().jobs).toHaveLength(0);
  });

  it("refuses for as long as Retry-After says", async () => {
    const { submit, clock, service } = serve(name, ["rate-limit-burst"]);
    const refused = await submit();
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "2"]);
    clock.now = 1999;
    expect((await submit()).status).toBe(429);
    clock.now = 2000;
    expect((await submit()).status).toBeLessThan(300);
    expect(service.books().jobs).toHaveLength(1);
  });

  it("strikes the looks that it is told to, and counts those only that it served", async () => {
    const { submit, read } = serve(name, [
      { name: "blip", on: "read", skip: 1, times: 2, answer: { status: 503, body: "" } },
      { name: "looks", task: { reads: 2 } },
    ]);
    await submit();
    const seen = [await read(), await read(), await read(), await read()];
    expect(seen.map(({ status }) => status === 503)).toEqual([false, true, true, false]);
    expect(JSON.stringify(seen[3]?.body)).toMatch(DONE);
  });

  it("fails a job, where jobs can fail", async () => {
    const { submit, read } = serve(name, [{ name: "failed", task: { ends: "failed", reads: 1 } }]);
    await submit();
    expect(JSON.stringify((await read()).body)).toContain("The video failed.");
  });
});

it("a job that cannot end so is not taken", async () => {
  const { submit, service } = serve("fal", [{ name: "cancelled", task: { ends: "cancelled" } }]);
  expect((await submit()).status).toBe(400);
  expect(service.books().jobs).toEqual([]);
});

it("a cancelled job is not charged", async () => {
  const { submit, ask, service } = serve("replicate");
  await submit();
  await ask("POST", "/v1/predictions/job-1/cancel");
  expect(service.books()).toEqual({ jobs: ["job-1"], charged: 0 });
});
