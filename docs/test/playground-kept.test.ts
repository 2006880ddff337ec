// What a tab keeps of the playground.
import { expect, it } from "vitest";
import { keep, readKept } from "../site/.vitepress/theme/playground/kept.js";
import { empty } from "../site/.vitepress/theme/playground/request.js";

function storage(text?: string) {
  const items = new Map<string, string>(text === undefined ? [] : [["omni-playground", text]]);
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    text: () => [...items.values()].join("\n"),
  };
}
const file = new File(["x"], "a.png");
const media = { ...empty("").media, firstFrame: [{ url: "https://a.test/1.png" }], video: [{ url: "", file }] };
const state = {
  ...{ provider: "acme", model: "m-1", fault: "stuck", address: "http://127.0.0.1:4010" },
  filled: { ...empty("a kite"), duration: "6", own: '{"a":1}', media },
};

it("finds again what was filled in, without files", () => {
  const tab = storage();
  keep(tab, state);
  expect(readKept(tab)).toEqual({ ...state, filled: { ...state.filled, media: { ...media, video: [] } } });
});

it("keeps nothing else that it is given, such as a key", () => {
  const tab = storage();
  keep(tab, { ...state, ...{ key: "sk-secret", baseURL: "https://sk-secret@a.test" } });
  expect(tab.text()).not.toContain("sk-secret");
});

it.each([undefined, "{oops", "null", "[]", '"text"', '{"filled":1}'])("begins anew with %s", (text) => {
  expect(readKept(storage(text))).toBeUndefined();
});

it("takes nothing for text that is none", () => {
  const kept = readKept(storage('{"provider":1,"filled":{"prompt":["x"],"media":{"video":[1]}}}'));
  expect(kept).toMatchObject({ provider: "", filled: { prompt: "", media: { video: [{ url: "" }], lastFrame: [] } } });
});

it("lives where storage is forbidden", () => {
  const refuse = () => {
    throw new Error("forbidden");
  };
  expect(readKept({ getItem: refuse })).toBeUndefined();
  expect(() => { keep({ setItem: refuse }, state); }).not.toThrow(); // prettier-ignore
});
