// What people read when a request does not compile, and what an editor offers them while they write it.
import { createApimart } from "@omni-contracts/apimart";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import { createJimmyai } from "@omni-contracts/jimmyai";
import { createToapis } from "@omni-contracts/toapis";
import { describe, expect, it } from "vitest";
import { completionsAt, hoverAt, messagesOf } from "./compiler.js";

const head = (name: string) =>
  `import { create${name} } from "@omni-contracts/${name.toLowerCase()}"; const client = create${name}(); const link = "https://example.com/a";\n`;

describe("a message names the member, and what is allowed", () => {
  it.each<[what: string, client: string, request: string, ...said: string[]]>([
    [
      "a wrong duration",
      "Apimart",
      `model: "Omni-Flash-Ext", prompt: "a", duration: 7`,
      "duration\n",
      "4 | 6 | 8 | 10",
    ],
    ["of an alias", "Jimmyai", `model: "gemini-omni", prompt: "a", duration: 5`, "duration\n", "4 | 6 | 8 | 10"],
    [
      "of a plain model",
      "Toapis",
      `model: "gemini_omni", prompt: "a", duration: 7`,
      "duration\n",
      "'6 | 10 | undefined'",
    ],
    ["a wrong tier", "Toapis", `model: "gemini_omni", prompt: "a", resolution: "1080p"`, "resolution\n", '"720p"'],
    [
      "an unknown model",
      "Toapis",
      `model: "gemini_omni_2", prompt: "a"`,
      "model\n",
      '"gemini_omni" | "gemini_omni_flash" | ',
    ],
    [
      "a setting that the model lacks",
      "Apimart",
      `model: "Omni-Flash-Ext", prompt: "a", seed: 7`,
      "seed\n",
      `'NotTakenBy<"Omni-Flash-Ext">'`,
    ],
    [
      "no prompt",
      "Toapis",
      `model: "gemini_omni"`,
      "'RequestFor<ToapisTypes, \"gemini_omni\">'",
      "Property 'prompt' is missing",
    ],
    ["no prompt, though others would do", "Apimart", `model: "gemini-omni-1.1-flash"`, "Property 'prompt' is missing"],
    [
      "no video to edit",
      "Atlascloud",
      `model: "google/gemini-omni-flash/video-edit", prompt: "a"`,
      "Property 'video' is missing",
    ],
    [
      "both of a pair",
      "Apimart",
      `model: "Omni-Flash-Ext", prompt: "a", video: link, duration: 6`,
      "property 'video'",
      `'NotBeside<"duration">'`,
    ],
    [
      "both of another pair",
      "Apimart",
      `model: "gemini-omni-1.1-flash", prompt: "a", video: link, previousTask: "a"`,
      "property 'previousTask'",
      `'NotBeside<"video">'`,
    ],
    [
      "two of three",
      "Toapis",
      `model: "gemini-omni-flash-preview-official", prompt: "a", video: link, inputReferences: [link]`,
      `NotBeside<`,
    ],
    [
      "a typing error",
      "Apimart",
      `model: "Omni-Flash-Ext", prompt: "a", aspectratio: "16:9"`,
      "Did you mean to write 'aspectRatio'?",
    ],
    [
      "another provider's options",
      "Toapis",
      `model: "gemini_omni", prompt: "a", providerOptions: { apimart: {} }`,
      "'apimart' does not exist",
      `Record<"toapis", `,
    ],
    [
      "a member that a setting stands for",
      "Jimmyai",
      `model: "gemini-omni", prompt: "a", providerOptions: { jimmyai: { video_urls: [] } }`,
      "'video_urls' does not exist",
    ],
  ])("%s", (_, client, request, ...said) => {
    const message = messagesOf(`${head(client)}client.check({ ${request} });`).get(1) ?? "it compiles";
    for (const part of said) expect(message).toContain(part);
    // Nobody reads the whole contract.
    expect(message.length).toBeLessThan(2_000);
  });
});

describe("an editor offers", () => {
  const at = (name: string, request: string) => completionsAt(`${head(name)}void client.generate({ ${request} });`);

  it.each([
    ["Toapis", createToapis()],
    ["Apimart", createApimart()],
    ["Jimmyai", createJimmyai()],
    ["Atlascloud", createAtlascloud()],
  ] as const)("every model and alias of %s", (name, client) => {
    const offered = at(name, `model: "|"`);
    expect(offered).toEqual(expect.arrayContaining([...client.models()]));
    expect(offered.filter((id) => !client.isModel(id))).toEqual([]);
  });
  it("aliases as well", () => {
    expect(at("Apimart", `model: "|"`)).toContain("gemini-omni-1.1-flash-ext");
    expect(at("Jimmyai", `model: "|"`)).toEqual(expect.arrayContaining(["gemini-omni", "Omni-Flash-Ext"]));
  });
  it("the durations of the model", () => {
    const numbers = (request: string) => at("Toapis", request).filter((one) => /^\d+$/.test(one));
    expect(numbers(`model: "gemini_omni", prompt: "a", duration: |`)).toEqual(["6", "10"]);
    expect(
      numbers(`model: "gemini_omni_flash", prompt: "a", duration: |`)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual([4, 6, 10]);
  });
  it("the tiers and ratios of the model", () => {
    expect(at("Toapis", `model: "gemini_omni_flash", prompt: "a", resolution: "|"`).toSorted()).toEqual([
      "1080p",
      "720p",
    ]);
    expect(at("Jimmyai", `model: "gemini-omni", prompt: "a", resolution: "|"`).toSorted()).toEqual([
      "1080p",
      "4k",
      "720p",
    ]);
    expect(at("Apimart", `model: "Omni-Flash-Ext", prompt: "a", aspectRatio: "|"`).toSorted()).toEqual([
      "16:9",
      "9:16",
    ]);
  });
  it("the provider's own members", () => {
    const request = `model: "gemini-omni", prompt: "a", providerOptions: { jimmyai: { | } }`;
    expect(at("Jimmyai", request).toSorted()).toEqual(["generation_type", "images", "orientation"]);
  });
  it("what a setting means", () => {
    const request = `model: "gemini_omni", prompt: "a", |duration: 6`;
    const told = hoverAt(`${head("Toapis")}void client.generate({ ${request} });`);
    expect(told).toContain("duration?: 6 | 10");
    expect(told).toContain("Seconds.");
  });
  it("a bound model by its name", () => {
    const told = hoverAt(`${head("Toapis")}const |one = client.model("gemini_omni");`);
    expect(told).toContain(`BoundModel<Settings<ToapisTypes, "gemini_omni"`);
  });
});
