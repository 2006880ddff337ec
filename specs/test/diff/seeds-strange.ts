// Members of which nobody has said what they are worth, wherever they stand, and parts of a lifecycle that have only one value
// in the contracts of today.
import type { Seed } from "./seed.js";

/** Where a member was added, on which contract, and how that place is called. */
const PLACES: readonly (readonly [provider: string, way: string, name: string])[] = [
  ["apimart", "x-lifecycle charge", "`charge`"],
  ["apimart", "x-lifecycle result", "`result`"],
  ["apimart", "x-lifecycle poll", "`poll`"],
  ["apimart", "x-lifecycle errors", "`errors`"],
  ["jimmyai", "x-lifecycle upload uploadFile", "the upload `uploadFile`"],
  ["toapis", "x-lifecycle submit createVideo", "the submit `createVideo`"],
  ["toapis", "x-lifecycle read getVideo", "the read `getVideo`"],
  ["toapis", "x-lifecycle webhooks taskFinished", "the event `taskFinished`"],
  ["toapis", "x-lifecycle webhooks taskFinished delivery", "the delivery of `taskFinished`"],
  ["toapis", "x-lifecycle webhooks taskFinished delivery repeat", "`repeat` of `taskFinished`"],
  ["jimmyai", "x-lifecycle balance getUserBalance", "the balance `getUserBalance`"],
  ["toapis", "x-lifecycle representations task createdAt", "`createdAt` in the answer of getVideo"],
  ["toapis", "x-lifecycle representations task videos 0", "`videos` in the answer of getVideo"],
  ["toapis", "x-lifecycle representations task error", "`error` in the answer of getVideo"],
  ["atlascloud", "components parameters Scope", "`query scope` of getModelUsage"],
  ["atlascloud", "components headers RequestId", "the header `X-Request-ID` of "],
  ["toapis", "servers 0", "the server https://toapis.com"],
];

const RULES: readonly (readonly [provider: string, way: string, answer: string])[] = [
  ["toapis", "paths /v1/videos/generations post x-outcomes 5", "an answer 422"],
  ["atlascloud", "x-lifecycle representations prediction first 0", "an answer 400 or 404"],
];

export const strangeSeeds: readonly Seed[] = [
  ...PLACES.map(([provider, way, name]): Seed => ({
    provider,
    what: `an unknown member in ${way}`,
    level: "major",
    says: `\`surge\` of ${name}`,
    change: (c) => {
      c.set(`${way} surge`, 2);
    },
  })),
  ...RULES.map(([provider, way, answer]): Seed => ({
    provider,
    what: `an unknown member in ${way}`,
    level: "major",
    says: `The rule for ${answer}`,
    change: (c) => {
      c.set(`${way} surge`, 2);
    },
  })),
  {
    provider: "toapis",
    what: "an unknown member in a resend",
    level: "major",
    says: "has another `surge` in its `resend`: 2, not nothing.",
    change: (c) => {
      c.set("paths /v1/videos/generations post x-outcomes 6 resend surge", 2);
    },
  },
  {
    provider: "toapis",
    what: "a server has variables",
    level: "major",
    says: "`variables` of the server https://toapis.com is",
    change: (c) => {
      c.set("servers 0 variables", { region: { default: "eu" } });
    },
  },
  {
    provider: "atlascloud",
    what: "a parameter is deprecated",
    level: "minor",
    says: "`query scope` of getModelUsage and getModelCosts is deprecated.",
    change: (c) => {
      c.set("components parameters Scope deprecated", true);
    },
  },
  {
    provider: "apimart",
    what: "a cancelled task is paid for",
    level: "major",
    says: (was) => `The money of a cancelled task is kept now; it was ${was.text("x-lifecycle charge cancelled")}.`,
    change: (c) => {
      c.set("x-lifecycle charge cancelled", "kept");
    },
  },
  {
    provider: "apimart",
    what: "a link is for the key's holder only",
    level: "major",
    says: (was) => `A video's link wants same-origin as \`auth\` now; it was ${was.text("x-lifecycle result auth")}.`,
    change: (c) => {
      c.set("x-lifecycle result auth", "same-origin");
    },
  },
  {
    provider: "atlascloud",
    what: "a header that was always there may be missing",
    level: "major",
    says: "The header `X-Request-ID` of",
    change: (c) => {
      c.set("components headers RequestId required", false);
    },
  },
];
