// What compiles is what `check` takes, for every model and alias with every setting and every pair of settings. The types
// come from what was found in the schemas, `check` asks the schemas themselves.
import { createApimart } from "@omni-contracts/apimart";
import { models as apimartModels } from "@omni-contracts/apimart/contract";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { models as atlascloudModels } from "@omni-contracts/atlascloud/contract";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { models as jimmyaiModels } from "@omni-contracts/jimmyai/contract";
import { createToapis } from "@omni-contracts/toapis";
import { models as toapisModels } from "@omni-contracts/toapis/contract";
import { loosely } from "@omni-contracts/mocks/contract-suite";
import { expect, it } from "vitest";
import { messagesOf } from "../test/compiler.js";
import { wrongLinesOf } from "../test/support/native-compiler.js";
import { SHARE } from "./samples.js";

/** One of so many is tried. */
const EVERY = Math.ceil(1 / SHARE);

const link = "https://example.com/a.png";
const first = { image: link, frameType: "first_frame" };
const last = { image: link, frameType: "last_frame" };
type Settings = Readonly<Record<string, unknown>>;

const DURATIONS = Array.from({ length: 16 }, (_, i) => ({ duration: i + 1 }));
const VALUES: readonly Settings[] = [
  ...DURATIONS,
  ...["360p", "480p", "720p", "1080p", "2k", "4k"].map((resolution) => ({ resolution })),
  ...["16:9", "9:16", "1:1", "4:3"].map((aspectRatio) => ({ aspectRatio })),
  { frameImages: [last] },
  { frameImages: [first, first] },
  { frameImages: [first, last] },
  { video: [link, link] },
  { fps: 24 },
];
const handleOf = (provider: string) =>
  `oc1_${Buffer.from(JSON.stringify([provider, "x", "m", { id: "task_1" }, 1, "f"])).toString("base64url")}`;
/** One of each, to be put beside each other. */
const usualOf = (provider: string): readonly Settings[] => [
  { prompt: "a" },
  { duration: 10 },
  { resolution: "720p" },
  { aspectRatio: "16:9" },
  { seed: 1 },
  { frameImages: [first] },
  { inputReferences: [link] },
  { video: link },
  { previousTask: handleOf(provider) },
  { webhookUrl: "https://example.com/hook" },
  { clientReference: "order-1" },
];
/** With one of these, every model has what it needs. */
const BASES: readonly Settings[] = [{}, { frameImages: [first] }, { video: link }, { inputReferences: [link] }].map(
  (media) => ({ prompt: "a", ...media }),
);

const idsOf = (models: Readonly<Record<string, object>>): string[] =>
  Object.entries(models).flatMap(([id, facts]) => [
    id,
    ...("aliases" in facts ? [facts.aliases].flat().map(String) : []),
  ]);

it.each([
  ["Toapis", createToapis(), toapisModels],
  ["Apimart", createApimart(), apimartModels],
  ["Jimmyai", createJimmyai(), jimmyaiModels],
  ["Atlascloud", createAtlascloud(), atlascloudModels],
] as const)(
  "%s",
  async (name, client, models) => {
    const usual = usualOf(client.provider);
    const pairs = usual.flatMap((one) => usual.map((other) => ({ ...other, ...one })));
    const values = VALUES.flatMap((one) => usual.map((other) => ({ ...other, ...one })));
    const settings = [{}, ...pairs, ...values, ...BASES.flatMap((base) => pairs.map((pair) => ({ ...base, ...pair })))];
    const distinct = [...new Set(settings.map((one) => JSON.stringify(one)))];
    const all = idsOf(models).flatMap((model) => distinct.map((one) => ({ model, ...JSON.parse(one) })));
    const requests = all.filter((_, i) => i % EVERY === 0);
    const lines = [
      `import { create${name} } from "@omni-contracts/${client.provider}"; const client = create${name}();`,
      ...requests.map((request) => `client.check(${JSON.stringify(request)});`),
    ];
    const wrong = await wrongLinesOf(lines.join("\n"));
    const verdicts = requests.map((request, i) => {
      const { issues } = loosely(client)(request);
      return { request, compiles: !wrong.has(i + 1), isTaken: issues.length === 0, issues };
    });
    expect(verdicts.filter(({ compiles, isTaken }) => compiles !== isTaken)).toEqual([]);
    // The older compiler takes a minute for what this one does in seconds: every twentieth line, and it must agree.
    const some = [...lines.keys()].filter((line) => line % 20 === 0);
    const messages = messagesOf(some.map((line) => lines[line]).join("\n"));
    expect(some.filter((line, i) => messages.has(i) !== wrong.has(line)).map((line) => lines[line])).toEqual([]);
    // Both verdicts are given, and often.
    expect(verdicts.filter(({ compiles }) => compiles).length).toBeGreaterThan(50 / EVERY);
    expect(verdicts.filter(({ compiles }) => !compiles).length).toBeGreaterThan(500 / EVERY);
  },
  300_000,
);
