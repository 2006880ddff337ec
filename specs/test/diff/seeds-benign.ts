// What hurts nobody: at most words for the changelog.
import { isObject, type Json } from "../../src/index.js";
import type { Contract, Seed } from "./seed.js";

const S = "components schemas";

/** The same value with the members of each object the other way round. */
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

function renamed(contract: Contract, from: string, to: string): void {
  contract.set(`${S} ${to}`, contract.get(`${S} ${from}`));
  contract.delete(`${S} ${from}`);
  const walk = (value: Json): void => {
    if (!isObject(value) && !Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const isReference = inner === `#/components/schemas/${from}`;
      if (isReference) Object.assign(value, { [key]: `#/components/schemas/${to}` });
      else walk(inner);
    }
  };
  walk(contract.root);
}

export const benignSeeds: readonly Seed[] = [
  {
    provider: "atlascloud",
    what: "all members in another order",
    level: "none",
    says: "",
    change: (c) => {
      for (const key of ["components", "webhooks", "x-lifecycle"]) c.set(key, reversed(c.get(key)));
    },
  },
  {
    provider: "apimart",
    what: "`required` and lists of values in another order",
    level: "none",
    says: "",
    change: (c) => {
      c.list(`${S} OmniFlashExt required`).reverse();
      c.list(`${S} OmniFlashExt properties resolution enum`).reverse();
      c.list(`${S} GeminiOmni11Flash properties resolution enum`).reverse();
    },
  },
  {
    provider: "toapis",
    what: "a property moved into a component of its own",
    level: "none",
    says: "",
    change: (c) => {
      c.set(`${S} OmniDuration`, c.get(`${S} GeminiOmni properties duration`));
      c.set(`${S} GeminiOmni properties duration`, { $ref: "#/components/schemas/OmniDuration" });
    },
  },
  {
    provider: "jimmyai",
    what: "a component was written out where it is used",
    level: "none",
    says: "",
    change: (c) => {
      c.set(`${S} GeminiOmini properties prompt`, structuredClone(c.get(`${S} Prompt`)));
    },
  },
  {
    provider: "toapis",
    what: "a component has another name",
    level: "patch",
    says: 'The type `components["schemas"]["VideoQueued"]` is gone or has another name.',
    change: (c) => {
      renamed(c, "VideoQueued", "QueuedVideo");
    },
  },
  {
    provider: "toapis",
    what: "a model's component has another name",
    level: "patch",
    says: 'The type `components["schemas"]["GeminiOmni"]`',
    change: (c) => {
      renamed(c, "GeminiOmni", "BaselineOmni");
    },
  },
  {
    provider: "atlascloud",
    what: "models listed in another order",
    level: "none",
    says: "",
    change: (c) => {
      c.list(`${S} OmniRequest oneOf`).reverse();
    },
  },
  {
    provider: "toapis",
    what: "a single value as `const`",
    level: "none",
    says: "",
    change: (c) => {
      c.delete(`${S} GeminiOmniFlash properties model enum`);
      c.set(`${S} GeminiOmniFlash properties model const`, "gemini-omni-flash");
    },
  },
  {
    provider: "toapis",
    what: "a type as a list of one, and bounds that bind nothing",
    level: "none",
    says: "",
    change: (c) => {
      c.set(`${S} Prompt type`, ["string"]);
      c.set(`${S} GeminiOmniFlash properties image_urls minItems`, 0);
    },
  },
  {
    provider: "apimart",
    what: "members moved into an `allOf`",
    level: "none",
    says: "",
    change: (c) => {
      const { prompt = {}, ...rest } = c.object(`${S} OmniFlashExt properties`);
      c.set(`${S} OmniFlashExt properties`, rest);
      c.list(`${S} OmniFlashExt allOf`).push({ type: "object", properties: { prompt } });
    },
  },
  {
    provider: "toapis",
    what: "the rules of a model in another order",
    level: "none",
    says: "",
    change: (c) => {
      c.list(`${S} GeminiOmniFlashExtended allOf`).reverse();
      c.list(`${S} NoneOneOrThreeImages anyOf`).reverse();
    },
  },
  {
    provider: "atlascloud",
    what: "`unevaluatedProperties` as `additionalProperties`",
    level: "none",
    says: "",
    change: (c) => {
      c.delete(`${S} FlashTextToVideo unevaluatedProperties`);
      c.set(`${S} FlashTextToVideo additionalProperties`, false);
    },
  },
  {
    provider: "atlascloud",
    what: "a representation has another name",
    level: "none",
    says: "",
    change: (c) => {
      c.set("x-lifecycle representations poll", c.get("x-lifecycle representations prediction"));
      c.delete("x-lifecycle representations prediction");
      c.set("x-lifecycle read getPrediction as", "poll");
    },
  },
  {
    provider: "toapis",
    what: "a security scheme has another name",
    level: "none",
    says: "",
    change: (c) => {
      c.set("components securitySchemes key", c.get("components securitySchemes bearerAuth"));
      c.delete("components securitySchemes bearerAuth");
      c.set("security", [{ key: [] }]);
    },
  },
  {
    provider: "toapis",
    what: "rules in another order, where that does not matter",
    level: "none",
    says: "",
    change: (c) => {
      const rules = c.list("paths /v1/videos/generations post x-outcomes");
      rules.splice(3, 2, ...rules.slice(3, 5).reverse());
    },
  },
  {
    provider: "toapis",
    what: "a rule that says what HTTP says",
    level: "none",
    says: "",
    change: (c) => {
      c.list("paths /v1/videos/generations post x-outcomes").push({
        http: 403,
        outcome: "rejected",
        error: "permission_denied",
      });
    },
  },
  {
    provider: "toapis",
    what: "descriptions, titles and summaries",
    level: "patch",
    says: "Words of `info`, descriptions, sources or evidence changed.",
    change: (c) => {
      c.set(`${S} GeminiOmni description`, "Another text.");
      c.set(`${S} FullHdOnlyInLandscape description`, "Choose 16:9.");
      c.set("paths /v1/videos/generations post summary", "Another summary");
    },
  },
  {
    provider: "apimart",
    what: "sources, evidence and advice",
    level: "patch",
    says: "Words of `info`, descriptions, sources or evidence changed.",
    change: (c) => {
      c.set("x-sources seed read", "2026-11-21");
      c.set("x-lifecycle charge evidence", { level: "documented", source: "seed" });
      c.set("paths /v1/videos/generations post x-outcomes 0 advice", "Read the task.");
    },
  },
  {
    provider: "apimart",
    what: "a price list of another day, with another note",
    level: "patch",
    says: "`gemini-omni-1.1-flash` has a new price list, read on 2026-11-21.",
    change: (c) => {
      c.set(`${S} GeminiOmni11Flash x-model prices 0 read`, "2026-11-21");
      c.set(`${S} GeminiOmni11Flash x-model prices 0 note`, "The same as before.");
    },
  },
  {
    provider: "apimart",
    what: "rates in another order, where no request has both",
    level: "none",
    says: "",
    change: (c) => {
      const rates = c.list(`${S} GeminiOmni11Flash x-model prices 0 rates`);
      // The last is for what no other is for.
      rates.unshift(...rates.splice(0, rates.length - 1).toReversed());
    },
  },
  {
    provider: "toapis",
    what: "an example is new, another shows something else",
    level: "patch",
    says: "The example `text-to-video-2` of createVideoGeneration is new.",
    change: (c) => {
      const way = "paths /v1/videos/generations post requestBody content application/json examples";
      c.set(`${way} text-to-video-2`, c.get("components examples text-to-video"));
      c.set("components examples submitted value created_at", 1700000000);
    },
  },
  {
    provider: "toapis",
    what: "other advice for polling and other habits of the mock",
    level: "patch",
    says: (was) => `\`poll.first\` is 8 now; it was ${was.text("x-lifecycle poll first")}.`,
    change: (c) => {
      c.set("x-lifecycle poll first", 8);
      c.set("x-lifecycle webhooks taskFinished shows", { id: "$.data.other_id" });
    },
  },
];
