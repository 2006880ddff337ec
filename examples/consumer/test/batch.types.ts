// What compiles, and what does not, of many requests and of one request for several models; held by the type check.
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { order } from "@omni-contracts/core/batch";
import { firstAvailable } from "@omni-contracts/core/first-available";
import { createToapis } from "@omni-contracts/toapis";

const toapis = createToapis().model("gemini_omni");
const apimart = createApimart().model("Omni-Flash-Ext");
const atlascloud = createAtlascloud().model("google/gemini-omni-flash/text-to-video-developer");
const models = [toapis, apimart, atlascloud] as const;

export const orders = [
  order(toapis, { prompt: "a cat", duration: 10 }),
  ...models.map((model) => order(model, { prompt: "a cat", duration: 6 }, { mode: "warn" })),
  // @ts-expect-error no such setting
  order(toapis, { prompt: "a cat", sed: 7 }),
  // @ts-expect-error no such duration
  order(toapis, { prompt: "a cat", duration: 7 }),
];

export const choose = () =>
  Promise.all([
    firstAvailable({ prompt: "a cat", duration: 6 }, models),
    // @ts-expect-error no such setting
    firstAvailable({ prompt: "a cat", sed: 7 }, models),
    // @ts-expect-error not all of them take this duration
    firstAvailable({ prompt: "a cat", duration: 5 }, models),
  ]);
