import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/cli.js";
import { generate } from "../src/generate.js";

/** A contract of one model, small enough to read at once. */
const contract = (model: string, rules = "") => `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Acme, version: 0.0.0}
servers: [{url: https://api.acme.test}]
security: [{key: []}]
x-lifecycle: {states: {}}
paths:
  /videos:
    post:
      operationId: createVideo
      x-outcomes: [{http: 200, has: $.id, outcome: accepted}]
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Request'}
            examples: {text: {value: {model: acme-1, prompt: a}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}
  /files:
    post:
      operationId: upload
      security: []
      requestBody:
        content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}}}
      responses: {'200': {description: ok}}
components:
  schemas:
    Request:
      type: object
      oneOf: [{$ref: '#/components/schemas/Acme'}]
      discriminator: {propertyName: model, mapping: {acme-1: '#/components/schemas/Acme', acme: '#/components/schemas/Acme'}}
    Acme:
      type: object
      x-model: {lineage: acme, status: current}
      required: [model, prompt]
      properties:
        model: {type: string, enum: [acme-1, acme]}
        prompt: {type: string, minLength: 1, description: What to show., x-input: {role: prompt}}
${model}
      unevaluatedProperties: false
${rules}
`;

const MODEL = `
        duration: {type: integer, enum: [4, 8], default: 4, x-input: {role: duration}}
        resolution: {type: string, enum: [720P, 4K], x-input: {role: resolution, values: {720P: 720p, 4K: 4k}}}
        kind: {type: string, enum: [frame, reference]}
        images:
          type: array
          items: {type: string}
          maxItems: 3
          x-input: [{role: firstFrame, where: {$.kind: [frame]}}, {role: inputReferences, where: {$.kind: [reference]}}]
        videos: {type: array, maxItems: 1, items: {type: object, properties: {url: {type: string, x-input: {role: video}}}}}
        last: {type: string, x-input: {role: lastFrame}}`;
const RULES = `
      allOf:
        - description: No duration with a video.
          anyOf: [{properties: {videos: {maxItems: 0}}}, {properties: {duration: {not: {}}}}]
        - description: The last frame needs the first.
          anyOf: [{properties: {last: {not: {}}}}, {required: [images, kind], properties: {kind: {enum: [frame]}}}]
        - anyOf: [{properties: {images: {maxItems: 1}}}, {properties: {images: {minItems: 3}}}]`;

/** The JSON of a constant in a generated file. */
function constant(text: string | undefined, name: string) {
  const [, json = ""] = new RegExp(`export const ${name} = (.*?) as const`, "s").exec(text ?? "") ?? [];
  return JSON.parse(json);
}

