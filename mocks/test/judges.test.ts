import {
  operationsOf,
  parametersOf,
  parseDocument,
  providers,
  readDocument,
  resolved,
  objectAt,
  textOf,
} from "@omni-contracts/specs";
import { beforeAll, describe, expect, it } from "vitest";
import { createPrismJudge } from "../src/judge/prism.js";
import { createRouter } from "../src/engine/routes.js";
import {
  benchFor,
  benchOf,
  codesOf,
  describeFuzz,
  jsonOperations,
  JSON_TYPE,
  KEY,
  post,
  rowsOf,
  same,
  type Bench,
} from "./judge-corpus.js";

const PIXEL = "\u0089PNG\r\n\u001a\n\u0000\u00ff";
const BOUNDARY = "----pixel";
const FORM_TYPE = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };

/** A form as a browser writes it: `name` → text, or the bytes of a file. */
const form = (parts: readonly (readonly [name: string, value: string, file?: string])[]): string =>
  [
    ...parts.map(([name, value, file]) => {
      const named = file === undefined ? "" : `; filename="${file}"\r\nContent-Type: image/png`;
      return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${value}\r\n`;
    }),
    `--${BOUNDARY}--\r\n`,
  ].join("");

const FILE = ["file", PIXEL, "pixel.png"] as const;

describe.each(providers())("%s", (provider) => {
  const document = readDocument(provider);
  const json = jsonOperations(document);
  const rows = rowsOf(document).map((row) => [row.title, row] as const);
  let bench: Bench;
  beforeAll(async () => {
    bench = await benchFor(provider);
  });

  const samples = json.flatMap(({ entry, samples: named }) =>
    named.map(([name, body]) => [name, entry, body] as const),
  );

  it.each(samples)("takes %s", async (_, entry, body) => {
    expect(codesOf(await bench.both(post(entry, body)))).toEqual(same("accepted"));
  });

  it.each(rows.filter(([, { kept }]) => kept))("only just takes: %s", async (_, { entry, kept }) => {
    expect(codesOf(await bench.both(post(entry, kept)))).toEqual(same("accepted"));
  });

  it.each(rows)("refuses, and names the member: %s", async (_, { entry, broken, field }) => {
    const verdicts = await bench.both(post(entry, broken));
    expect(codesOf(verdicts)).toEqual(same("invalid_request"));
    const { field: named = "", message = "" } = verdicts.ajv ?? {};
    expect(named === field || message.includes(`\`${field}\``), `${named}: ${message}`).toBe(true);
  });

  const operations = operationsOf(document).map((entry) => [entry.id, entry] as const);
  const open = operations.filter(([, { operation }]) => [operation.security].flat().length === 0);
  const locked = operations.filter((one) => !open.includes(one));

  /** A request that the contract takes, whatever the operation. */
  function right(entry: (typeof operations)[number][1]) {
    const declared = [objectAt(objectAt(document.root.paths)[entry.path]), entry.operation];
    const needed = declared.flatMap((one) => parametersOf(document, one)).filter(({ required }) => required === true);
    const path = entry.path.replaceAll(/\{\w+\}/g, "some-id");
    const query = new URLSearchParams(
      needed.flatMap(({ in: place, name, example }) => (place === "query" ? [[textOf(name), textOf(example)]] : [])),
    );
    const types = Object.keys(objectAt(resolved(document, entry.operation.requestBody).content));
    const [sample] = json.flatMap((one) => (one.entry.id === entry.id ? [one.samples[0]?.[1]] : []));
    const body = types.includes("application/json")
      ? { text: JSON.stringify(sample), headers: { ...KEY, ...JSON_TYPE } }
      : types.length > 0
        ? { text: form([FILE]), headers: { ...KEY, ...FORM_TYPE } }
        : {};
    return { method: entry.method, path, query, headers: KEY, ...body };
  }

  it.each(operations)("takes a right request to %s", async (_, entry) => {
    expect(codesOf(await bench.both(right(entry)))).toEqual(same("accepted"));
  });

  const keys = ["", "Bearer", "Bearer ", "sk-test", "Basic sk-test", "Token sk-test", "Bearersk-test", undefined];
  it.each(locked)("wants a key for %s, even where the rest is wrong", async (_, entry) => {
    for (const authorization of keys) {
      const kept = Object.entries(right(entry).headers).filter(([name]) => name !== "authorization");
      const headers = { ...Object.fromEntries(kept), ...(authorization !== undefined && { authorization }) };
      const keyless = { ...right(entry), headers };
      expect(codesOf(await bench.both(keyless)), authorization).toEqual(same("authentication"));
      const wrong = { ...keyless, query: new URLSearchParams("limit=x"), text: "{}" };
      expect(codesOf(await bench.both(wrong)), authorization).toEqual(same("authentication"));
    }
  });

  it("wants no key where the contract asks for none", async () => {
    for (const [, entry] of open)
      expect(codesOf(await bench.both({ ...right(entry), headers: {} })), entry.id).toEqual(same("accepted"));
  });

  describe.each(json.map(({ entry, samples: named }) => [entry.id, entry, objectAt(named[0]?.[1])] as const))(
    "bodies of %s",
    (_, entry, body) => {
      const text = JSON.stringify(body);
      const also = (member: string) => `${text.slice(0, -1)},${member}}`;
      const { model, ...rest } = body;

      it.each([
        ["spaces around", ` \t\r\n${text}\n`],
        ["a name twice, the last one right", `{"model":7,${text.slice(1)}`],
        ["escapes", text.replace("model", "\\u006dodel")],
        ["a lone surrogate as an escape", JSON.stringify({ ...body, prompt: "\ud800" })],
        ["a text beyond the basic plane", JSON.stringify({ ...body, prompt: "🐋\u0000\u200b" })],
      ])("are taken: %s", async (_name, one) => {
        expect(codesOf(await bench.both(post(entry, one)))).toEqual(same("accepted"));
      });

      it.each(
        [
          ...["", " ", "null", "true", "false", "0", "7", '""', '"text"', "[]", `[${text}]`, "{}"],
          ...[
            "{",
            text.slice(0, -1),
            `${text}x`,
            `${text}${text}`,
            `{'model':'x'}`,
            text.replace(":", "="),
            "\u0000",
            "NaN",
          ],
          ...[
            `\ufeff${text}`,
            `${text.slice(0, -1)},}`,
            text.replace('"model"', "model"),
            text.replace('"prompt":"', '"prompt":"\n'),
          ],
          ...[also('"nonsense":1'), also('"":1'), also('"\\u0000":1'), also('"model":7'), also('"Prompt":"x"')],
          ...["[".repeat(5000) + "]".repeat(5000), also(`"a":${"[".repeat(2000)}${"]".repeat(2000)}`)],
          ...["1e400", "-1e400", "9007199254740993", "1e21", "6.000000000000001", "-0", "0.1", '"6"'].map((one) =>
            also(`"duration":${one}`),
          ),
          ...["９:16", "16:9\u0000", "16:9 ", "16∶9"].map((one) => JSON.stringify({ ...body, aspect_ratio: one })),
          ...["\ud800", "constructor", "__proto__", "toString"].map((one) => JSON.stringify({ ...body, model: one })),
          ...[[], {}, [model ?? ""], null, 1, true].map((one) => JSON.stringify({ ...body, model: one })),
          ...['{"__proto__":', '{"constructor":'].map((one) => `${one}${text}}`),
          JSON.stringify(rest),
        ].map((one) => [JSON.stringify(one).slice(0, 80), one] as const),
      )("are refused: %s", async (_name, one) => {
        expect(codesOf(await bench.both(post(entry, one)))).toEqual(same("invalid_request"));
      });

      it("are taken under the contract's content type alone, in any case and with parameters", async () => {
        for (const type of [
          "application/json",
          "Application/JSON; charset=utf-8",
          "application/json;charset=UTF-8",
          "APPLICATION/JSON ;a=b",
        ])
          expect(
            codesOf(await bench.both({ ...post(entry, body), headers: { ...KEY, "content-type": type } })),
            type,
          ).toEqual(same("accepted"));
        const others = [
          "text/plain",
          "text/json",
          "application/xml",
          "application/jsonp",
          "*/*",
          "json",
          ";",
          "application/json, application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          FORM_TYPE["content-type"],
          "",
        ];
        for (const type of others)
          expect(
            codesOf(await bench.both({ ...post(entry, body), headers: { ...KEY, "content-type": type } })),
            type,
          ).toEqual(same("invalid_request"));
        expect(codesOf(await bench.both({ ...post(entry, body), headers: KEY }))).toEqual(same("invalid_request"));
      });

      it("may be large", async () => {
        const long = Array.from({ length: 20_000 }, () => "https://example.com/a.png");
        const many = Object.fromEntries(long.slice(0, 10_000).map((_url, i) => [`member_${i}`, i]));
        for (const one of [{ ...body, image_urls: long }, { ...body, ...many }, { ...body, model: long }, long])
          expect(codesOf(await bench.both(post(entry, one)))).toEqual(same("invalid_request"));
      });
    },
  );

  const uploads = operations.filter(([, { operation }]) => JSON.stringify(operation).includes("multipart/form-data"));
  describe.each(uploads)("forms of %s", (_, entry) => {
    const upload = (text: string, headers: Record<string, string> = FORM_TYPE) => ({
      ...{ method: entry.method, path: entry.path, headers: { ...KEY, ...headers }, text },
    });

    it.each([
      ["a file", form([FILE])],
      ["an empty file", form([["file", "", "pixel.png"]])],
      ["the bytes as text", form([["file", PIXEL]])],
      ["further parts", form([["purpose", "generation"], FILE, ["nonsense", "1"]])],
      ["a part twice", form([["purpose", "generation"], ["purpose", "other"], FILE, FILE])],
      ["a name in a file's bytes", form([["file", 'name="other"', "pixel.png"]])],
    ])("are taken: %s", async (_name, text) => {
      expect(codesOf(await bench.both(upload(text)))).toEqual(same("accepted"));
    });

    it.each([
      ["no part", form([])],
      ["another part", form([["image", PIXEL, "pixel.png"]])],
      ["the name in the bytes of another part", form([["image", 'name="file"', "pixel.png"]])],
      [
        "a whole part in the bytes of another one",
        form([["image", '--other\r\nContent-Disposition: form-data; name="file"\r\n\r\nx', "a.png"]]),
      ],
      ["the name as a file name", form([["image", PIXEL, "file"]])],
      ["the name in another case", form([["File", PIXEL, "pixel.png"]])],
      ["no end", form([FILE]).slice(0, -20)],
      ["JSON", '{"file":"x"}'],
      ["nothing", ""],
    ])("are refused: %s", async (_name, text) => {
      expect(codesOf(await bench.both(upload(text)))).toEqual(same("invalid_request"));
    });

    it("are refused under another content type", async () => {
      for (const type of [
        "multipart/form-data",
        "multipart/form-data; boundary=other",
        "multipart/mixed; boundary=x",
        "application/json",
        "text/plain",
        "form",
        "",
      ])
        expect(codesOf(await bench.both(upload(form([FILE]), { "content-type": type }))), type).toEqual(
          same("invalid_request"),
        );
      expect(codesOf(await bench.both(upload(form([FILE]), {})))).toEqual(same("invalid_request"));
      const type = `Multipart/Form-Data; boundary="${BOUNDARY}"`;
      expect(codesOf(await bench.both(upload(form([FILE]), { "content-type": type })))).toEqual(same("accepted"));
    });
  });

  it("hears nothing of what the contract does not declare", async () => {
    for (const [id, entry] of operations) {
      const request = right(entry);
      const query = new URLSearchParams([
        ...request.query.entries(),
        ["nonsense", "1"],
        ["nonsense", "2"],
        ["__proto__", "1"],
        ["constructor", ""],
      ]);
      const headers = { ...request.headers, "x-nonsense": "1", accept: "text/html", prefer: "code=500" };
      expect(codesOf(await bench.both({ ...request, query, headers })), id).toEqual(same("accepted"));
    }
    const [, read] = operations.find(([, { operation }]) => operation.requestBody === undefined) ?? [];
    if (!read) throw new Error("Every operation has a body.");
    for (const type of ["application/json", "json", "text/plain"])
      expect(
        codesOf(await bench.both({ ...right(read), headers: { ...KEY, "content-type": type }, text: "{" })),
      ).toEqual(same("accepted"));
  });
});

