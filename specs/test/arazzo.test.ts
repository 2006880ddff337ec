import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { arazzoOf } from "../src/arazzo.js";
import { parseDocument, providers } from "../src/document.js";
import { pointerOf, valueAtPointer } from "../src/pointer.js";

describe("pointerOf", () => {
  it.each([
    ["$", ""],
    ["$.data.id", "/data/id"],
    ["$.data[0].id", "/data/0/id"],
    ["@[*].url", "/0/url"],
    ["$['a/b'].c", "/a~1b/c"],
    ["$.steps[?@.type == 'x'].id", undefined],
  ])("%s → %s", (path, pointer) => {
    expect(pointerOf(path)).toBe(pointer);
  });

  it("leads to the value", () => {
    const body = { "a/b": [{ c: 1 }], "m~n": 2 };
    expect(valueAtPointer(body, "/a~1b/0/c")).toBe(1);
    expect(valueAtPointer(body, pointerOf("$['m~n']") ?? "")).toBe(2);
    expect(valueAtPointer(body, "/a~1b/1/c")).toBeUndefined();
  });
});

const DOCUMENT = `
openapi: 3.1.0
info: { title: Acme video, version: 2.3.4 }
security: [{ key: [] }]
x-lifecycle:
  states: { queued: [waiting], completed: [done, finished], failed: [broken], expired: [gone] }
  submit:
    createVideo: { handle: { id: [$.job.id, $.id], trace: { header: X-Trace } }, read: getVideo }
  read:
    getVideo: { with: { query.job: [trace, id] }, as: video }
  representations:
    video: { state: [$.job.state, $.state], videos: [{ each: '$.files[*]', url: '@.href' }] }
  poll: { first: 9, every: [7, 20], giveUp: 600 }
  upload:
    uploadImage: { file: picture, url: $.link }
  errors: { message: $.error, code: [$.why, $.code] }
paths:
  /videos:
    post:
      operationId: createVideo
      summary: Make a video
      requestBody:
        content:
          application/json:
            schema:
              x-model: { id: acme }
              properties:
                model: { enum: [acme] }
                prompt: { type: string }
                pictures: { type: array, items: { type: string }, x-input: { role: inputReferences } }
            examples:
              plain: { value: { model: acme, prompt: a fox } }
              pictured: { value: { model: acme, prompt: a fox, pictures: ['https://files.example.org/fox.png'] } }
      responses:
        "201":
          content:
            application/json:
              examples:
                taken: { value: { code: 0, id: j1 } }
                refused: { value: { code: 7, error: no key } }
                refused-too: { value: { code: 7, error: no such key } }
                made-up: { value: { code: (synthetic), error: (synthetic) no quota } }
        "402":
          content: { application/json: { examples: { poor: { value: { error: no money } } } } }
        "451":
          content:
            application/json:
              examples:
                here: { value: { code: not-here, error: not here } }
                there: { value: { code: 451, error: not there } }
                here-too: { value: { code: not-here, error: not here either } }
        "429":
          content:
            application/json: { examples: { fast: { value: { why: (synthetic), code: slow, error: (synthetic) too fast } } } }
    get:
      operationId: getVideo
      responses:
        "200":
          content:
            application/json:
              examples:
                waiting: { value: { state: waiting } }
                over: { value: { state: finished, files: [{ href: 'https://files.example.org/1.mp4' }] } }
        "402":
          content: { application/json: { examples: { poor: { value: { error: no money } } } } }
        "404":
          content: { application/json: { examples: { gone: { value: { why: gone, code: 4 } } } } }
  /pictures:
    post:
      operationId: uploadImage
      summary: Keep a picture
      requestBody:
        content:
          multipart/form-data:
            schema:
              properties: { picture: { type: string, x-input: { media: { types: [image/png, image/jpeg] } } } }
      responses:
        "200":
          content: { application/json: { examples: { kept: { value: { link: 'https://files.example.org/p.png' } } } } }
        "413":
          content: { application/json: { examples: { large: { value: { code: large } } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
`;

const COMMON = `
inputs: { type: object, properties: { apiKey: { type: string, format: password } } }
parameters: [{ name: X-Key, in: header, value: $inputs.apiKey }]
`;

