import { parseDocument, type Document } from "@omni-contracts/specs";
import { beforeEach, describe, expect, it } from "vitest";
import { benchOf, SECONDS, type Bench } from "./mocking.js";

let bench: Bench;
const call: Bench["call"] = (...given) => bench.call(...given);
const read: Bench["read"] = (...given) => bench.read(...given);
const advance = (seconds: number) => {
  bench.mock.advance(seconds);
};

/** Every task takes 100 seconds. */
function start(contract: string | Document): void {
  bench = benchOf(contract, { faults: [{ name: "hundred", task: { seconds: 100 } }] });
}

describe("flat answers with a client reference", () => {
  const generate = "/v1/videos/generations";
  const sample = { model: "gemini_omni", prompt: "a quiet harbour", client_business_id: "order-7" };

  beforeEach(() => {
    start("toapis");
  });

  it("lives a whole task: queued, running, completed, in the documented forms", async () => {
    const receipt = await read("POST", generate, sample);
    expect(receipt).toEqual({
      id: expect.stringMatching(/^video_\d\d[A-Z]{9}\d{4}$/),
      object: "generation.task",
      model: "gemini_omni",
      status: "queued",
      created_at: SECONDS,
    });
    const look = () => read("GET", `${generate}/${receipt.id}`);
    expect(await look()).toMatchObject({ id: receipt.id, status: "queued", progress: 0, created_at: SECONDS });
    advance(40);
    expect(await look()).toMatchObject({ id: receipt.id, status: "in_progress", progress: 40, created_at: SECONDS });
    advance(60);
    const completed = await look();
    expect(completed).toEqual({
      id: receipt.id,
      object: "generation.task",
      model: "gemini_omni",
      status: "completed",
      progress: 100,
      created_at: SECONDS,
      completed_at: SECONDS + 100,
      expires_at: SECONDS + 100 + 86_400,
      result: {
        type: "video",
        data: [{ url: `http://mock.test/toapis/__files/${receipt.id}/1.mp4`, format: "mp4" }],
      },
      // No page tells what this model costs, and what the example cost is not what this task costs.
      billing: { status: "settled" },
    });
    advance(400);
    expect(await look()).toEqual(completed);
  });

  it("finds the task by the client's own reference", async () => {
    const receipt = await read("POST", generate, sample);
    expect(await read("GET", `${generate}/order-7`)).toMatchObject({ id: receipt.id });
  });

  it("keeps tasks apart, and the two families of addresses as well", async () => {
    const first = await read("POST", generate, sample);
    advance(50);
    const second = await read("POST", generate, { model: "gemini_omni_flash", prompt: "b" });
    expect(second.id).not.toBe(first.id);
    expect(await read("GET", `${generate}/${first.id}`)).toMatchObject({ model: "gemini_omni", progress: 50 });
    expect(await read("GET", `${generate}/${second.id}`)).toMatchObject({
      model: "gemini_omni_flash",
      progress: 0,
    });
    expect((await call("GET", `/v1/videos/${first.id}`)).status).toBe(404);
  });

  it("answers an unknown id in the documented words", async () => {
    expect(await call("GET", `${generate}/video_0`)).toMatchObject({
      status: 404,
      body: { error: { code: 404, message: "任务不存在", type: "not_found_error" } },
    });
  });

  it.each([
    ["a wrong value", { ...sample, duration: 7 }],
    ["malformed JSON", '{"model": "gemini_omni",'],
    ["an empty body", ""],
  ])("refuses %s with the documented 400, not with the 422 that means moderation", async (_, body) => {
    const answer = await call("POST", generate, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: "invalid_request_error" } });
    expect(answer.headers).not.toHaveProperty("x-mock-fault");
  });

  it("makes no task of a refused submit", async () => {
    await call("POST", generate, { ...sample, duration: 7 });
    expect((await call("GET", `${generate}/order-7`)).status).toBe(404);
  });

  it("asks for a key at every step", async () => {
    const receipt = await read("POST", generate, sample);
    const none = { authorization: "" };
    expect((await call("POST", generate, sample, none)).status).toBe(401);
    expect((await call("GET", `${generate}/${receipt.id}`, undefined, none)).status).toBe(401);
  });

  it("gives what Prefer asks for, and makes no task of it", async () => {
    const prefer = { prefer: "code=402, example=inferred-insufficient-quota" };
    expect(await call("POST", generate, sample, prefer)).toMatchObject({
      status: 402,
      body: { error: { code: "insufficient_quota" } },
    });
    expect((await call("GET", `${generate}/order-7`)).status).toBe(404);
  });
});

