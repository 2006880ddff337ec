// Which files are sent where an input, or one of several with the same role, says what it takes.
import { describe, expect, it } from "vitest";
import { createVideoClient } from "../../src/index.js";
import type { Input } from "../../src/video/model.js";
import { accepted, contract, errorOf } from "../support/acme.js";

const png = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], { type: "image/png" });

/** A client whose model takes references as these types, one input for each. */
function clientFor(types: readonly string[]) {
  const paths: string[] = [];
  const { plain } = contract.models;
  const taking = (type: string): Input => ({
    ...{ path: "$.images", role: "inputReferences", list: true },
    media: { types: [type] },
  });
  const inputs: readonly Input[] = [{ path: "$.prompt", role: "prompt" }, ...types.map(taking)];
  const client = createVideoClient(
    { ...contract, models: { ...contract.models, plain: { ...plain, inputs } } },
    {
      apiKey: "sk-x",
      fetch: (request) => {
        const { pathname } = new URL(request.url);
        paths.push(pathname);
        const isUpload = pathname === "/v1/files";
        return Promise.resolve(isUpload ? Response.json({ url: "https://files.acme.test/1" }) : accepted());
      },
    },
  );
  return { client, paths };
}

describe("a file for a role that several inputs have", () => {
  it.each([[["image/png"]], [["image/webp", "image/png"]], [["image/png", "image/webp"]]])(
    "is uploaded where one of them takes it: %j",
    async (types) => {
      const { client, paths } = clientFor(types);
      await client.submit({ model: "plain", prompt: "a kite", inputReferences: [png] });
      expect(paths).toEqual(["/v1/files", "/v1/videos"]);
    },
  );

  it("is refused where none of them does, before anything is sent", async () => {
    const { client, paths } = clientFor(["image/webp", "image/gif"]);
    const error = await errorOf(client.submit({ model: "plain", prompt: "a kite", inputReferences: [png] }));
    expect(error).toMatchObject({ code: "invalid_request", phase: "upload", billed: "no" });
    expect(paths).toEqual([]);
  });
});