const SUBMIT = `
stepId: submit
operationId: $sourceDescriptions.acme.createVideo
requestBody: { contentType: application/json, payload: { model: acme, prompt: a fox } }
successCriteria: [{ condition: $statusCode == 201 }]
outputs: { id: $response.body#/id }
`;

const ERRORS = [
  "createVideoError201-refused",
  "createVideoError201-made-up",
  "createVideoError402",
  "createVideoError429",
  "createVideoError451-here",
  "createVideoError451-there",
  "uploadImageError413",
  "getVideoError404",
];

describe("arazzoOf", () => {
  const { flows, errors } = arazzoOf(parseDocument("acme", DOCUMENT), "../acme.yaml", "http://127.0.0.1:4010/acme");
  const workflows = parse(JSON.stringify(flows.workflows));

  it.each([
    ["flows", flows, ["createVideo", "uploadImage"]],
    ["errors", errors, ERRORS],
  ])("%s: names source and version, what it costs, and a mock as its server", (what, document, ids) => {
    expect(document).toMatchObject({
      arazzo: "1.0.1",
      info: { title: `Acme video: ${what}`, version: "2.3.4", description: expect.stringContaining("cost") },
      sourceDescriptions: [
        { name: "acme", type: "openapi", url: "../acme.yaml", "x-serverUrl": "http://127.0.0.1:4010/acme" },
      ],
    });
    expect(parse(JSON.stringify(document)).workflows.map((one: { workflowId: string }) => one.workflowId)).toEqual(ids);
  });

  it("submits, and looks at the documented interval until the video is there", () => {
    expect(workflows[0]).toEqual({
      ...{ workflowId: "createVideo", summary: "Make a video, and wait for the video", ...parse(COMMON) },
      steps: [
        parse(SUBMIT),
        parse(`
          stepId: read
          operationId: $sourceDescriptions.acme.getVideo
          parameters: [{ name: job, in: query, value: $steps.submit.outputs.id }]
          successCriteria:
            - condition: $statusCode == 200
            - condition: $response.body#/state == 'finished'
            - condition: $response.body#/files/0/href != null && $response.body#/files/0/href != ''
          onFailure:
            - { name: no-video, type: end, criteria: [{ condition: $response.body#/state == 'broken' || $response.body#/state == 'gone' || $response.body#/state == 'finished' }] }
            - name: look-again
              type: retry
              retryAfter: 7
              retryLimit: 200
              criteria: [{ condition: $statusCode == 200 }, { condition: $response.body#/state != null && $response.body#/state != '' }]
          outputs: { video: $response.body#/files/0/href }
        `),
      ],
    });
  });

  it("looks again at an error only where the contract says that the task runs, and as long as that holds", () => {
    const first = `[
      { http: 500, where: { $.state: [broken] }, is: failed },
      { http: [404, 4XX], within: 30, is: queued },
      { http: 503, has: $.eta, is: in_progress },
      { http: 400, where: { $.error: [{ pattern: soon }] }, is: queued } ]`;
    const text = DOCUMENT.replace("video: { state:", `video: { first: ${first}, state:`);
    const document = parseDocument("acme", text);
    const { flows: patient } = arazzoOf(document, "../acme.yaml", "http://127.0.0.1:4010/acme");
    expect(parse(JSON.stringify(patient.workflows))[0].steps[1].onFailure.slice(0, 4)).toEqual(
      parse(`
        - { name: failed-1, type: end, criteria: [{ condition: $statusCode == 500 }, { condition: $response.body#/state == 'broken' }] }
        - name: queued-2
          type: retry
          retryAfter: 7
          retryLimit: 4
          criteria: [{ condition: $statusCode == 404 || $statusCode >= 400 && $statusCode <= 499 }]
        - name: in_progress-3
          type: retry
          retryAfter: 7
          retryLimit: 200
          criteria: [{ condition: $statusCode == 503 }, { condition: $response.body#/eta != null && $response.body#/eta != '' }]
        - { name: no-video, type: end, criteria: [{ condition: $response.body#/state == 'broken' || $response.body#/state == 'gone' || $response.body#/state == 'finished' }] }
      `),
    );
  });

  it("uploads, and makes a video of what was uploaded", () => {
    expect(workflows[1]).toEqual({
      ...{ workflowId: "uploadImage", summary: "Keep a picture, and make a video of it", ...parse(COMMON) },
      steps: [
        parse(`
          stepId: upload
          operationId: $sourceDescriptions.acme.uploadImage
          requestBody: { contentType: multipart/form-data, payload: { picture: "$file('image.png')" } }
          successCriteria: [{ condition: $statusCode == 200 }, { condition: $response.body#/link != null && $response.body#/link != '' }]
          outputs: { url: $response.body#/link }
        `),
        {
          ...parse(SUBMIT),
          requestBody: {
            contentType: "application/json",
            payload: { model: "acme", prompt: "a fox", pictures: ["https://files.example.org/fox.png"] },
            replacements: [{ target: "/pictures/0", value: "$steps.upload.outputs.url" }],
          },
        },
        workflows[0].steps[1],
      ],
    });
  });

  const asked = parse(JSON.stringify(errors.workflows));

  it("asks a mock for each documented error, and for its words", () => {
    const { stepId, operationId, requestBody } = parse(SUBMIT);
    expect(asked[2]).toEqual({
      ...{ workflowId: "createVideoError402", summary: "What an error 402 looks like; on mock servers only" },
      ...parse(COMMON),
      steps: [
        {
          ...{ stepId, operationId, requestBody },
          parameters: [{ name: "Prefer", in: "header", value: "code=402" }],
          successCriteria: [
            { condition: "$statusCode == 402" },
            { condition: "$response.body#/error != null && $response.body#/error != ''" },
          ],
        },
      ],
    });
  });

  const WORDS = "$response.body#/error != null && $response.body#/error != ''";

  it.each([
    ["createVideoError201-refused", "code=201, example=refused", ["$response.body#/code == 7", WORDS]],
    ["createVideoError201-made-up", "code=201, example=made-up", ["$response.body#/code != 0", WORDS]],
    ["createVideoError402", "code=402", [WORDS]],
    ["createVideoError451-here", "code=451, example=here", ["$response.body#/code == 'not-here'", WORDS]],
    ["createVideoError451-there", "code=451, example=there", ["$response.body#/code == 451", WORDS]],
    ["createVideoError429", "code=429", ["$response.body#/code == 'slow'", WORDS]],
    ["uploadImageError413", "code=413", ["$response.body#/code == 'large'"]],
    ["getVideoError404", "code=404", ["$response.body#/why == 'gone'"]],
  ])("%s: %s", (workflowId, prefer, conditions) => {
    const { steps } = asked.find((one: { workflowId: string }) => one.workflowId === workflowId);
    const { parameters, successCriteria } = steps.at(-1);
    expect(parameters.at(-1)).toEqual({ name: "Prefer", in: "header", value: prefer });
    const status = `$statusCode == ${prefer.slice("code=".length, "code=".length + 3)}`;
    expect(successCriteria).toEqual([status, ...conditions].map((condition) => ({ condition })));
  });

  it("submits before it looks in vain", () => {
    const [before, look] = asked.at(-1).steps;
    expect(before).toEqual(parse(SUBMIT));
    expect(look).toMatchObject({
      ...{ stepId: "read", operationId: "$sourceDescriptions.acme.getVideo" },
      parameters: [{ name: "job", in: "query", value: "$steps.submit.outputs.id" }, { name: "Prefer" }],
    });
  });
});

