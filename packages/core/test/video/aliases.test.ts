// Another id of the same model: taken wherever an id is, and sent as it was given, because the provider's schema lists it.
import { expect, it } from "vitest";
import { decodeHandle } from "../../src/video/handle.js";
import { accepted, acme } from "../support/acme.js";

it("is a model, and has what the model has", () => {
  const { client } = acme({ replies: [] });
  expect(client.isModel("plain-2")).toBe(true);
  expect(client.isModel("plain-3")).toBe(false);
  expect(client.isModel("toString")).toBe(false);
  expect(client.capabilities("plain-2")).toEqual(client.capabilities("plain"));
  expect(client.models()).not.toContain("plain-2");
});

it.each([
  ["submitted", (client: ReturnType<typeof acme>["client"]) => client.submit({ model: "plain-2", prompt: "a" })],
  ["bound", (client: ReturnType<typeof acme>["client"]) => client.model("plain-2").submit({ prompt: "a" })],
])("%s, it stands on the wire and in the handle", async (_, submit) => {
  const { client, posts } = acme({ replies: [accepted] });
  const { handle } = await submit(client);
  expect(await Promise.all(posts().map((request) => request.clone().json()))).toEqual([
    { model: "plain-2", prompt: "a" },
  ]);
  expect(decodeHandle(handle)?.model).toBe("plain-2");
});
