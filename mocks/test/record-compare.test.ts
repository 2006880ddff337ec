// A provider that is deliberately otherwise than its contract: each difference is named once, and nothing else.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleContract } from "../src/cli/bundle.js";
import { bed, body, jsonHeaders, run, running, specs, useBench } from "./cli-bench.js";
import { out, record, serve, useProviders } from "./record-bench.js";

useBench();
useProviders();

const SUBMIT = "/v1/videos/generations";
const AT = 1_780_000_000;
const TASK = { id: "task_1", object: "generation.task", model: "gemini_omni", created_at: AT };

const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

/** Answers of ToAPIs, as its contract has them but for what a test puts in their place. */
const right: Record<string, [number, unknown]> = {
  [`POST ${SUBMIT}`]: [200, { ...TASK, status: "queued", progress: 0 }],
  [`GET ${SUBMIT}/task_1`]: [200, { ...TASK, status: "in_progress", progress: 30 }],
  "GET /v1/balance": [
    200,
    {
      success: true,
      remain_balance: 1.5,
      used_balance: 0.5,
      remain_credits: 300,
      used_credits: 100,
      credits_per_usd: 200,
      unlimited_quota: false,
    },
  ],
};

const provider = (answers: Record<string, [number, unknown]>) =>
  serve((request, response) => {
    request.resume();
    const [status, value] = { ...right, ...answers }[`${request.method ?? ""} ${request.url ?? ""}`] ?? [
      404,
      { error: { code: "task_not_found", message: "none" } },
    ];
    json(response, status, value);
  });

/** Records a submit and reads of it, and gives what is printed and written at the end. */
async function reported(answers: Record<string, [number, unknown]>, ...flags: string[]) {
  const { url, printed } = await record(await provider(answers), "--budget", "1", ...flags);
  await fetch(url + SUBMIT, { method: "POST", headers: jsonHeaders, body: body("a boat") });
  for (let look = 0; look < 3; look += 1) await fetch(`${url}${SUBMIT}/task_1`, { headers: jsonHeaders });
  await fetch(`${url}/v1/balance`, { headers: jsonHeaders });
  const [session] = running.splice(0);
  await session?.close();
  const text = printed.out.slice(printed.out.lastIndexOf("\n\n", printed.out.indexOf(" of toapis, in ")) + 2);
  const findings = [...text.matchAll(/^\d+\. (.*)$/gm)].map(([, one]) => one);
  return {
    text,
    findings,
    code: session?.exitCode?.(),
    patch: () => readFileSync(join(out(), "report.patch"), "utf8"),
    markdown: () => readFileSync(join(out(), "report.md"), "utf8"),
  };
}

const poll = `GET ${SUBMIT}/task_1`;

