// The id that a client makes up for a task, where the caller brings none.
import { expect, it } from "vitest";
import { accepted, acme } from "../support/acme.js";

it("is 128 random bits, as 32 digits, whatever bytes are drawn", async () => {
  const { client, posts } = acme({ replies: [accepted], newId: undefined });
  // A byte below 16 has one digit; that none of these ids has one happens once in a billion times.
  for (let i = 0; i < 20; i += 1) await client.submit({ model: "referenced", prompt: "a kite" });
  const ids = await Promise.all(posts().map(async (request) => (await request.clone().json()).reference));
  expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(20);
});
