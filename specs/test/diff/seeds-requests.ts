// What callers write: models, members, values, rules, parameters, addresses, keys.
import type { Seed } from "./seed.js";

const S = "components schemas";
const SUBMIT = "paths /v1/videos/generations post";

export const requestSeeds: readonly Seed[] = [
  {
    provider: "toapis",
    what: "a value is no longer taken",
    level: "major",
    says: "`duration` of gemini_omni no longer takes 6.",
    change: (c) => {
      c.drop(`${S} GeminiOmni properties duration enum`, 6);
    },
  },
  {
    provider: "toapis",
    what: "a model is gone",
    level: "major",
    says: "The model gemini-omni-flash is gone.",
    change: (c) => {
      c.delete(`${S} CreateVideoGenerationRequest oneOf 2`);
      c.delete(`${S} CreateVideoGenerationRequest discriminator mapping gemini-omni-flash`);
      c.delete(`${S} GeminiOmniFlash`);
    },
  },
  {
    provider: "jimmyai",
    what: "an alias of a model is gone",
    level: "major",
    says: "`model` of Gemini-Omini no longer takes Omni-Flash-Ext.",
    change: (c) => {
      c.drop(`${S} GeminiOmini properties model enum`, "Omni-Flash-Ext");
    },
  },
  {
    provider: "apimart",
    what: "a member must be sent",
    level: "major",
    says: "`prompt` of gemini-omni-1.1-flash must be sent now.",
    change: (c) => {
      c.list(`${S} GeminiOmni11Flash required`).push("prompt");
    },
  },
  {
    provider: "atlascloud",
    what: "a new member must be sent",
    level: "major",
    says: "`region` of google/gemini-omni-flash/text-to-video is new, and must be sent.",
    change: (c) => {
      c.set(`${S} FlashTextToVideo properties region`, { type: "string" });
      c.list(`${S} FlashTextToVideo required`).push("region");
    },
  },
  {
    provider: "atlascloud",
    what: "a member is no longer taken",
    level: "major",
    says: "`seed` of google/gemini-omni-flash/text-to-video is no longer taken.",
    change: (c) => {
      c.delete(`${S} FlashTextToVideo properties seed`);
    },
  },
  {
    provider: "toapis",
    what: "fewer items are taken",
    level: "major",
    says: (was) =>
      `\`image_urls\` of gemini-omni-flash has at most 2 items now; it was ${was.text(`${S} GeminiOmniFlash properties image_urls maxItems`)}.`,
    change: (c) => {
      c.set(`${S} GeminiOmniFlash properties image_urls maxItems`, 2);
    },
  },
  {
    provider: "toapis",
    what: "a bound where there was none",
    level: "major",
    says: "has at most 500 characters now.",
    change: (c) => {
      c.set(`${S} Prompt maxLength`, 500);
    },
  },
  {
    provider: "toapis",
    what: "a bound that cuts a list of values",
    level: "major",
    says: "`duration` of gemini_omni no longer takes 10.",
    change: (c) => {
      c.set(`${S} GeminiOmni properties duration maximum`, 8);
    },
  },
  {
    provider: "jimmyai",
    what: "a member has another type",
    level: "major",
    says: "`duration` of Gemini-Omini is a string now; it was an integer.",
    change: (c) => {
      c.set(`${S} GeminiOmini properties duration`, { type: "string", enum: ["4", "6", "8", "10"], default: "6" });
    },
  },
  {
    provider: "apimart",
    what: "a pattern where there was none",
    level: "major",
    says: "has a `pattern` now",
    change: (c) => {
      c.set(`${S} GeminiOmni11Flash properties prompt`, { type: "string", pattern: "^[a-z]+$" });
    },
  },
  {
    provider: "toapis",
    what: "a default is another one",
    level: "major",
    says: (was) =>
      `\`duration\` of gemini_omni is 10 when it is left out; it was ${was.text(`${S} GeminiOmni properties duration default`)}.`,
    change: (c) => {
      c.set(`${S} GeminiOmni properties duration default`, 10);
    },
  },
  {
    provider: "toapis",
    what: "a default is gone",
    level: "major",
    says: (was) =>
      `\`resolution\` of gemini_omni has no default any more; it was ${was.text(`${S} GeminiOmni properties resolution default`)}.`,
    change: (c) => {
      c.delete(`${S} GeminiOmni properties resolution default`);
    },
  },
  {
    provider: "apimart",
    what: "`dependentRequired` is new",
    level: "major",
    says: "Omni-Flash-Ext has a `dependentRequired` now",
    change: (c) => {
      c.set(`${S} OmniFlashExt dependentRequired`, { video_urls: ["prompt"] });
    },
  },
  {
    provider: "toapis",
    what: "a rule between members is new",
    level: "major",
    says: "The request of gemini-omni-flash has a new rule: “Leave `callback_url` out.”",
    change: (c) => {
      c.list(`${S} GeminiOmniFlash allOf`).push({
        description: "Leave `callback_url` out.",
        anyOf: [
          { type: "object", properties: { callback_url: { not: {} } } },
          { type: "object", required: ["image_urls"] },
        ],
      });
    },
  },
  {
    provider: "toapis",
    what: "a rule has a case less",
    level: "major",
    says: "no longer has the case “One” of the rule",
    change: (c) => {
      c.delete(`${S} NoneOneOrThreeImages anyOf 1`);
    },
  },
  {
    provider: "toapis",
    what: "a rule binds more",
    level: "major",
    says: "no longer takes 720p",
    change: (c) => {
      c.set(`${S} FullHdOnlyInLandscape anyOf 0 properties resolution enum`, ["720P"]);
    },
  },
  {
    provider: "toapis",
    what: "an open object is closed",
    level: "major",
    says: "has no members any more but those that are named",
    change: (c) => {
      c.set(`${S} UploadImageRequest additionalProperties`, false);
    },
  },
  {
    provider: "atlascloud",
    what: "another family's prefix is gone",
    level: "major",
    says: "`model` of “Any other family” in generateVideo has another `pattern`",
    change: (c) => {
      c.set(`${S} OtherFamilyRequest properties model pattern`, "^(alibaba/|bytedance/)");
    },
  },
  {
    provider: "atlascloud",
    what: "a form of the request is gone",
    level: "major",
    says: "no longer takes the form “Any other family”",
    change: (c) => {
      c.delete(`${S} GenerateVideoRequest anyOf 1`);
    },
  },
  {
    provider: "atlascloud",
    what: "a parameter must be sent",
    level: "major",
    says: "`query scope` of getModelUsage",
    change: (c) => {
      c.set("components parameters Scope required", true);
    },
  },
  {
    provider: "atlascloud",
    what: "a parameter takes a value less",
    level: "major",
    says: "no longer takes account",
    change: (c) => {
      c.drop("components parameters Scope schema enum", "account");
    },
  },
  {
    provider: "atlascloud",
    what: "a list in a query is written otherwise",
    level: "major",
    says: "is written in another way",
    change: (c) => {
      c.set("components parameters ModelIds explode", false);
    },
  },
  {
    provider: "toapis",
    what: "an operation is gone",
    level: "major",
    says: "The operation `listModels` (GET /v1/models) is gone.",
    change: (c) => {
      c.delete("paths /v1/models");
    },
  },
  {
    provider: "apimart",
    what: "an operation moved",
    level: "major",
    says: "`getTask` moved from GET /v1/tasks/{task_id} to GET /v2/tasks/{task_id}.",
    change: (c) => {
      c.set("paths /v2/tasks/{task_id}", c.get("paths /v1/tasks/{task_id}"));
      c.delete("paths /v1/tasks/{task_id}");
    },
  },
  {
    provider: "apimart",
    what: "a method is another one",
    level: "major",
    says: "`getTask` moved from GET /v1/tasks/{task_id} to POST /v1/tasks/{task_id}.",
    change: (c) => {
      c.set("paths /v1/tasks/{task_id} post", c.get("paths /v1/tasks/{task_id} get"));
      c.delete("paths /v1/tasks/{task_id} get");
    },
  },
  {
    provider: "jimmyai",
    what: "the main server is another one",
    level: "major",
    says: (was) => `The main server is ${was.text("servers 1 url")} now; it was ${was.text("servers 0 url")}.`,
    change: (c) => {
      c.list("servers").push(...c.list("servers").splice(0, 1));
    },
  },
  {
    provider: "toapis",
    what: "the key is sent otherwise",
    level: "major",
    says: "is sent in another way",
    change: (c) => {
      c.set("components securitySchemes bearerAuth", { type: "apiKey", in: "header", name: "X-Key" });
    },
  },
  {
    provider: "apimart",
    what: "a form takes a kind of file less",
    level: "major",
    says: "The part `file` of uploadImage no longer takes image/gif.",
    change: (c) => {
      c.set(
        "paths /v1/uploads/images post requestBody content multipart/form-data encoding file contentType",
        "image/jpeg, image/png, image/webp",
      );
    },
  },
  {
    provider: "toapis",
    what: "a model is new",
    level: "minor",
    says: "The model gemini-omni-2 is new.",
    change: (c) => {
      c.set(`${S} GeminiOmni2`, {
        ...c.object(`${S} GeminiOmni`),
        properties: { model: { type: "string", enum: ["gemini-omni-2"] }, prompt: { type: "string" } },
      });
      c.list(`${S} CreateVideoGenerationRequest oneOf`).push({ $ref: "#/components/schemas/GeminiOmni2" });
    },
  },
  {
    provider: "toapis",
    what: "a value more is taken",
    level: "minor",
    says: "`resolution` of gemini-omni-flash also takes 4k.",
    change: (c) => {
      c.list(`${S} GeminiOmniFlash properties resolution enum`).push("4k");
    },
  },
  {
    provider: "atlascloud",
    what: "a member that may be left out is new",
    level: "minor",
    says: "`watermark` of google/gemini-omni-flash/text-to-video is new, and may be left out.",
    change: (c) => {
      c.set(`${S} FlashTextToVideo properties watermark`, { type: "boolean" });
    },
  },
  {
    provider: "toapis",
    what: "more items are taken",
    level: "minor",
    says: (was) =>
      `\`image_urls\` of gemini-omni-flash has at most 7 items now; it was ${was.text(`${S} GeminiOmniFlash properties image_urls maxItems`)}.`,
    change: (c) => {
      c.set(`${S} GeminiOmniFlash properties image_urls maxItems`, 7);
    },
  },
  {
    provider: "toapis",
    what: "a rule between members is gone",
    level: "minor",
    says: "The request of gemini-omni-flash has lost a rule: “`resolution` 1080p needs",
    change: (c) => {
      c.delete(`${S} GeminiOmniFlash allOf`);
    },
  },
  {
    provider: "toapis",
    what: "an operation is new",
    level: "minor",
    says: "The operation `cancelVideo` (DELETE /v1/videos/{id}) is new.",
    change: (c) => {
      c.set("paths /v1/videos/{id} delete", {
        operationId: "cancelVideo",
        responses: { "204": { description: "Gone." } },
      });
    },
  },
  {
    provider: "toapis",
    what: "an operationId is another one",
    level: "major",
    says: "`createVideoGeneration` is called `submitVideo` now.",
    change: (c) => {
      c.set(`${SUBMIT} operationId`, "submitVideo");
      c.set("x-lifecycle submit submitVideo", c.get("x-lifecycle submit createVideoGeneration"));
      c.delete("x-lifecycle submit createVideoGeneration");
    },
  },
  {
    provider: "toapis",
    what: "a member must be left out",
    level: "major",
    says: "`callback_url` of gemini_omni is no longer taken.",
    change: (c) => {
      c.set(`${S} GeminiOmni properties callback_url`, { not: {} });
    },
  },
  {
    provider: "toapis",
    what: "an operation has a server of its own",
    level: "major",
    says: "`servers` of `getVideo` is",
    change: (c) => {
      c.set("paths /v1/videos/{id} get servers", [{ url: "https://reads.example" }]);
    },
  },
  {
    provider: "toapis",
    what: "a free member becomes a list of values",
    level: "major",
    says: "is one of a or b now",
    change: (c) => {
      c.set(`${S} ClientBusinessId enum`, ["a", "b"]);
    },
  },
  {
    provider: "jimmyai",
    what: "a keyword that nobody knows",
    level: "major",
    says: "`prompt` of Gemini-Omini and omni-10s has a `contentEncoding` now: base64.",
    change: (c) => {
      c.set(`${S} Prompt contentEncoding`, "base64");
    },
  },
];