describe("types", () => {
  it("say what openapi-typescript leaves out", async () => {
    const { "openapi.ts": text = "" } = await generate("acme", contract(MODEL, RULES));
    expect(text).toContain("duration?: 4 | 8;");
    expect(text).toContain("images?: string[];");
    expect(text).toMatch(/videos\?: \[\n\s+\] \| \[\n\s+\{/);
    expect(text).toContain("file: Blob | Uint8Array;");
    expect(text).toContain("duration?: never;");
  });
});

it("says that text begins with one of some prefixes, and leaves every other pattern alone", async () => {
  const properties = `
        kind: {type: string, pattern: '^(a/|b-c/|d/e)'}
        one: {type: string, pattern: '^(a/)'}
        link: {type: string, pattern: '^(https?://|data:)'}
        whole: {type: string, pattern: '^(a|b)$'}
        part: {type: string, pattern: '(a|b)'}`;
  const { "openapi.ts": text = "" } = await generate("acme", contract(properties));
  expect(text).toContain('kind?: `${"a/" | "b-c/" | "d/e"}${string}`;');
  expect(text).toContain('one?: `${"a/"}${string}`;');
  for (const name of ["link", "whole", "part"]) expect(text).toContain(`${name}?: string;`);
});

describe("request schemas", () => {
  it("are closed, free of references, and keep the words of the rules", async () => {
    const { "schemas.ts": text } = await generate("acme", contract(MODEL, RULES));
    const { createVideo } = constant(text, "requestSchemas");
    expect(createVideo.discriminator).toEqual({ propertyName: "model", mapping: { "acme-1": 0, acme: 0 } });
    const [model] = createVideo.oneOf;
    expect(model.additionalProperties).toBe(false);
    expect(model.properties.prompt).toEqual({ type: "string", minLength: 1 });
    expect(model.allOf[0].description).toBe("No duration with a video.");
    expect(text).not.toContain("$ref");
  });

  it.each([
    [
      "a keyword that the check would not see",
      "        size: {type: string, contentEncoding: base64}",
      /"contentEncoding"/,
    ],
    ["an if", "        size: {if: {const: a}, then: {}}", /"if"/],
  ])("refuse %s", async (_, property, message) => {
    await expect(generate("acme", contract(property))).rejects.toThrow(message);
  });

  it("refuse a rule about a member that the model does not have", async () => {
    const rules = "      allOf: [{anyOf: [{properties: {ghost: {not: {}}}}]}]";
    await expect(generate("acme", contract(MODEL, rules))).rejects.toThrow(/ghost stands in a rule but not flat/);
  });
});

describe("capabilities", () => {
  it("are found by asking the schema", async () => {
    const { "contract.ts": text } = await generate("acme", contract(MODEL, RULES));
    const models = constant(text, "models");
    expect(models["acme-1"]).toMatchObject({ operation: "createVideo", aliases: ["acme"], lineage: "acme" });
    expect(models["acme-1"].capabilities).toEqual({
      duration: [4, 8],
      resolution: ["720p", "4k"],
      firstFrame: [1],
      lastFrame: [1],
      inputReferences: [1, 3],
      video: [1],
      requires: ["prompt"],
      excludes: [
        ["duration", "video"],
        ["firstFrame", "inputReferences"],
      ],
      needs: [["lastFrame", "firstFrame"]],
    });
  });
});

describe("capabilities of a model that wants more than a prompt", () => {
  const capabilitiesWith = async (required: string, rules = "") => {
    const text = contract(MODEL, rules).replace("required: [model, prompt]", `required: [${required}]`);
    return constant((await generate("acme", text))["contract.ts"], "models")["acme-1"].capabilities;
  };

  it("name the input that is always there, and are asked with it", async () => {
    const found = await capabilitiesWith("model, prompt, videos");
    expect(found).toMatchObject({ always: ["prompt", "video"], requires: [] });
    expect(found).toMatchObject({ duration: [4, 8], resolution: ["720p", "4k"], video: [1] });
    expect(found).not.toHaveProperty("needs");
  });

  it("name the inputs of which one is there", async () => {
    const either = `
      allOf:
        - anyOf: [{required: [images]}, {required: [videos]}]`;
    const found = await capabilitiesWith("model, prompt", either);
    expect(found).toMatchObject({ always: ["prompt"], requires: ["firstFrame", "inputReferences", "video"] });
    expect(found).toMatchObject({ duration: [4, 8], inputReferences: [1, 2, 3], video: [1] });
  });

  it("stay as they are where one input is enough", async () => {
    const either = `
      allOf:
        - anyOf: [{required: [prompt]}, {required: [videos]}]`;
    const found = await capabilitiesWith("model", either);
    expect(found.requires).toEqual(["prompt", "video"]);
    expect(found).not.toHaveProperty("always");
  });
});

it("asks only for what the model has", async () => {
  const { "contract.ts": text } = await generate("acme", contract(""));
  expect(constant(text, "models")["acme-1"].capabilities).toEqual({ requires: ["prompt"] });
});

describe("a model that the address chooses", () => {
  const chosenBy = (model: string) =>
    contract("")
      .replace("{lineage: acme, status: current}", model)
      .replace("model: {type: string, enum: [acme-1, acme]}", "seed: {type: integer}")
      .replace("required: [model, prompt]", "required: [prompt]")
      .replace(/oneOf: .*\n.*mapping.*/, "allOf: [{$ref: '#/components/schemas/Acme'}]")
      .replace("schema: {$ref: '#/components/schemas/Request'}", "schema: {$ref: '#/components/schemas/Acme'}");

  it("has the id that x-model gives it", async () => {
    const { "contract.ts": text } = await generate("acme", chosenBy("{id: acme/one, lineage: acme, status: current}"));
    const models = constant(text, "models");
    expect(Object.keys(models)).toEqual(["acme/one"]);
    expect(models["acme/one"]).toMatchObject({ operation: "createVideo", capabilities: { requires: ["prompt"] } });
  });

  it("is refused without an id", async () => {
    await expect(generate("acme", chosenBy("{lineage: acme, status: current}"))).rejects.toThrow("x-model an `id`");
  });
});

describe("the service", () => {
  it("has origins, key variable and the operations without a key", async () => {
    const { "contract.ts": text } = await generate("acme", contract(MODEL));
    expect(constant(text, "service")).toEqual({
      provider: "acme",
      servers: ["https://api.acme.test"],
      envKey: "ACME_API_KEY",
      publicOperations: ["POST /files"],
    });
  });

  const serviceWith = async (scheme: string) => {
    const text = contract(MODEL).replace("components:", `components:\n  securitySchemes: {key: {${scheme}}}`);
    return constant((await generate("acme", text))["contract.ts"], "service");
  };

  it("has the header of the key, where that is no bearer token", async () => {
    expect(await serviceWith("type: http, scheme: bearer")).not.toHaveProperty("keyHeader");
    expect(await serviceWith("type: apiKey, in: header, name: X-Api-Key")).toMatchObject({
      keyHeader: { name: "X-Api-Key" },
    });
    expect(await serviceWith("type: apiKey, in: header, name: Authorization, x-key-prefix: Key")).toMatchObject({
      keyHeader: { name: "Authorization", prefix: "Key" },
    });
  });

  it.each(["type: apiKey, in: query, name: key", "type: http, scheme: basic"])(
    "refuses a key by %s",
    async (scheme) => {
      await expect(serviceWith(scheme)).rejects.toThrow('acme: the key of "key" stands in no header');
    },
  );
});

it("one enum changed in the YAML changes type, validator and capability, and nothing else", async () => {
  const before = await generate("acme", contract(MODEL, RULES));
  const after = await generate("acme", contract(MODEL.replace("enum: [4, 8]", "enum: [4, 8, 12]"), RULES));
  expect(after["openapi.ts"]).toBe(
    before["openapi.ts"]
      ?.replace("duration?: 4 | 8;", "duration?: 4 | 8 | 12;")
      .replace("@enum {integer}", "@enum {integer}"),
  );
  expect(constant(after["schemas.ts"], "requestSchemas").createVideo.oneOf[0].properties.duration.enum).toEqual([
    4, 8, 12,
  ]);
  expect(constant(after["contract.ts"], "models")["acme-1"].capabilities.duration).toEqual([4, 8, 12]);
  expect(after["samples.ts"]).toBe(before["samples.ts"]);
});

describe("omni-codegen --check", () => {
  let folder: string;
  let printed: string[];

  beforeEach(async () => {
    // The folder's name is the provider's, so a copy of a real client is what can be made stale.
    folder = join(await mkdtemp(join(tmpdir(), "omni-codegen-")), "apimart");
    await cp(new URL("../../providers/apimart/src/generated", import.meta.url), join(folder, "src/generated"), {
      recursive: true,
    });
    printed = [];
    vi.spyOn(console, "error").mockImplementation((line: string) => printed.push(line));
    vi.spyOn(console, "log").mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(join(folder, ".."), { recursive: true });
  });

  const stale = (name: string) =>
    `stale: packages/providers/apimart/src/generated/${name}. Run \`npm run generate\` and commit it.`;

  it("is silent when everything is fresh", async () => {
    expect(await main(["--check"], folder)).toBe(0);
    expect(printed).toEqual([]);
  });

  it("names every stale, missing and foreign file and the command, and changes nothing", async () => {
    const file = (name: string) => join(folder, "src/generated", name);
    await writeFile(file("contract.ts"), "export {};\n");
    await rm(file("samples.ts"));
    await writeFile(file("left-over.ts"), "export {};\n");
    expect(await main(["--check"], folder)).toBe(1);
    expect(printed).toEqual([stale("contract.ts"), stale("samples.ts"), stale("left-over.ts")]);
    expect(await readFile(file("contract.ts"), "utf8")).toBe("export {};\n");
  });

  it("is content again after generating, which removes what does not belong there", async () => {
    await writeFile(join(folder, "src/generated/left-over.ts"), "export {};\n");
    expect(await main([], folder)).toBe(0);
    expect(await main(["--check"], folder)).toBe(0);
  });

  it("says which contracts there are when the folder is none of them", async () => {
    await expect(main(["--check"], join(folder, "..", "acme"))).rejects.toThrow(
      /No contract named "acme"\. There are: apimart/,
    );
  });
});