for (const provider of providers()) describeFuzz(provider, 500);

describe("parameters", () => {
  const dates = "start_date=2026-11-01&end_date=2026-11-15";
  const [usage, prices] = ["/public/v1/model-usage", "/v1/pricing"];
  const get = async (provider: string, path: string, query = "") =>
    (await benchFor(provider)).both({ method: "get", path, query: new URLSearchParams(query) });

  it.each([
    ["atlascloud", usage, dates],
    ["atlascloud", usage, `${dates}&limit=1`],
    ["atlascloud", usage, `${dates}&limit=1000`],
    ["atlascloud", usage, `${dates}&limit=1e2`],
    ["atlascloud", usage, `${dates}&limit=`],
    ["atlascloud", usage, `${dates}&scope=self&page=2`],
    ["atlascloud", usage, `${dates}&group_by[]=model`],
    ["atlascloud", usage, `${dates}&group_by[]=model&group_by[]=api_key`],
    ["atlascloud", usage, `${dates}&group_by=nonsense`],
    ["toapis", prices, ""],
    ["toapis", prices, "type=video&limit=100&model=a%20b"],
    ["toapis", "/v1/models", "type=chat"],
    ["apimart", "/v1/tasks/task_1", "language=zh"],
    ["apimart", "/v1/tasks/a%2Fb%20c", ""],
    ["apimart", "/v1/usage", "group_by=model,date&scope=key&start=0"],
  ])("taken: %s %s?%s", async (provider, path, query) => {
    expect(codesOf(await get(provider, path, query))).toEqual(same("accepted"));
  });

  it.each([
    ["atlascloud", usage, "", "start_date"],
    ["atlascloud", usage, "start_date=2026-11-01", "end_date"],
    ["atlascloud", usage, "start_date=&end_date=2026-11-15", "start_date"],
    ["atlascloud", usage, `${dates}&start_date=2026-11-02`, "start_date"],
    ["atlascloud", usage, `${dates}&limit=0`, "limit"],
    ["atlascloud", usage, `${dates}&limit=1001`, "limit"],
    ["atlascloud", usage, `${dates}&limit=1.5`, "limit"],
    ["atlascloud", usage, `${dates}&limit=ten`, "limit"],
    ["atlascloud", usage, `${dates}&limit=1&limit=2`, "limit"],
    ["atlascloud", usage, `${dates}&scope=all`, "scope"],
    ["atlascloud", usage, `${dates}&group_by[]=nonsense`, "group_by[]"],
    ["toapis", prices, "type=audio", "type"],
    ["toapis", prices, "limit=101", "limit"],
    ["toapis", prices, "model=a&model=b", "model"],
    ["apimart", "/v1/tasks/task_1", "language=zh-CN", "language"],
    ["apimart", "/v1/usage", "group_by=date,model", "group_by"],
  ])("refused: %s %s?%s", async (provider, path, query, field) => {
    const verdicts = await get(provider, path, query);
    expect(codesOf(verdicts)).toEqual(same("invalid_request"));
    expect(verdicts.ajv?.field).toBe(field);
  });

  it("in headers", async () => {
    const [operation] = jsonOperations(readDocument("atlascloud"));
    const bench = await benchFor("atlascloud");
    if (!operation) throw new Error("Nothing to send.");
    const request = post(operation.entry, operation.samples[0]?.[1]);
    const send = (value: string) =>
      bench.both({ ...request, headers: { ...request.headers, "x-atlascloud-object-expiration-hours": value } });
    for (const value of ["1", "336", "48"]) expect(codesOf(await send(value)), value).toEqual(same("accepted"));
    for (const value of ["0", "337", "x", "1.5", "1, 2", "-1"])
      expect(codesOf(await send(value)), value).toEqual(same("invalid_request"));
  });
});

