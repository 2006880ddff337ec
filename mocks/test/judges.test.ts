import { operationsOf, parametersOf, providers, readDocument, resolved, objectAt, textOf } from "@omni-contracts/specs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  benchFor,
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
import { BOUNDARY, FILE, form, FORM_TYPE, PIXEL } from "./judge-forms.js";

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

      it.each(["json", ";", "a/b/c"])("say what is taken when the content type is none: %s", async (type) => {
        const { prism } = await bench.both({ ...post(entry, body), headers: { ...KEY, "content-type": type } });
        // Prism itself fails at such a header, and would say nothing of it.
        expect(prism?.message).toBe("Supported content types: application/json.");
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