const QUEUE = `
openapi: 3.1.0
info: { title: Queue, version: 1.0.0 }
x-lifecycle:
  states: { in_progress: [RUNNING], completed: [DONE] }
  submit: { createVideo: { handle: { id: $.id, status: $.links.status, answer: $.links.answer }, read: getStatus } }
  read: { getStatus: { url: status, as: queue, next: getResult }, getResult: { url: answer, as: result } }
  representations: { queue: { state: $.status }, result: { videos: [{ url: $.video.url }] } }
  poll: { first: 1, every: [1, 1], giveUp: 10 }
paths:
  /videos:
    post:
      operationId: createVideo
      summary: Make a video
      requestBody: { content: { application/json: { examples: { plain: { value: { prompt: a fox } } } } } }
      responses:
        "200":
          content:
            application/json:
              examples:
                taken:
                  value:
                    { id: q1, links: { status: 'https://queue.test/jobs/q1/status?logs=1', answer: 'https://queue.test/jobs/q1' } }
  /jobs/{job}/status:
    get:
      operationId: getStatus
      responses: { "200": { content: { application/json: { examples: { done: { value: { status: DONE } } } } } } }
  /jobs/{job}:
    get:
      operationId: getResult
      responses:
        "200": { content: { application/json: { examples: { video: { value: { video: { url: 'https://queue.test/1.mp4' } } } } } } }
`;