describe("differences: Prism does not judge as the contract says", () => {
  const [flash] = jsonOperations(readDocument("jimmyai"));
  const [generate] = jsonOperations(readDocument("apimart"));
  if (!flash || !generate) throw new Error("No operation takes JSON.");
  const body = objectAt(flash.samples[0]?.[1]);
  const sample = post(generate.entry, generate.samples[0]?.[1]);
  const usage = { method: "get", path: "/public/v1/model-usage" };
  const dates = "start_date=2026-11-01&end_date=2026-11-15";
  const upload = { method: "post", path: "/v1/uploads/images", headers: { ...KEY, ...FORM_TYPE } };
  const named = (disposition: string) => `--${BOUNDARY}\r\n${disposition}\r\n\r\nx\r\n--${BOUNDARY}--\r\n`;

  it.each([
    {
      why: "It wants the word `Bearer` in this case; in HTTP the case does not matter (RFC 9110, 11.1).",
      ...{ provider: "jimmyai", ajv: "accepted", prism: "authentication" },
      request: { ...post(flash.entry, body), headers: { ...JSON_TYPE, authorization: "bearer sk-test" } },
    },
    {
      why: "Its Ajv takes names that every object inherits for evaluated, where a schema has rules (`unevaluatedProperties`).",
      ...{ provider: "jimmyai", ajv: "invalid_request", prism: "accepted" },
      request: post(flash.entry, { ...body, constructor: 1 }),
    },
    {
      why: "The same, for the name of an object's prototype, which JSON may well hold.",
      ...{ provider: "jimmyai", ajv: "invalid_request", prism: "accepted" },
      request: post(flash.entry, `{"__proto__":1,${JSON.stringify(body).slice(1)}`),
    },
    {
      why: "It takes every type that ends in `+json` for `application/json`.",
      ...{ provider: "jimmyai", ajv: "invalid_request", prism: "accepted" },
      request: { ...post(flash.entry, body), headers: { ...KEY, "content-type": "application/vnd.api+json" } },
    },
    {
      why: "It passes over empty header values, whatever their schema says (`minLength: 1`).",
      ...{ provider: "apimart", ajv: "invalid_request", prism: "accepted" },
      request: { ...sample, headers: { ...sample.headers, "idempotency-key": "" } },
    },
    {
      why: "Of repeated values of a list it reads the last one; by OpenAPI's default (`explode`) each is an item. These are equal.",
      ...{ provider: "atlascloud", ajv: "invalid_request", prism: "accepted" },
      request: { ...usage, query: new URLSearchParams(`${dates}&group_by[]=model&group_by[]=model`) },
    },
    {
      why: "The same: it splits at commas, which only `explode: false` asks for.",
      ...{ provider: "atlascloud", ajv: "invalid_request", prism: "accepted" },
      request: { ...usage, query: new URLSearchParams(`${dates}&group_by[]=model,api_key`) },
    },
    {
      why: "It does not tell capital letters in names of query parameters from small ones, so this is its `limit`.",
      ...{ provider: "atlascloud", ajv: "accepted", prism: "invalid_request" },
      request: { ...usage, query: new URLSearchParams(`${dates}&LIMIT=x`) },
    },
    {
      why: "Its parser of forms throws at a file without a content type, which is optional (RFC 7578, 4.4).",
      ...{ provider: "apimart", ajv: "accepted", prism: "invalid_request" },
      request: { ...upload, text: named('Content-Disposition: form-data; name="file"; filename="a.png"') },
    },
  ])("$why", async ({ provider, ajv, prism, request }) => {
    const { both } = await benchFor(provider);
    expect(codesOf(await both(request))).toEqual({ ajv, prism });
  });
});