describe("a provider that is otherwise than its contract", () => {
  it("in nothing gives an empty report", async () => {
    const { text, findings, code, patch } = await reported({}, "--fail-on-drift");
    expect(text).toMatch(
      /^Nothing differs from the contract of toapis, in 5 recordings of\nhttp:\/\/127\.0\.0\.1:\d+\.\n/,
    );
    expect({ findings, code, patch: patch() }).toEqual({ findings: [], code: 0, patch: "" });
  });

  it.each<[string, Record<string, [number, unknown]>, string, RegExp, RegExp]>([
    [
      "an undocumented status",
      { "GET /v1/balance": [418, { error: { message: "tea" } }] },
      "unknown status: 418",
      /getTokenBalance; 1 time; 0005\n {2}spec +real +mock\n {2}200, 400, 401, 429, 500 +418 +200\n/,
      /^\+ {4}'418': \{description: Seen in a recording; no page tells of it\., content: \{application\/json: \{schema: \{type: object, /m,
    ],
    [
      "an extra field",
      { [poll]: [200, { ...TASK, status: "in_progress", queue_position: 7 }] },
      "unknown field: $.queue_position",
      /getVideoGeneration 200; 3 times; 0002, 0003, 0004\n.*\n {2}not there +integer 7 +not there\n/,
      /^\+ {2}queue_position: \{type: integer, description: Seen in a recording; no page tells of it\.\}$/m,
    ],
    [
      "a missing required field",
      { [poll]: [200, { ...TASK, status: "in_progress", created_at: undefined }] },
      "missing field: $.created_at",
      /\n {2}required integer +not there +integer \d+\n/,
      /^-required: \[id, object, model, status, created_at\]\n\+required: \[id, object, model, status\]$/m,
    ],
    [
      "a new status word",
      { [poll]: [200, { ...TASK, status: "rendering", progress: 3 }] },
      "unknown task status: $.status",
      /\n {2}queued, submitted, +string "rendering" +string "queued"\n {2}in_progress, completed,\n {2}failed\n/,
      // With the tasks that go on, until somebody knows better.
      /VideoInProgress\.yaml\n@@[^]*^\+ {2}status: \{type: string, enum: \[in_progress, rendering\], [^]*^\+ {4}in_progress: \[in_progress, rendering\]$/m,
    ],
    [
      "a number where text should be",
      { [poll]: [200, { ...TASK, id: 17, status: "in_progress" }] },
      "wrong type: $.id",
      /\n {2}string +integer 17 +string\n +"video_\w+"\n/,
      /^-type: string\n\+type: \[string, integer\]$/m,
    ],
    [
      "a new error code",
      { "GET /v1/balance": [401, { error: { code: "key_frozen", message: "no" } }] },
      "unknown error code: key_frozen",
      /\n {2}\d+ codes, not this one +key_frozen +\w+/,
      /^$/,
    ],
    [
      "another model",
      { [poll]: [200, { ...TASK, model: "veo-9", status: "in_progress" }] },
      "unknown model: veo-9",
      /veo-9 +the model asked for\n/,
      /^$/,
    ],
  ])("in %s is told of that, once, and of nothing else", async (_, answers, finding, columns, patched) => {
    const { text, findings, code, patch, markdown } = await reported(answers, "--fail-on-drift");
    expect(findings).toEqual([finding]);
    expect(text).toMatch(columns);
    expect(code).toBe(1);
    expect(patch()).toMatch(patched);
    expect(
      Math.max(
        ...text
          .split("\n")
          .filter((line) => !line.includes("/"))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(markdown().match(/^\| 1 \|/gm)).toHaveLength(1);
  });

  it("in everything at once is told of each once, and the patch makes the contract know them", async () => {
    const answers: Record<string, [number, unknown]> = {
      [`POST ${SUBMIT}`]: [200, { ...TASK, status: "queued", progress: "0%" }],
      [poll]: [200, { ...TASK, status: "rendering", created_at: undefined, queue_position: 7 }],
      "GET /v1/balance": [418, { error: { code: "key_frozen", message: "no" } }],
    };
    const { findings, patch, text } = await reported(answers);
    expect(findings.toSorted()).toEqual([
      "missing field: $.created_at",
      "unknown error code: key_frozen",
      "unknown field: $.queue_position",
      "unknown status: 418",
      "unknown task status: $.status",
      "wrong type: $.progress",
    ]);
    expect(text).toContain("Suggested change of the contract: ");
    cpSync(join(specs, "toapis"), join(bed.folder, "specs/toapis"), { recursive: true });
    execFileSync("git", ["apply", "--verbose", join(out(), "report.patch")], { cwd: bed.folder, stdio: "pipe" });
    expect(patch()).toMatch(/^--- a\/specs\/toapis\//);
    await bundleContract(join(bed.folder, "specs/toapis/openapi.yaml"));
    const again = await run(["--report", out(), "--specs", join(bed.folder, "specs"), "--fail-on-drift"]);
    expect([...again.printed.out.matchAll(/^\d+\. (.*)$/gm)].map(([, one]) => one)).toEqual([
      "unknown error code: key_frozen",
    ]);
    expect(again.code).toBe(1);
  });

  it("in what it takes is told of the request that the contract forbids", async () => {
    const { url, printed } = await record(await provider({}), "--budget", "1");
    const given = JSON.stringify({ model: "gemini_omni", prompt: "a boat", duration: 11 });
    await fetch(url + SUBMIT, { method: "POST", headers: jsonHeaders, body: given });
    await running.splice(0)[0]?.close();
    expect([...printed.out.matchAll(/^\d+\. (.*)$/gm)].map(([, one]) => one)).toEqual([
      "refused by the mock: duration",
    ]);
  });

  it("is shown beside a mock's task that is where the real one is", async () => {
    const completed = { ...TASK, status: "completed", progress: 100, completed_at: AT + 9 };
    const { text } = await reported({ [poll]: [200, { ...completed, result: "https://c.test/v.mp4" }] });
    expect(text).toMatch(
      /1\. wrong type: \$\.result\n.*\n.*\n {2}object +string +object,\n +"https:\/\/c\.test\/v\.mp4" +\{"type":"video","data":\[\n/,
    );
    const failed = await reported(
      { [poll]: [200, { ...TASK, status: "failed", error: { code: "generation_failed" } }] },
      "--out",
      `${out()}-2`,
    );
    expect(failed.text).toMatch(
      /1\. missing field: \$\.error\.message\n.*\n.*\n {2}required string +not there +string "/,
    );
  });

  it("in the state that a submit tells names the state, also where the contract leaves the word open", async () => {
    const { findings, patch } = await reported({ [`POST ${SUBMIT}`]: [200, { ...TASK, status: "parked" }] });
    expect(findings).toEqual(["unknown task status: $.status"]);
    expect(patch()).toMatch(/^\+ {4}in_progress: \[in_progress, parked\]$/m);

    const data = { task_id: "video_1", status: "parked", model: "gemini-omni", created_at: AT };
    const base = await serve((request, response) => {
      request.resume();
      json(response, 200, { code: "20000", msg: "ok", data });
    });
    const path = "/jimmyai/api/open-api/v1/gemini/omni/videos";
    const jimmyai = ["--record", `jimmyai=${base}`, "--out", join(bed.folder, "jimmyai"), "--budget", "1"];
    const { url, printed } = await run([...jimmyai, "--fail-on-drift"]);
    await fetch(url + path, {
      method: "POST",
      headers: jsonHeaders,
      body: JSON.stringify({ model: "gemini-omni", prompt: "a boat" }),
    });
    const [session] = running.splice(0);
    await session?.close();
    expect(printed.out).toMatch(/^1\. unknown task status: x-lifecycle\.states$/m);
    expect(session?.exitCode?.()).toBe(1);
  });

  it("in nothing, but breaks off, is told: half an answer to a submit may stand for a task that is paid for", async () => {
    const base = await serve((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"id": "task_half"', () => {
        response.destroy();
      });
    });
    const { url, printed } = await record(base, "--budget", "1");
    await fetch(url + SUBMIT, { method: "POST", headers: jsonHeaders, body: body("a boat") })
      .then((response) => response.text())
      .catch(() => undefined);
    await fetch(`${url}/v1/balance`, { headers: jsonHeaders })
      .then((response) => response.text())
      .catch(() => undefined);
    await running.splice(0)[0]?.close();
    const told = printed.out.slice(printed.out.indexOf("Without a whole answer"));
    expect(told).toMatch(
      /^Without a whole answer\n {2}0001 \(may be paid for\): 200, cut off after 18 bytes\n {2}0002: 200, cut off after 18 bytes\n/,
    );
    expect(readFileSync(join(out(), "report.md"), "utf8")).toContain(
      "0001 (may be paid for): 200, cut off after 18 bytes",
    );
  });

  it("in form is told: HTML for JSON, JSON that is none, an address that nobody has documented", async () => {
    const base = await serve((request, response) => {
      if (request.url === "/v1/balance") response.writeHead(500, { "content-type": "text/html" }).end("<html>");
      else if (request.url === "/v1/models") response.writeHead(200, { "content-type": "application/json" }).end("{");
      else json(response, request.url === "/v1/hidden" ? 200 : 404, {});
    });
    const { url, printed } = await record(base);
    for (const path of ["balance", "models", "hidden", "nothing"])
      await fetch(`${url}/v1/${path}`, { headers: jsonHeaders });
    await running.splice(0)[0]?.close();
    expect([...printed.out.matchAll(/^\d+\. (.*)$/gm)].map(([, one]) => one)).toEqual([
      "unknown content type: text/html",
      "unreadable body: application/json",
      "unknown operation: GET /v1/hidden",
    ]);
  });
});