it("follows addresses by what stands in their path, and fetches the result by its own call", () => {
  const { flows } = arazzoOf(parseDocument("queue", QUEUE), "../queue.yaml", "http://127.0.0.1:4010/queue");
  const [{ steps }] = parse(JSON.stringify(flows.workflows));
  const parameters = [{ name: "job", in: "path", value: "$steps.submit.outputs.id" }];
  expect(steps.slice(1)).toEqual([
    expect.objectContaining({
      ...{ stepId: "read", operationId: "$sourceDescriptions.queue.getStatus", parameters },
      successCriteria: [{ condition: "$statusCode == 200" }, { condition: "$response.body#/status == 'DONE'" }],
    }),
    {
      ...{ stepId: "result", operationId: "$sourceDescriptions.queue.getResult", parameters },
      successCriteria: [
        { condition: "$statusCode == 200" },
        { condition: "$response.body#/video/url != null && $response.body#/video/url != ''" },
      ],
      outputs: { video: "$response.body#/video/url" },
    },
  ]);
});

describe("a submit whose address has a parameter", () => {
  const flowsOf = (parameter: string, at = "post") => {
    const document = parseDocument(
      "queue",
      QUEUE.replace(
        "  /videos:\n",
        `  /{model}/videos:\n${at === "item" ? `    parameters: [${parameter}]\n` : ""}`,
      ).replace(
        "      operationId: createVideo\n",
        `      operationId: createVideo\n${at === "post" ? `      parameters: [${parameter}]\n` : ""}`,
      ),
    );
    const { flows } = arazzoOf(document, "../queue.yaml", "http://127.0.0.1:4010/queue");
    return parse(JSON.stringify(flows.workflows));
  };

  it.each([
    ["its example", "{ name: model, in: path, example: fox-1, schema: { enum: [fox-2] } }"],
    ["its first named example", "{ name: model, in: path, examples: { usual: { value: fox-1 } } }"],
    ["its schema's example", "{ name: model, in: path, schema: { examples: [fox-1] } }"],
    ["its first word", "{ name: model, in: path, schema: { enum: [fox-1, fox-2] } }"],
    ["its only word", "{ name: model, in: path, schema: { const: fox-1 } }"],
  ])("has it filled by %s", (_, parameter) => {
    const filled = [{ name: "model", in: "path", value: "fox-1" }];
    for (const at of ["post", "item"]) expect(flowsOf(parameter, at)[0].steps[0].parameters).toEqual(filled);
  });

  it("is named where nothing fills it, with what to do", () => {
    expect(() => flowsOf("{ name: model, in: path, schema: { type: string } }")).toThrow(
      "queue: createVideo has no flow, for nothing stands for {model} in /{model}/videos. Give that parameter an `example`.",
    );
  });
});

it("is Arazzo, for every contract", () => {
  const specs = fileURLToPath(new URL("..", import.meta.url));
  const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const files = providers().flatMap((provider) => ["", ".errors"].map((kind) => `dist/arazzo/${provider}${kind}.yaml`));
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const args = [redocly, "lint", "--extends=spec", "--format=json", ...files];
  const told = execFileSync(process.execPath, args, {
    cwd: specs,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const totals = [...told.matchAll(/"errors": (\d+),\s*"warnings": (\d+)/g)].map(([, ...counts]) => counts);
  expect(totals).toEqual(files.map(() => ["0", "0"]));
});
