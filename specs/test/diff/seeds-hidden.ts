// Changes that stand where a comparison easily looks past: beside a choice, behind a reference, in a schema that holds itself, in
// parts of an answer that no contract of today has.
import type { JsonObject } from "../../src/index.js";
import type { Seed } from "./seed.js";

const BODY = "components schemas CreateVideoRequest";
const COUNT = "components schemas OfficialMetadata properties candidateCount";
const ERROR = "components schemas TaskError";
const SUBMITTED = "components responses Submitted";
const MODELS = "paths /v1/models get";
const OUTCOMES = "paths /v1/videos post x-outcomes";

/** What is said beside a choice holds for every form of it. */
const beside = (
  what: string,
  [before, after]: readonly [JsonObject, JsonObject],
  says: string,
  level: Seed["level"] = "major",
): Seed => ({
  provider: "toapis",
  what: `beside a choice: ${what}`,
  level,
  says,
  given: (c) => {
    c.set(COUNT, { anyOf: [{ type: "integer" }, { type: "string" }], ...before });
  },
  change: (c) => {
    c.set(COUNT, { anyOf: [{ type: "integer" }, { type: "string" }], ...after });
  },
});

/** A schema inside a keyword stands in a file of its own. */
const behind = (keyword: string, wrap: (schema: JsonObject) => JsonObject): Seed => ({
  provider: "toapis",
  what: `behind a reference of ${keyword}`,
  level: "major",
  says: "`error` of “Failed” in the 200 answer of getVideoGeneration",
  given: (c) => {
    c.set("components schemas Detail", { required: ["code"] });
    Object.assign(c.object(ERROR), wrap({ $ref: "#/components/schemas/Detail" }));
  },
  change: (c) => {
    c.set("components schemas Detail required", ["message"]);
  },
});

const refused = (http: number, error: string): JsonObject => ({ http, outcome: "rejected", error });