describe("what our judge says", () => {
  const FLASH = { model: "gemini-omni-flash-preview", prompt: "x" };
  const EXT = { model: "Omni-Flash-Ext", prompt: "x" };
  const PLAIN = { model: "google/gemini-omni-flash/text-to-video", prompt: "x" };
  const CLIPS = { model: "google/gemini-omni-flash/reference-to-video-developer", prompt: "x" };
  const OMINI = { model: "Gemini-Omini", prompt: "x" };
  const OFFICIAL = { model: "gemini-omni-1.1-flash-preview-official", prompt: "x" };
  const PREVIEW = { model: "gemini-omni-flash-preview-official", prompt: "x" };
  const KNOWN =
    "(known are `model`, `prompt`, `image_urls`, `video_urls`, `aspect_ratio`, `resolution`, `extend_from_task_id`, `nsfw_check`, `webhook` and `language`)";
  const MODELS =
    '"gemini-omni-flash-preview", "Omni-Flash-Ext", "gemini-omni-1.1-flash-ext" or "gemini-omni-1.1-flash"';

  const table: readonly (readonly [provider: string, body: unknown, field: string, message: string])[] = [
    // A missing member, at the top and inside of a list.
    ["jimmyai", { model: "omni-10s" }, "prompt", "`prompt` is required; add it."],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ ends: 9 }] },
      "video_clips[0].url",
      "`video_clips[0].url` is required; add it.",
    ],
    // An unknown member; names that every object has are no exception.
    ["apimart", { ...FLASH, promt: "y" }, "promt", `\`promt\` is not known here; leave it out ${KNOWN}.`],
    ["apimart", { ...FLASH, toString: 1 }, "toString", `\`toString\` is not known here; leave it out ${KNOWN}.`],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ url: "https://a", end: 9 }] },
      "video_clips[0].end",
      "`video_clips[0].end` is not known here; leave it out (known are `url`, `start` and `ends`).",
    ],
    [
      "toapis",
      { ...OFFICIAL, video_list: [{ video_url: "https://a", url: 1 }] },
      "video_list[0].url",
      "`video_list[0].url` is not known here; leave it out (known is `video_url`).",
    ],
    // A member of another model.
    [
      "apimart",
      { ...FLASH, duration: 6 },
      "duration",
      '`duration` is not known to "gemini-omni-flash-preview"; leave it out, or choose a `model` that takes it: "gemini-omni-1.1-flash-ext" or "Omni-Flash-Ext".',
    ],
    [
      "jimmyai",
      { model: "omni-10s", prompt: "x", generation_type: "frame" },
      "generation_type",
      '`generation_type` is not known to "omni-10s"; leave it out, or choose a `model` that takes it: "Omni-Flash-Ext", "Gemini-Omini" or "gemini-omni".',
    ],
    // A wrong value of several, or of one.
    ["apimart", { ...EXT, duration: 5 }, "duration", "`duration` must be 4, 6, 8 or 10, not 5."],
    [
      "toapis",
      { ...PREVIEW, metadata: { task: "dance" } },
      "metadata.task",
      '`metadata.task` must be "text_to_video", "image_to_video", "reference_to_video" or "edit", not "dance".',
    ],
    ["apimart", { ...FLASH, resolution: "1080p" }, "resolution", '`resolution` must be "720p", not "1080p".'],
    // A wrong type.
    ["jimmyai", { ...OMINI, duration: "6" }, "duration", '`duration` must be an integer, not "6".'],
    ["toapis", { ...OFFICIAL, duration: 6.5 }, "duration", "`duration` must be an integer, not 6.5."],
    ["apimart", { ...FLASH, nsfw_check: "yes" }, "nsfw_check", '`nsfw_check` must be true or false, not "yes".'],
    ["toapis", { ...PREVIEW, metadata: [] }, "metadata", "`metadata` must be an object, not an array."],
    ["jimmyai", { ...OMINI, resolution: null }, "resolution", "`resolution` must be a string, not null."],
    [
      "jimmyai",
      { ...OMINI, image_urls: "https://example.com/a-long-name-of-a-file.png" },
      "image_urls",
      '`image_urls` must be an array, not "https://example.com/a-long-name-of-a-fil…".',
    ],
    // Out of bounds.
    ["atlascloud", { ...PLAIN, duration: 11 }, "duration", "`duration` must be at most 10, not 11."],
    ["atlascloud", { ...PLAIN, duration: 2 }, "duration", "`duration` must be at least 3, not 2."],
    [
      "toapis",
      { ...PREVIEW, metadata: { temperature: 2.5 } },
      "metadata.temperature",
      "`metadata.temperature` must be at most 2, not 2.5.",
    ],
    ["atlascloud", { ...PLAIN, prompt: "x".repeat(20_001) }, "prompt", "`prompt` must have at most 20000 characters."],
    ["jimmyai", { ...OMINI, prompt: "" }, "prompt", "`prompt` must not be empty."],
    [
      "jimmyai",
      { ...OMINI, video_urls: ["https://a", "https://b"] },
      "video_urls",
      "`video_urls` must have at most 1 item.",
    ],
    [
      "atlascloud",
      { model: "google/gemini-omni-flash/image-to-video-developer", prompt: "x", images: [] },
      "images",
      "`images` must have at least 1 item.",
    ],
    // A text of another form.
    [
      "apimart",
      { ...FLASH, image_urls: ["https://a", "ftp://b"] },
      "image_urls[1]",
      "`image_urls[1]` must begin with `http://` or `https://`.",
    ],
    [
      "toapis",
      { ...OFFICIAL, video_list: [{ video_url: "https://a" }, { video_url: "http://b" }] },
      "video_list[1].video_url",
      "`video_list[1].video_url` must begin with `https://` or `data:`.",
    ],
    [
      "apimart",
      { ...FLASH, webhook: "https://a b" },
      "webhook",
      "`webhook` must be an absolute URL, such as `https://example.com/a`.",
    ],
    // Rules between members, in the words of the contract; a wrong member comes before them.
    ["apimart", { model: FLASH.model }, "prompt", "Give at least one of `prompt`, `image_urls` and `video_urls`."],
    [
      "apimart",
      { ...EXT, size: "16:9", aspect_ratio: "9:16" },
      "size",
      "`size` and `aspect_ratio` must be equal when both are sent; leave `size` out.",
    ],
    ["apimart", { ...EXT, size: "16:9", aspect_ratio: 9 }, "aspect_ratio", "`aspect_ratio` must be a string, not 9."],
    [
      "jimmyai",
      { ...OMINI, duration: 6, video_urls: ["https://a"] },
      "duration",
      "Leave `duration` out when `video_urls` holds a video; the video sets the length.",
    ],
    [
      "toapis",
      { model: "gemini_omni_flash", prompt: "x", resolution: "1080p", aspect_ratio: "9:16" },
      "resolution",
      "`resolution` 1080p needs `aspect_ratio` 16:9; choose 16:9, or leave `resolution` out.",
    ],
    [
      "atlascloud",
      { ...CLIPS, video_clips: [{ url: "https://a", ends: 12 }] },
      "video_clips[0].ends",
      "A clip lasts at most 10 s; move `ends` to between `start` + 1 and `start` + 10. Without `start` it begins at 0, without `ends` it ends at 10.",
    ],
    // The model.
    ["apimart", { prompt: "x" }, "model", `\`model\` is required; choose one of ${MODELS}.`],
    ["apimart", { ...FLASH, model: "sora" }, "model", `\`model\` "sora" is not known; choose one of ${MODELS}.`],
    ["apimart", { ...FLASH, model: 7 }, "model", `\`model\` must be a string, not 7; choose one of ${MODELS}.`],
    ["atlascloud", { model: "bytedance/seedance", prompt: 7 }, "prompt", "`prompt` must be a string, not 7."],
    // The body itself.
    ["toapis", [], "", "The body must be a JSON object."],
    ["toapis", "", "", "The body is missing; send one with `content-type: application/json`."],
    [
      "toapis",
      '{"model": "gemini_omni",\n  "prompt": x}',
      "",
      "The body is no JSON; line 2, column 13: expected a value, found `x`.",
    ],
    ["toapis", '{"prompt": "x"', "", "The body is no JSON; line 1, column 15: the text ends; expected `,` or `}`."],
    [
      "toapis",
      '{"prompt": "x",}',
      "",
      "The body is no JSON; line 1, column 16: expected a name in double quotes, found `}`.",
    ],
    ["toapis", '{"prompt" "x"}', "", 'The body is no JSON; line 1, column 11: expected `:`, found `"`.'],
    [
      "toapis",
      '{"prompt": "x}',
      "",
      "The body is no JSON; line 1, column 12: the string that begins here is not closed.",
    ],
    [
      "toapis",
      '{"prompt": "a\nb"}',
      "",
      "The body is no JSON; line 1, column 14: a control character in a string; write it as an escape, such as \\n.",
    ],
    ["toapis", "{} {}", "", "The body is no JSON; line 1, column 4: expected the end, found `{`."],
    ["toapis", "[".repeat(101), "", "The body is nested deeper than 100 levels; send it flatter."],
  ];

  it.each(table.map(([provider, body, ...told]) => [told.join(": ").slice(0, 90), provider, body, told] as const))(
    "%s",
    async (_, provider, body, told) => {
      const { document, both } = await benchFor(provider);
      const [operation] = jsonOperations(document);
      if (!operation) throw new Error(`${provider} takes no JSON.`);
      const { ajv } = await both(post(operation.entry, body));
      expect([ajv?.field, ajv?.message]).toEqual(told);
    },
  );

  const upload = { method: "post", path: "/v1/uploads/images" };
  const generate = { method: "post", path: "/v1/videos/generations", text: "{}" };
  const get = (path: string, query: string) => ({ method: "get", path, query: new URLSearchParams(query) });
  it.each([
    [{ ...generate, headers: {} }, "Authorization", "The API key is missing; send `Authorization: Bearer <key>`."],
    [
      { ...generate, headers: { authorization: "sk-1" } },
      "Authorization",
      "The API key is not sent as it should be; send `Authorization: Bearer <key>`.",
    ],
    [
      { ...generate, headers: KEY },
      "content-type",
      "Send the body with `content-type: application/json`; the header is missing.",
    ],
    [
      { ...generate, headers: { ...KEY, "content-type": "text/plain" } },
      "content-type",
      "Send the body with `content-type: application/json`, not `text/plain`.",
    ],
    [
      { ...upload, headers: { ...KEY, ...FORM_TYPE }, text: form([["image", "x"]]) },
      "file",
      "The part `file` is required; add it.",
    ],
    [
      { ...upload, headers: { ...KEY, ...FORM_TYPE }, text: "{}" },
      "",
      "The form cannot be read; let the HTTP client write it, as with `FormData`.",
    ],
    [
      { ...upload, headers: { ...KEY, "content-type": "multipart/form-data" }, text: form([FILE]) },
      "content-type",
      "`content-type` names no `boundary`; leave the header to the HTTP client, which sends it with one.",
    ],
    [
      { ...upload, headers: { ...KEY, ...JSON_TYPE }, text: "{}" },
      "content-type",
      "Send the body with `content-type: multipart/form-data`, not `application/json`.",
    ],
    [get("/v1/pricing", "limit=0"), "limit", "The query parameter `limit` must be at least 1, not 0."],
    [get("/v1/pricing", "limit=ten"), "limit", 'The query parameter `limit` must be an integer, not "ten".'],
    [get("/v1/pricing", "limit=1&limit=2"), "limit", "The query parameter `limit` stands there 2 times; send it once."],
    [get("/v1/pricing", "type=audio"), "type", 'The query parameter `type` must be "image" or "video", not "audio".'],
  ])("of %o", async (request, field, message) => {
    const { ajv } = await (await benchFor("toapis")).both(request);
    expect([ajv?.field, ajv?.message]).toEqual([field, message]);
  });
});

