// What decides about money, states and retries: the extensions.
import type { Seed } from "./seed.js";

const S = "components schemas";
const SUBMIT = "paths /v1/videos/generations post";

export const moneySeeds: readonly Seed[] = [
  {
    provider: "toapis",
    what: "a refusal became unknown",
    level: "major",
    says: "An answer 422 of createVideoGeneration means unknown now; it was rejected, content_policy.",
    change: (c) => {
      c.set(`${SUBMIT} x-outcomes 5`, { http: 422, outcome: "unknown" });
    },
  },
  {
    provider: "apimart",
    what: "a refusal has another error",
    level: "major",
    says: "of createVideoGeneration means rejected, permission_denied now; it was rejected, insufficient_credits.",
    change: (c) => {
      const rule = c.list(`${SUBMIT} x-outcomes`).findIndex((one) => JSON.stringify(one).includes('"http":402'));
      if (rule < 0) c.list(`${SUBMIT} x-outcomes`).push({ http: 402, outcome: "rejected", error: "permission_denied" });
      else c.set(`${SUBMIT} x-outcomes ${rule} error`, "permission_denied");
    },
  },
  {
    provider: "toapis",
    what: "a submit may be sent again",
    level: "major",
    says: "An answer 422 of createVideoGeneration lets the client send the request again now.",
    change: (c) => {
      c.set(`${SUBMIT} x-outcomes 5 resend`, { else: [1] });
    },
  },
  {
    provider: "toapis",
    what: "a rule that goes before others",
    level: "major",
    says: "with `$.error.code` rate_limit_unavailable of createVideoGeneration means unknown now; it was rejected, provider_unavailable.",
    change: (c) => {
      c.list(`${SUBMIT} x-outcomes`).unshift({ http: "5XX", outcome: "unknown" });
    },
  },
  {
    provider: "toapis",
    what: "rules in another order, where that matters",
    level: "major",
    says: "now goes before that for an answer 4XX or 5XX",
    change: (c) => {
      const rules = c.list(`${SUBMIT} x-outcomes`);
      rules.splice(1, 0, ...rules.splice(5, 1));
    },
  },
  {
    provider: "apimart",
    what: "a failed task is paid for",
    level: "major",
    says: (was) => `The money of a failed task is kept now; it was ${was.text("x-lifecycle charge failed")}.`,
    change: (c) => {
      c.set("x-lifecycle charge failed", "kept");
    },
  },
  {
    provider: "atlascloud",
    what: "a word means another state",
    level: "major",
    says: "The word `timeout` means expired now; it was failed.",
    change: (c) => {
      c.drop("x-lifecycle states failed", "timeout");
      c.set("x-lifecycle states expired", ["timeout"]);
    },
  },
  {
    provider: "jimmyai",
    what: "a word means nothing any more",
    level: "major",
    says: "The word `success` means no state any more; it was completed.",
    change: (c) => {
      c.drop("x-lifecycle states completed", "success");
    },
  },
  {
    provider: "toapis",
    what: "a handle keeps less",
    level: "major",
    says: "The handle of `createVideoGeneration` no longer keeps `reference`.",
    change: (c) => {
      c.delete("x-lifecycle submit createVideoGeneration handle reference");
    },
  },
  {
    provider: "jimmyai",
    what: "a handle's id stands elsewhere",
    level: "major",
    says: "`id` in the handle of `createGeminiOmniVideo` is looked for at $.data.id now",
    change: (c) => {
      c.set("x-lifecycle submit createGeminiOmniVideo handle id", "$.data.id");
    },
  },
  {
    provider: "toapis",
    what: "a read asks otherwise",
    level: "major",
    says: "What is sent of `getVideoGeneration` is",
    change: (c) => {
      c.set("x-lifecycle read getVideoGeneration with", { "path.task_id": "id" });
    },
  },
  {
    provider: "apimart",
    what: "a task's cost is in another currency",
    level: "major",
    says: "`cost` in the answer of getTask is looked for in another way.",
    change: (c) => {
      c.set("x-lifecycle representations task cost 0 currency", "CNY");
    },
  },
  {
    provider: "toapis",
    what: "a time is read in another unit",
    level: "major",
    says: (was) =>
      `is read as \`format\` unix-milliseconds now; it was ${was.text("x-lifecycle representations task createdAt format")}.`,
    change: (c) => {
      c.set("x-lifecycle representations task createdAt format", "unix-milliseconds");
    },
  },
  {
    provider: "atlascloud",
    what: "a failure means another error",
    level: "major",
    says: "means task_failed now; it was content_policy.",
    change: (c) => {
      c.delete("x-lifecycle representations prediction failures");
    },
  },
  {
    provider: "atlascloud",
    what: "an answer means another state by itself",
    level: "major",
    says: "An answer 400 or 404 of the answer of getPrediction means",
    change: (c) => {
      c.set("x-lifecycle representations prediction first 0 is", "failed");
    },
  },
  {
    provider: "toapis",
    what: "links live shorter",
    level: "major",
    says: (was) => `A video's link works for 3600 s now; it was ${was.text("x-lifecycle result lifetime")} s.`,
    change: (c) => {
      c.set("x-lifecycle result lifetime", 3600);
    },
  },
  {
    provider: "toapis",
    what: "a setting has no effect",
    level: "major",
    says: "`duration` of gemini_omni is taken and ignored now.",
    change: (c) => {
      c.set(`${S} GeminiOmni properties duration x-input effect`, "ignored");
    },
  },
  {
    provider: "toapis",
    what: "a member carries another input",
    level: "major",
    says: "no longer carries the input `inputReferences`",
    change: (c) => {
      c.set(`${S} GeminiOmniFlash properties image_urls x-input role`, "firstFrame");
    },
  },
  {
    provider: "apimart",
    what: "a value means another one",
    level: "major",
    says: "`resolution` of gemini-omni-1.1-flash means 2160p by 2160p now; it was 4k.",
    change: (c) => {
      c.delete(`${S} GeminiOmni11Flash properties resolution x-input values`);
    },
  },
  {
    provider: "atlascloud",
    what: "smaller files are taken",
    level: "major",
    says: (was) =>
      `has another bound: bytes of a file, at most 1000000, not ${was.text(`${S} VideoClip properties url x-input media bytes`)}.`,
    change: (c) => {
      c.set(`${S} VideoClip properties url x-input media bytes`, 1000000);
    },
  },
  {
    provider: "toapis",
    what: "what is billed whatever is asked for",
    level: "major",
    says: "`gemini_omni` is billed for `duration` as 10 whatever is asked for now",
    change: (c) => {
      c.set(`${S} GeminiOmni x-model billed`, { duration: 10 });
    },
  },
  {
    provider: "toapis",
    what: "a model is retired",
    level: "major",
    says: (was) => `\`gemini_omni\` is retired now; it was ${was.text(`${S} GeminiOmni x-model status`)}.`,
    change: (c) => {
      c.set(`${S} GeminiOmni x-model status`, "retired");
    },
  },
  {
    provider: "toapis",
    what: "a refusal is no longer sent again",
    level: "major",
    says: "is no longer a reason to send the request again.",
    change: (c) => {
      c.delete(`${SUBMIT} x-outcomes 7 resend`);
    },
  },
  {
    provider: "toapis",
    what: "a model has a price",
    level: "minor",
    says: "`gemini_omni` has a price now: 1 USD a request.",
    change: (c) => {
      c.set(`${S} GeminiOmni x-model prices`, [
        { read: "2026-11-20", source: "seed", currency: "USD", rates: [{ perRequest: 1 }] },
      ]);
    },
  },
  {
    provider: "apimart",
    what: "an event is sent to another address",
    level: "major",
    says: (was) =>
      `\`taskFinished\` is sent to {url} now; it was ${was.text("x-lifecycle webhooks taskFinished target")}.`,
    change: (c) => {
      c.delete("x-lifecycle webhooks taskFinished target");
    },
  },
  {
    provider: "toapis",
    what: "a balance is in another unit",
    level: "major",
    says: (was) =>
      `The unit of \`getTokenBalance\` is USD now; it was ${was.text("x-lifecycle balance getTokenBalance unit")}.`,
    change: (c) => {
      c.set("x-lifecycle balance getTokenBalance unit", "USD");
    },
  },
  {
    provider: "jimmyai",
    what: "an extension has a member that nobody knows",
    level: "major",
    says: "`surge` of `x-lifecycle` is 2 now; it was nothing.",
    change: (c) => {
      c.set("x-lifecycle surge", 2);
    },
  },
  {
    provider: "atlascloud",
    what: "a videos' place is gone",
    level: "major",
    says: "`videos` in the answer of getPrediction is looked for in another way.",
    change: (c) => {
      c.delete("x-lifecycle representations prediction videos 0");
    },
  },
  {
    provider: "toapis",
    what: "an id may stand at a further place",
    level: "minor",
    says: "`id` in the handle of `createVideo` is also looked for at $.data.id.",
    change: (c) => {
      c.set("x-lifecycle submit createVideo handle id", ["$.id", "$.data.id"]);
    },
  },
];
