// The playground's fields and requests, with every model of every provider.
import { providers } from "@omni-contracts/specs";
import { describe, expect, it } from "vitest";
import { codeOf } from "../site/.vitepress/theme/playground/code.js";
import { fieldsOf } from "../site/.vitepress/theme/playground/fields.js";
import { hintOf } from "../site/.vitepress/theme/playground/hint.js";
import { outgoingOf, textOf } from "../site/.vitepress/theme/playground/outgoing.js";
import {
  adapted,
  empty,
  fieldsOfIssue,
  membersOf,
  requestFrom,
  struckWith,
  withoutFiles,
} from "../site/.vitepress/theme/playground/request.js";
import { WORDS } from "../site/.vitepress/theme/playground/words.js";
import { loadProvider } from "./playground-support.js";

const loaded = await Promise.all(
  providers().map(async (provider) => [provider, await loadProvider(provider)] as const),
);
const models = loaded.flatMap(([provider, module]) =>
  Object.entries(module.contract.models).map(([model, facts]) => {
    const fields = fieldsOf(model, facts, module.requestSchemas[facts.operation] ?? {});
    return { provider, model, facts, fields, module };
  }),
);
const NO_FIELDS = ["requires", "always", "excludes", "needs"];

describe("every model", () => {
  it.each(models)("$model of $provider has a field for what it takes, and for nothing else", ({ facts, fields }) => {
    const taken = Object.keys(facts.capabilities).filter((name) => !NO_FIELDS.includes(name));
    expect(fields.map(({ name }) => name).toSorted()).toEqual(["prompt", ...taken].toSorted());
  });

  it.each(models)(
    "$model of $provider begins with a request that can be sent",
    async ({ provider, model, fields, module }) => {
      const request = requestFrom(model, provider, fields, adapted(empty("a kite"), fields));
      const client = module.create({ apiKey: "none" });
      expect(client.check(request).issues).toEqual([]);
      const options = {
        baseURL: "http://mock.test/x",
        keyText: "$KEY",
        id: "a".repeat(32),
      };
      const sent = await outgoingOf(module.create, request, options);
      // What the page shows is what the client checks, plus the id that it makes up.
      expect(sent?.body).toMatchObject(client.check(request).body);
      expect(sent?.url).toMatch(/^http:\/\/mock\.test\/x\//);
      expect(sent?.headers).toContainEqual(["Authorization", "Bearer $KEY"]);
    },
  );

  it.each(models)("$model of $provider carries a fault in the request and in all of its code", async (one) => {
    const { provider, model, facts, fields, module } = one;
    const request = struckWith(requestFrom(model, provider, fields, adapted(empty("a kite"), fields)), "stuck");
    const options = { baseURL: "http://mock.test/x", keyText: "$KEY", id: "a".repeat(32) };
    const sent = await outgoingOf(module.create, request, options);
    const sample = module.samples[facts.operation];
    if (!sent || !sample) throw new Error("Nothing would be sent.");
    const code = codeOf(sample, request, sent.body, options.baseURL);
    const all = [textOf(sent), ...code.map(({ source }) => source)];
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter((text) => !text.includes("a kite [mock:stuck]"))).toEqual([]);
  });

  it.each(models)("$model of $provider has limits and units in its hints", ({ fields }) => {
    for (const field of fields) {
      const [en, zh] = [hintOf(field, WORDS.en), hintOf(field, WORDS.zh)];
      if (field.kind === "number" && field.name === "duration") {
        expect(en).toContain(`from ${String(field.min)} to ${String(field.max)} seconds`);
        expect(zh).toContain("秒");
      }
      if (field.kind === "choice") for (const value of field.values) expect(en).toContain(value);
      if (field.kind === "media") expect(en).toContain(String(Math.max(...field.counts)));
    }
  });
});

it("takes what another model does not take away, and puts there what it must have", () => {
  const withMedia = models.filter(({ facts }) => facts.capabilities.always?.includes("firstFrame"));
  const [target] = withMedia;
  if (!target) throw new Error("No model must have a first frame.");
  const filled = {
    ...empty("a kite"),
    duration: "99",
    resolution: "8k",
    media: { ...empty("").media, video: [{ url: "https://a.test/v.mp4" }] },
  };
  const changed = adapted(filled, target.fields);
  expect(changed.media.firstFrame).toEqual([{ url: "https://example.com/first-frame.png" }]);
  expect({ ...changed, media: changed.media.video }).toMatchObject({ duration: "", resolution: "", media: [] });
});

it("shows an issue at its field", () => {
  const frames = [
    { image: "https://a.test/1.png", frameType: "first_frame" },
    { image: "https://a.test/2.png", frameType: "last_frame" },
  ] as const;
  const request = { model: "m", frameImages: frames };
  const at = (field: string) => fieldsOfIssue({ field, message: "" }, request);
  expect(at("frameImages[1].image")).toEqual(["lastFrame"]);
  expect(at("frameImages")).toEqual(["firstFrame", "lastFrame"]);
  expect(at("inputReferences[3]")).toEqual(["inputReferences"]);
  expect(at("providerOptions.acme.x")).toEqual(["own"]);
  expect(at("image_urls")).toEqual([]);
  expect(at("")).toEqual([]);
});

it("takes JSON objects for options, and says what is wrong with anything else", () => {
  expect(membersOf(" ")).toEqual({});
  expect(membersOf('{"a": 1}')).toEqual({ members: { a: 1 } });
  expect(membersOf("[1]").problem).toContain("must be an object");
  expect(membersOf("{a}").problem).toMatch(/^is no JSON: ./);
});

it("puts an address in the place of every file", () => {
  const file = new File(["x"], "a.png", { type: "image/png" });
  const { request, files } = withoutFiles({ model: "m", video: file, inputReferences: ["https://a.test/1.png", file] });
  expect(files).toBe(2);
  expect(JSON.parse(JSON.stringify(request))).toEqual({
    model: "m",
    video: ["https://media.invalid/1"],
    inputReferences: ["https://a.test/1.png", "https://media.invalid/0"],
  });
});

it("shows nothing as sent that the client would not send", async () => {
  const [{ module } = { module: undefined }] = models;
  if (!module) throw new Error("There is no provider.");
  const options = { baseURL: "http://mock.test", keyText: "$KEY", id: "0" };
  expect(await outgoingOf(module.create, { model: "no-such-model", prompt: "x" }, options)).toBeUndefined();
});