/** A contract of one operation, as no provider has it. */
async function benchWith(operation: string, more = "") {
  const text = `
openapi: 3.1.0
info: { title: A, version: "1" }
security: [{ key: [] }]
paths:
  /things:
    post:
      operationId: make
      responses: { "200": { description: Done, content: { application/json: { examples: { done: { value: {} } } } } } }
${operation}
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, x-key-prefix: Key } }
${more}`;
  return benchOf(parseDocument("synthetic", text));
}

describe("other contracts", () => {
  const send = { method: "post", path: "/things", headers: { "x-key": "Key k", ...JSON_TYPE } };

  it("lists the nearest of many models", async () => {
    const ids = Array.from({ length: 34 }, (_, i) => `vendor-${i % 2 ? "a" : "b"}/model-${i}`);
    const { both } = await benchWith(
      "      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Any' } } } }",
      `  schemas:
    One: { type: object, properties: { model: { type: string, enum: ${JSON.stringify(ids)} } } }
    Any:
      oneOf: [{ $ref: '#/components/schemas/One' }]
      discriminator: { propertyName: model, mapping: ${JSON.stringify(Object.fromEntries(ids.map((id) => [id, "#/components/schemas/One"])))} }`,
    );
    expect(codesOf(await both({ ...send, text: JSON.stringify({ model: ids[3] }) }))).toEqual(same("accepted"));
    const { ajv } = await both({ ...send, text: '{"model":"vendor-b/model-x"}' });
    const near = Array.from({ length: 14 }, (_, i) => `"vendor-b/model-${i * 2}"`).join(", ");
    expect(ajv?.message).toBe(`\`model\` "vendor-b/model-x" is not known; choose one of ${near} or 20 more.`);
  });

  it("knows keys with a word of their own, operations where the key is optional, and optional bodies", async () => {
    const { both } = await benchWith("");
    expect((await both({ ...send, headers: { "x-key": "k" } })).ajv?.message).toBe(
      "The API key is not sent as it should be; send `X-Key: Key <key>`.",
    );
    expect(codesOf(await both({ ...send, headers: {} }))).toEqual(same("authentication"));
    expect(codesOf(await both(send))).toEqual(same("accepted"));
    const optional = await benchWith("      security: [{ key: [] }, {}]");
    expect(codesOf(await optional.both({ ...send, headers: {} }))).toEqual(same("accepted"));
  });

  it("judges the text parts of a form by their types", async () => {
    const { both } = await benchWith(`      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: { type: string, format: binary }
                count: { type: integer, minimum: 1 }
              additionalProperties: false`);
    const told = async (...parts: Parameters<typeof form>[0]) => {
      const verdicts = await both({ ...send, headers: { ...send.headers, ...FORM_TYPE }, text: form(parts) });
      return verdicts.ajv?.message;
    };
    expect(await told(FILE, ["count", "2"])).toBeUndefined();
    expect(await told(FILE, ["count", "0"])).toBe("The part `count` must be at least 1, not 0.");
    expect(await told(FILE, ["count", "two"])).toBe('The part `count` must be an integer, not "two".');
    expect(await told(FILE, ["other", "2"])).toBe("The part `other` is not known here; leave it out.");
  });

  it("refuses by keywords that it has no words for", async () => {
    const { both } = await benchWith(
      "      requestBody: { content: { application/json: { schema: { type: object, minProperties: 1 } } } }",
    );
    const verdicts = await both({ ...send, text: "{}" });
    expect(codesOf(verdicts)).toEqual(same("invalid_request"));
    expect(verdicts.ajv?.message).toBe("The body is not what the contract asks for.");
  });
});

