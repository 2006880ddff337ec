import { createVideoClient } from "../../src/index.js";
import type { RequestSchema } from "../../src/language/check-body.js";
import type { ModelPrices } from "../../src/language/contract.js";
import type { Input, ModelFacts } from "../../src/video/model.js";
import type { VideoContract } from "../../src/video/context.js";
import { contract as acme, KEY } from "./acme.js";

const text = { type: "string" };
const LENGTHS = [4, 6, 8, 10];

const prompt = { path: "$.prompt", role: "prompt" };
const duration = { path: "$.seconds", role: "duration" };
const resolution = { path: "$.size", role: "resolution", values: { "4K": "4k", "720P": "720p" } };
const seed = { path: "$.seed", role: "seed", effect: "ignored" } as const;
const aspectRatio = { path: "$.shape", role: "aspectRatio", effect: { coercedTo: "16:9" } };
const video = { path: "$.clips[*].url", role: "video" };

const model = (inputs: readonly Input[], capabilities: Partial<ModelFacts["capabilities"]> = {}): ModelFacts => ({
  operation: "make",
  lineage: "acme",
  channel: "own",
  status: "current",
  capabilities: { requires: ["prompt"], ...capabilities },
  inputs,
});

const plain = { duration: LENGTHS, resolution: ["720p", "4k"] };

const make: RequestSchema = {
  type: "object",
  required: ["model", "prompt"],
  properties: {
    model: text,
    prompt: { type: "string", minLength: 1 },
    seconds: { type: "integer", enum: LENGTHS },
    size: { type: "string", enum: ["720P", "4K"] },
    tier: { type: "string", enum: ["slow", "fast"] },
    shape: { type: "string", enum: ["16:9"] },
    clips: { type: "array", items: { type: "object", properties: { url: text } } },
  },
  additionalProperties: false,
};

const page = [{ title: "Prices", url: "https://acme.test/prices" }];
const list = { read: "2026-11-20", source: page, currency: "USD" } as const;

const priced = {
  ...acme,
  requestSchemas: { make },
  models: {
    told: {
      ...model([prompt, { ...duration, default: 6 }, { ...resolution, default: "720P" }], plain),
      aliases: ["t"],
    },
    open: model([prompt, duration, resolution], plain),
    picky: model([prompt, { ...duration, default: 6 }, aspectRatio, seed], { ...plain, aspectRatio: ["16:9"] }),
    clipped: model([prompt, { ...duration, default: 6 }, video], { ...plain, video: [1, 2] }),
    edited: model([prompt, { ...video, media: { seconds: [0, 40] } }], { video: [1, 2] }),
    silent: model([prompt]),
    fixed: model([prompt, { ...duration, effect: "ignored" }]),
    chosen: model([prompt]),
    tiered: model([prompt, { path: "$.tier" }]),
    endless: model([prompt]),
    held: model([prompt, duration], { duration: LENGTHS }),
    dated: model([prompt, { ...duration, default: 6 }], plain),
    credited: model([prompt, { ...duration, default: 6 }], plain),
  },
} as const satisfies VideoContract;

const prices: Readonly<Record<keyof (typeof priced)["models"], ModelPrices>> = {
  told: {
    prices: [
      {
        ...list,
        rates: [
          { where: { "$.size": ["4K"] }, perRequest: 1, perSecond: 0.1 },
          { perRequest: 0.2, perSecond: 0.1 },
        ],
      },
    ],
    defaults: { seconds: 6, size: "720P" },
  },
  open: { prices: [{ ...list, rates: [{ where: { "$.size": ["4K"] }, perSecond: 0.3 }, { perSecond: 0.1 }] }] },
  picky: { prices: [{ ...list, rates: [{ perRequest: 0.25 }] }] },
  clipped: { prices: [{ ...list, rates: [{ perSecond: 0.081088, perInputSecond: 0.00695 }] }] },
  edited: { prices: [{ ...list, rates: [{ perInputSecond: 0.14, counted: [3, 30] }] }] },
  silent: { prices: [] },
  fixed: { prices: [{ ...list, rates: [{ perSecond: 0.05 }] }], billed: { seconds: 10 } },
  chosen: { prices: [{ ...list, rates: [{ perSecond: 0.0296, counted: [3, 10] }] }] },
  tiered: {
    prices: [{ ...list, rates: [{ where: { "$.tier": ["slow"] }, perRequest: 0.1 }, { perRequest: 0.3 }] }],
    defaults: { tier: "slow" },
  },
  endless: { prices: [{ ...list, rates: [{ perSecond: 0.1 }] }] },
  held: { prices: [{ ...list, rates: [{ perSecond: 0.1, counted: [5, 9] }] }] },
  dated: {
    prices: [
      { ...list, read: "2026-10-01", level: "observed", note: "Seen once.", rates: [{ perSecond: 0.07 }] },
      { ...list, read: "2026-09-01", level: "reported", rates: [{ perSecond: 0.1 }] },
      { ...list, read: "2026-08-01", rates: [{ where: { "$.seconds": [4, 6, 8] }, perSecond: 0.1 }] },
      { ...list, read: "2026-07-01", rates: [{ perSecond: 0.2 }] },
    ],
  },
  credited: { prices: [{ ...list, currency: "credits", rates: [{ perSecond: 20 }] }] },
};

export const contract = { service: priced.service, models: priced.models, prices };
export const client = createVideoClient(priced, { apiKey: KEY });
