import { parseDocument } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { benchOf, codesOf, JSON_TYPE, same } from "./judge-corpus.js";
import { FILE, form, FORM_TYPE } from "./judge-forms.js";

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

/** A contract whose operation takes these models. */
const benchOfModels = (ids: readonly string[]) =>
  benchWith(
    "      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Any' } } } }",
    `  schemas:
    One: { type: object, properties: { model: { type: string, enum: ${JSON.stringify(ids)} } } }
    Any:
      oneOf: [{ $ref: '#/components/schemas/One' }]
      discriminator: { propertyName: model, mapping: ${JSON.stringify(Object.fromEntries(ids.map((id) => [id, "#/components/schemas/One"])))} }`,
  );

describe("other contracts", () => {
  const send = { method: "post", path: "/things", headers: { "x-key": "Key k", ...JSON_TYPE } };

  it("lists the nearest of many models", async () => {
    const ids = Array.from({ length: 34 }, (_, i) => `vendor-${i % 2 ? "a" : "b"}/model-${i}`);
    const { both } = await benchOfModels(ids);
    expect(codesOf(await both({ ...send, text: JSON.stringify({ model: ids[3] }) }))).toEqual(same("accepted"));
    const { ajv } = await both({ ...send, text: '{"model":"vendor-b/model-x"}' });
    const near = Array.from({ length: 14 }, (_, i) => `"vendor-b/model-${i * 2}"`).join(", ");
    expect(ajv?.message).toBe(`\`model\` "vendor-b/model-x" is not known; choose one of ${near} or 20 more.`);
  });

  it("lists the id that is only written in another case before those that go on", async () => {
    const ids = ["vendor/fox-pro", "vendor/fox", "vendor/fox-2", ...Array.from({ length: 20 }, (_, i) => `other-${i}`)];
    const { both } = await benchOfModels(ids);
    const { ajv } = await both({ ...send, text: '{"model":"VENDOR/FOX"}' });
    expect(ajv?.message).toMatch(/choose one of "vendor\/fox", "vendor\/fox-pro", "vendor\/fox-2", /);
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