describe("what Prism's judge says", () => {
  const omini = { model: "Gemini-Omini", prompt: "x" };
  it.each([
    [{ ...omini, duration: "6" }, "duration", "Request body property duration must be integer."],
    [{ model: "Gemini-Omini" }, "prompt", "Request body must have required property 'prompt'."],
    [{ ...omini, nonsense: 1 }, "nonsense", "Request body must NOT have unevaluated properties: 'nonsense'."],
    [{ ...omini, image_urls: [7] }, "image_urls[0]", "Request body property image_urls.0 must be string."],
    [
      { ...omini, model: "sora" },
      "model",
      "Request body property model must be equal to one of the allowed values: Gemini-Omini, Omni-Flash-Ext, gemini-omni.",
    ],
    [[], "", "Request body must be object."],
  ])("of %o", async (body, field, message) => {
    const { document, both } = await benchFor("jimmyai");
    const [operation] = jsonOperations(document);
    if (!operation) throw new Error("No operation takes JSON.");
    const { prism } = await both(post(operation.entry, body));
    expect(prism).toEqual({ code: "invalid_request", field, message });
  });

  it("of another content type, although fetch sends no length", async () => {
    const { both } = await benchFor("toapis");
    const request = {
      method: "post",
      path: "/v1/videos",
      headers: { ...KEY, "content-type": "text/plain" },
      text: "{}",
    };
    expect((await both(request)).prism?.message).toBe("Supported content types: application/json.");
  });

  const route = createRouter(readDocument("toapis"))("post", "/v1/videos");
  const violation = { path: ["body", "clips", "0", "url"], code: "type", message: "It must be string" };
  const cut = `Too many violations! ${JSON.stringify([violation, violation]).slice(0, -20)}`;
  it.each([
    [{ status: 422, headers: {}, body: {} }, "invalid_request", "", "Prism refuses it."],
    [{ status: 422, headers: {}, body: { detail: "No" } }, "invalid_request", "", "No."],
    [
      { status: 422, headers: {}, body: { validation: [{ location: ["query", "limit"], message: "Small" }] } },
      "invalid_request",
      "limit",
      "Small.",
    ],
    [
      { status: 400, headers: { "sl-violations": cut }, body: {} },
      "invalid_request",
      "clips[0].url",
      "It must be string.",
    ],
    [
      { status: 400, headers: { "sl-violations": '[{"code":401,"message":"Key"}]' }, body: {} },
      "authentication",
      "Authorization",
      "The API key is missing.",
    ],
    [{ status: 401, headers: {}, body: {} }, "authentication", "Authorization", "The API key is missing."],
  ])("of the answer %o", async (answer, code, field, message) => {
    if (!route) throw new Error("No such operation.");
    const judge = createPrismJudge(() => Promise.resolve(answer));
    const request = { method: "post", path: "/v1/videos", query: new URLSearchParams(), headers: {} };
    expect(await judge(route, request)).toEqual({ code, field, message });
  });

  it("of an answer whose own body breaks the contract: nothing", async () => {
    if (!route) throw new Error("No such operation.");
    const headers = { "sl-violations": '[{"path":["body"],"message":"Response body must be object"}]' };
    const judge = createPrismJudge(() => Promise.resolve({ status: 200, headers, body: "" }));
    const request = { method: "post", path: "/v1/videos", query: new URLSearchParams(), headers: {} };
    expect(await judge(route, request)).toBeUndefined();
  });
});