export const hiddenSeeds: readonly Seed[] = [
  beside(
    "another default",
    [{ default: 1 }, { default: 2 }],
    "candidateCount` of gemini-omni-flash-preview-official is 2 when it is left out; it was 1.",
  ),
  beside("a bound", [{}, { maxLength: 3 }], "has at most 3 characters now"),
  beside("a pattern", [{}, { pattern: "^[1-4]$" }], 'has a `pattern` now: "^[1-4]$".'),
  beside(
    "a type",
    [{ type: ["integer", "string"] }, { type: "string" }],
    "is a string now; it was an integer or a string.",
  ),
  beside("what a not rules out", [{}, { not: { const: 3 } }], "rules out what a `not` names now."),
  beside(
    "another role",
    [{ "x-input": { role: "seed" } }, { "x-input": { role: "duration" } }],
    "no longer carries the input `seed`.",
  ),
  beside("the types of the forms, in one word", [{}, { type: ["integer", "string"] }], "", "none"),
  {
    provider: "toapis",
    what: "beside the models of a body: a bound",
    level: "major",
    says: "The request of createVideo has at most 5 members now.",
    change: (c) => {
      c.set(`${BODY} maxProperties`, 5);
    },
  },
  {
    provider: "toapis",
    what: "a choice becomes one of its forms and loses what stood beside it",
    level: "major",
    says: "has no default any more; it was 1.",
    given: (c) => {
      c.set(COUNT, { anyOf: [{ type: "integer" }, { type: "string" }], default: 1 });
    },
    change: (c) => {
      c.set(COUNT, { type: "integer" });
    },
  },
  {
    provider: "toapis",
    what: "a member may have a further type, and keeps its role and default",
    level: "minor",
    says: "also takes the form “string”",
    given: (c) => {
      c.set(COUNT, { type: "integer", default: 1, "x-input": { role: "seed" } });
    },
    change: (c) => {
      c.set(COUNT, { anyOf: [{ type: "integer" }, { type: "string" }], default: 1, "x-input": { role: "seed" } });
    },
  },
  behind("then", (schema) => ({ if: { required: ["code"] }, then: schema })),
  behind("prefixItems", (schema) => ({ prefixItems: [schema] })),
  behind("contains", (schema) => ({ contains: schema })),
  behind("patternProperties", (schema) => ({ patternProperties: { "^x-": schema } })),
  behind("dependentSchemas", (schema) => ({ dependentSchemas: { code: schema } })),
  {
    provider: "toapis",
    what: "two cases change places",
    level: "major",
    says: "has another `if/then/else`",
    given: (c) => {
      c.set(`${ERROR} allOf`, [
        { if: { required: ["code"] }, then: { required: ["message"] } },
        { if: { required: ["hint"] }, then: { required: ["doc"] } },
      ]);
    },
    change: (c) => {
      c.set(`${ERROR} allOf 0 then required`, ["doc"]);
      c.set(`${ERROR} allOf 1 then required`, ["message"]);
    },
  },
  {
    provider: "toapis",
    what: "a schema that holds itself has a member of another type",
    level: "major",
    says: "`error.causes.name` of",
    given: (c) => {
      c.set("components schemas Cause", {
        type: "object",
        properties: {
          name: { type: "string" },
          inner: { type: "array", items: { $ref: "#/components/schemas/Cause" } },
        },
      });
      c.set(`${ERROR} properties causes`, { $ref: "#/components/schemas/Cause" });
    },
    change: (c) => {
      c.set("components schemas Cause properties name type", "integer");
    },
  },
  ...[SUBMITTED, `${SUBMITTED} content application/json`, "paths /v1/videos post requestBody"].map((way): Seed => ({
    provider: "toapis",
    what: `an unknown member in ${way}`,
    level: "major",
    says: "`surge` of the ",
    change: (c) => {
      c.set(`${way} surge`, 2);
    },
  })),
  {
    provider: "toapis",
    what: "a member of an answer is only for requests now",
    level: "major",
    says: "has a `writeOnly` now: true.",
    change: (c) => {
      c.set("components schemas VideoResult properties data writeOnly", true);
    },
  },
  {
    provider: "toapis",
    what: "a text of an answer is base64 now",
    level: "major",
    says: "has a `contentEncoding` now: base64.",
    change: (c) => {
      c.set(`${ERROR} properties message contentEncoding`, "base64");
    },
  },
  {
    provider: "toapis",
    what: "what a member called description needs",
    level: "major",
    says: "has another `dependentRequired`",
    given: (c) => {
      c.set(`${ERROR} dependentRequired`, { description: ["message"] });
    },
    change: (c) => {
      c.set(`${ERROR} dependentRequired description`, ["code"]);
    },
  },
  {
    provider: "toapis",
    what: "a link of an answer is new",
    level: "minor",
    says: "The link `read` of the 200 answer of createVideoGeneration and the 200 answer of createVideo is new.",
    change: (c) => {
      c.set(`${SUBMITTED} links`, { read: { operationId: "getVideo" } });
    },
  },
  {
    provider: "toapis",
    what: "a link of an answer is gone",
    level: "major",
    says: "The link `read` of the 200 answer of createVideoGeneration and the 200 answer of createVideo is gone.",
    given: (c) => {
      c.set(`${SUBMITTED} links`, { read: { operationId: "getVideo" } });
    },
    change: (c) => {
      c.delete(`${SUBMITTED} links`);
    },
  },
  {
    provider: "toapis",
    what: "the schema of a parameter with content is tighter",
    level: "major",
    says: "`query filter` of listModels has other content.",
    given: (c) => {
      c.set("components schemas Filter", { type: "object" });
      c.list(`${MODELS} parameters`).push({
        ...{ in: "query", name: "filter" },
        content: { "application/json": { schema: { $ref: "#/components/schemas/Filter" } } },
      });
    },
    change: (c) => {
      c.set("components schemas Filter required", ["type"]);
    },
  },
  {
    provider: "toapis",
    what: "a refusal that HTTP alone does not tell is no longer one",
    level: "major",
    says: "An answer 423 of createVideo means unknown now; it was rejected, invalid_request.",
    given: (c) => {
      c.list(OUTCOMES).push(refused(423, "invalid_request"));
    },
    change: (c) => {
      c.list(OUTCOMES).pop();
    },
  },
  {
    provider: "toapis",
    what: "a refusal that HTTP tells is written down no longer",
    level: "none",
    says: "",
    given: (c) => {
      c.list(OUTCOMES).push(refused(413, "invalid_request"));
    },
    change: (c) => {
      c.list(OUTCOMES).pop();
    },
  },
  {
    provider: "toapis",
    what: "what is missing is a task no longer, where no task is read",
    level: "major",
    says: "An answer 404 of listModels means invalid_request now; it was task_not_found.",
    given: (c) => {
      c.set(`${MODELS} x-errors`, [{ http: 404, error: "task_not_found" }]);
    },
    change: (c) => {
      c.delete(`${MODELS} x-errors`);
    },
  },
  {
    provider: "toapis",
    what: "a wait gives up earlier",
    level: "major",
    says: "`poll.giveUp` is 60 now; it was 600.",
    change: (c) => {
      c.set("x-lifecycle poll giveUp", 60);
    },
  },
  {
    provider: "toapis",
    what: "a listed value's type is written down",
    level: "none",
    says: "",
    given: (c) => {
      c.delete("components schemas MetadataTask type");
    },
    change: (c) => {
      c.set("components schemas MetadataTask type", "string");
    },
  },
  {
    provider: "toapis",
    what: "hints for people: externalDocs and bearerFormat",
    level: "patch",
    says: "Words of `info`, descriptions, sources or evidence changed.",
    change: (c) => {
      c.set("components schemas Prompt externalDocs", { url: "https://example.com" });
      c.set("components securitySchemes bearerAuth bearerFormat", "sk-…");
    },
  },
];