describe("wrapped answers whose receipt is a list", () => {
  beforeEach(() => {
    start("apimart");
  });

  it("lives a whole task", async () => {
    const receipt = await read("POST", "/v1/videos/generations", { model: "Omni-Flash-Ext", prompt: "a" });
    expect(receipt).toEqual({
      code: 200,
      data: [{ status: "submitted", task_id: expect.stringMatching(/^task_[A-Z\d]{26}$/) }],
    });
    const id = receipt.data[0].task_id;
    const look = () => read("GET", `/v1/tasks/${id}`);
    expect(await look()).toMatchObject({ data: { id, status: "pending", progress: 0, estimated_time: 100 } });
    advance(60);
    expect(await look()).toMatchObject({ data: { id, status: "processing", progress: 60, created: SECONDS } });
    advance(60);
    expect(await look()).toMatchObject({
      code: 200,
      data: {
        id,
        status: "completed",
        created: SECONDS,
        completed: SECONDS + 100,
        actual_time: 100,
        cost: 0.3,
        result: {
          videos: [{ url: [`http://mock.test/apimart/__files/${id}/1.mp4`], expires_at: SECONDS + 100 + 86_400 }],
        },
      },
    });
  });

  it("answers an unknown id with the documented 400", async () => {
    expect(await call("GET", "/v1/tasks/task_0")).toMatchObject({
      status: 400,
      body: { error: { message: "无效的任务ID", type: "invalid_request_error" } },
    });
  });
});

/** A queue: the receipt gives the addresses, and what they lead to is read in two calls. */
const QUEUE = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Queue, version: 0.0.0}
servers: [{url: 'https://queue.test'}]
x-lifecycle:
  charge: {at: completed, failed: free}
  states: {in_progress: [RUNNING], completed: [DONE]}
  submit: {createVideo: {handle: {id: $.id, status: $.links.status, result: $.links.result}, read: getStatus}}
  read: {getStatus: {url: status, as: queue, next: getResult}, getResult: {url: result, as: result}}
  representations:
    queue: {state: $.status}
    result: {first: [{http: 200, has: $.video, is: completed}], videos: [{url: $.video}]}
  errors: {message: $.detail}
  poll: {first: 1, every: [1, 1], giveUp: 10}
paths:
  /m:
    post:
      operationId: createVideo
      x-outcomes: [{http: 200, has: $.id, outcome: accepted}]
      requestBody:
        content: {application/json: {schema: {type: object, required: [prompt], properties: {prompt: {type: string}}}}}
      responses:
        '200': {$ref: '#/components/responses/Receipt'}
        '400': {$ref: '#/components/responses/Wrong'}
        '422': {$ref: '#/components/responses/Invalid'}
  /m/{id}/status:
    get:
      operationId: getStatus
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {$ref: '#/components/responses/Status'}
        '404': {$ref: '#/components/responses/Missing'}
  /m/{id}:
    get:
      operationId: getResult
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {$ref: '#/components/responses/Result'}
        '404': {$ref: '#/components/responses/Missing'}
components:
  responses:
    Receipt: {description: r, content: {application/json: {examples: {receipt: {value: {id: ab12, links: {status: 'https://queue.test/m/ab12/status', result: 'https://queue.test/m/ab12', cancel: 'https://queue.test/m/ab12/cancel'}}}}}}}
    Status: {description: s, content: {application/json: {examples: {done: {value: {status: DONE}}, running: {value: {status: RUNNING}}}}}}
    Result: {description: v, content: {application/json: {examples: {result: {value: {video: 'https://files.test/ab12.mp4'}}}}}}
    Wrong: {description: w, content: {application/json: {examples: {wrong: {value: {detail: wrong}}}}}}
    Invalid: {description: i, content: {application/json: {examples: {invalid: {value: {detail: invalid}}}}}}
    Missing: {description: m, content: {application/json: {examples: {missing: {value: {detail: missing}}}}}}
`;

describe("addresses in place of parameters, and a result that comes by a second call", () => {
  const submit = () => read("POST", "/m", { prompt: "a" });
  const follow = (link: string) => call("GET", new URL(link).pathname.replace("/queue", ""));

  beforeEach(() => {
    start(parseDocument("queue", QUEUE));
  });

  it("gives addresses that lead to the new id, whether they are of the handle or not", async () => {
    const { id, links } = await submit();
    expect(id).toMatch(/^[a-z]{2}\d{2}$/);
    expect(id).not.toBe("ab12");
    expect(links).toEqual({
      status: `http://mock.test/queue/m/${id}/status`,
      result: `http://mock.test/queue/m/${id}`,
      cancel: `http://mock.test/queue/m/${id}/cancel`,
    });
  });

  it("lives a whole task; there is no result before the end", async () => {
    const { id, links } = await submit();
    expect(await follow(links.status)).toMatchObject({ status: 200, body: { status: "RUNNING" } });
    expect(await follow(links.result)).toMatchObject({ status: 404, body: { detail: "missing" } });
    advance(100);
    expect(await follow(links.status)).toMatchObject({ status: 200, body: { status: "DONE" } });
    expect(await follow(links.result)).toMatchObject({
      status: 200,
      body: { video: `http://mock.test/queue/__files/${id}/1.mp4` },
    });
  });

  it("keeps tasks apart", async () => {
    const first = await submit();
    advance(100);
    const second = await submit();
    expect((await follow(first.links.status)).body).toEqual({ status: "DONE" });
    expect((await follow(second.links.status)).body).toEqual({ status: "RUNNING" });
    expect((await call("GET", "/m/zz99/status")).status).toBe(404);
  });

  it("refuses with the first documented refusal, in words that name the member", async () => {
    expect(await call("POST", "/m", {})).toMatchObject({
      status: 400,
      body: { detail: "`prompt` is required; add it." },
    });
  });
});
