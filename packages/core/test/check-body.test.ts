import { describe, expect, it } from "vitest";
import { checkBody, type RequestSchema } from "../src/language/index.js";

const model = (id: string, members: Record<string, RequestSchema>): RequestSchema => ({
  type: "object",
  required: ["model", "prompt"],
  properties: { model: { type: "string", enum: [id] }, prompt: { type: "string", minLength: 1 }, ...members },
  additionalProperties: false,
});

describe("a discriminated union beside an open form", () => {
  const schema: RequestSchema = {
    type: "object",
    anyOf: [
      {
        oneOf: [model("acme/a", { seconds: { enum: [4, 8] } }), model("acme/b", {})],
        discriminator: { propertyName: "model", mapping: { "acme/a": 0, "acme/b": 1 } },
      },
      {
        type: "object",
        required: ["model"],
        properties: { model: { type: "string", pattern: "^(other/|more/)" }, prompt: { type: "string" } },
        additionalProperties: true,
      },
    ],
  };

  it.each([
    ["a known model", { model: "acme/a", prompt: "x", seconds: 4 }, []],
    ["another family with members of its own", { model: "other/v1", ratio: "1:1" }, []],
    ["a broken rule of the known model", { model: "acme/a", prompt: "x", seconds: 5 }, ["seconds"]],
    ["two", { model: "acme/b", prompt: "", seconds: 4 }, ["prompt", "seconds"]],
    ["a wrong member of another family", { model: "more/v2", prompt: 1 }, ["prompt"]],
    ["a model that nobody knows", { model: "acme/c", prompt: "x" }, ["model"]],
    ["no model", { prompt: "x" }, ["model"]],
    ["a model that is no text", { model: 1, prompt: "x" }, ["model"]],
    ["no object", "text", [""]],
  ])("names what is wrong: %s", (_, body, fields) => {
    expect(checkBody(schema, body).map(({ field }) => field)).toEqual(fields);
  });

  it("lists the known models for one that nobody knows", () => {
    const [issue] = checkBody(schema, { model: "acme/c", prompt: "x" });
    expect(issue?.message).toBe('must be one of "acme/a", "acme/b"');
  });
});
