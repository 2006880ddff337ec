import { describe, expect, it } from "vitest";
import { createMock, serveMock } from "../src/index.js";
import { readMovie } from "../src/media/mp4.js";
import { gif, jpeg, mp4, png, webp } from "./media-files.js";
import { SECONDS, START } from "./mocking.js";
import { MB, mockOf, PATHS, specs, submit, upload, type Sent } from "./upload-bench.js";

describe("an upload", () => {
  const file = png(300, 200, 5000);

  it.each<[path: string, body: object]>([
    [
      PATHS.toapis,
      {
        success: true,
        message: "",
        data: { id: expect.stringMatching(/^upload_/), url: "<link>", mime_type: "image/png", size: 5000 },
      },
    ],
    [
      PATHS.apimart,
      { url: "<link>", filename: "lantern.png", content_type: "image/png", bytes: 5000, created_at: SECONDS },
    ],
    [
      PATHS.jimmyai,
      { code: 20000, msg: "ok", data: { url: "<link>", filename: "lantern.png", size: 5000, mime_type: "image/png" } },
    ],
    [
      PATHS.atlascloud,
      {
        code: 200,
        message: "success",
        data: { type: "image", download_url: "<link>", filename: "lantern.png", size: 5000 },
      },
    ],
  ])("to %s is told of as it was sent, and lies behind its link", async (path, body) => {
    const mock = mockOf(path);
    const sent = await upload(mock, path, file);
    expect({ status: sent.status, mark: sent.mark }).toEqual({ status: 200, mark: null });
    const [, provider = ""] = path.split("/");
    expect(sent.link).toMatch(new RegExp(`^http://mock\\.test/${provider}/__uploads/[\\da-z]{20}\\.png$`));
    expect(JSON.parse(JSON.stringify(sent.body).replace(sent.link, "<link>"))).toEqual(body);

    const response = await mock.fetch(sent.link);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    const part = await mock.fetch(sent.link, { headers: { range: "bytes=1-3" } });
    expect([part.status, await part.text()]).toEqual([206, "PNG"]);
  });

  it("does the same over HTTP, under the address that the client used", async () => {
    const mock = mockOf(PATHS.toapisVideo);
    const server = await serveMock(mock);
    try {
      const bytes = mp4();
      const sent = await upload(mock, PATHS.toapisVideo.replace("/toapis/", "/toapis/~anna/"), bytes, {
        ...{ fetching: fetch, origin: server.url, name: "clip.mp4", type: "video/mp4" },
      });
      expect(sent.link.startsWith(`${server.url}/toapis/~anna/__uploads/`)).toBe(true);
      const response = await fetch(sent.link);
      expect(response.headers.get("content-type")).toBe("video/mp4");
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    } finally {
      await server.close();
    }
  });

  it("runs nothing when it is opened, and is taken for nothing else", async () => {
    const mock = mockOf(PATHS.toapis);
    const { headers } = await mock.fetch((await upload(mock, PATHS.toapis, file)).link);
    expect(headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'; /);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("shows an id of its own, and another link each time", async () => {
    const mock = mockOf(PATHS.toapis);
    const [one, two] = [await upload(mock, PATHS.toapis, file), await upload(mock, PATHS.toapis, file)];
    expect(one.body.data.id).not.toBe(two.body.data.id);
    expect(one.link).not.toBe(two.link);
    expect(one.body.data.id).not.toBe("upload_0example1");
  });

  it("is what it is, whatever it is called", async () => {
    const mock = mockOf(PATHS.apimart);
    const sent = await upload(mock, PATHS.apimart, jpeg(64, 64), { name: "a.png", type: "image/png" });
    expect(sent.body).toMatchObject({ content_type: "image/jpeg", filename: "a.png" });
    expect((await mock.fetch(sent.link)).headers.get("content-type")).toBe("image/jpeg");
    const untold = await upload(mock, PATHS.apimart, webp(64, 64), { type: "" });
    expect(untold.body).toMatchObject({ content_type: "image/webp" });
  });
});

describe("a file that is not taken", () => {
  const video = { name: "a.mp4", type: "video/mp4" };
  const text = Buffer.from("no picture, but a text that goes on for a while");
  const half = png(300, 200).subarray(0, 20);

  it.each<[what: string, path: string, bytes: () => Uint8Array, sent: Sent, status: number, body: object]>([
    // Too large, by a byte.
    [
      ...(["toapis, 10 MB and a byte", PATHS.toapis, () => png(8, 8, 10 * MB + 1), {}, 400] as const),
      { success: false, message: "`file` has 10485761 bytes; at most 10485760 are taken." },
    ],
    [
      ...(["toapis, 50 MB and a byte", PATHS.toapisVideo, () => mp4(undefined, 50 * MB + 1), video, 400] as const),
      { success: false, message: "`file` has 52428801 bytes; at most 52428800 are taken." },
    ],
    [
      ...(["apimart, 20 MB and a byte", PATHS.apimart, () => png(8, 8, 20 * MB + 1), {}, 413] as const),
      {
        error: {
          message: "`file` has 20971521 bytes; at most 20971520 are taken.",
          type: "invalid_request_error",
        },
      },
    ],
    [
      ...(["jimmyai, 100 MB and a byte", PATHS.jimmyai, () => png(8, 8, 100 * MB + 1), {}, 200] as const),
      { code: 20002, msg: "`file` has 104857601 bytes; at most 104857600 are taken.", data: null },
    ],
    [
      ...(["jimmyai, more than is read", PATHS.jimmyai, () => png(8, 8, 102 * MB), {}, 200] as const),
      { code: 20002, msg: "`file` is too large; at most 104857600 bytes are taken.", data: null },
    ],
    // The provider has no limit for files, but for bodies.
    [
      ...(["atlascloud, 50 MB and the form", PATHS.atlascloud, () => png(8, 8, 50 * MB), {}, 413] as const),
      { code: 413, msg: "(synthetic) request body over 50 MB", request_id: "0f3b9a62", data: null },
    ],
    // Of another kind.
    [
      ...(["toapis, a video as a picture", PATHS.toapis, () => mp4(), video, 400] as const),
      {
        success: false,
        message: "`file` is video/mp4; send one of image/jpeg, image/png, image/webp, image/gif.",
      },
    ],
    [
      ...(["toapis, a picture as a video", PATHS.toapisVideo, () => png(8, 8), video, 400] as const),
      { success: false, message: "`file` is image/png; send one of video/mp4, video/webm, video/quicktime." },
    ],
    [
      ...(["apimart, a bitmap", PATHS.apimart, () => Buffer.from(`BM${"\0".repeat(60)}`), {}, 400] as const),
      {
        error: {
          message: expect.stringMatching(/^`file` is .*; send one of image\/jpeg/),
          type: "invalid_request_error",
        },
      },
    ],
    [
      ...(["jimmyai, a program", PATHS.jimmyai, () => Buffer.from("MZ".padEnd(600, "\0")), {}, 200] as const),
      { code: 20002, msg: expect.stringContaining("; send one of image/jpeg, image/png"), data: null },
    ],
    // The right name on something else, and the wrong name on the right thing.
    [
      ...(["toapis, a text that is called a PNG", PATHS.toapis, () => text, {}, 400] as const),
      { success: false, message: expect.stringContaining("`file` is nothing that can be read; send one of") },
    ],
    [
      ...(["apimart, the first bytes of a PNG", PATHS.apimart, () => half, {}, 400] as const),
      {
        error: {
          message: expect.stringContaining("`file` is nothing that can be read; send one of"),
          type: "invalid_request_error",
        },
      },
    ],
    [
      ...([
        "jimmyai, a PNG that is called a PDF",
        PATHS.jimmyai,
        () => png(8, 8),
        { type: "application/pdf" },
      ] as const),
      ...([200, { code: 20002, msg: expect.stringContaining("`file` is application/pdf"), data: null }] as const),
    ],
    // Nothing.
    [
      ...(["toapis, an empty file", PATHS.toapis, () => new Uint8Array(), {}, 400] as const),
      { success: false, message: "`file` is empty; send a file." },
    ],
    [
      ...(["atlascloud, an empty file", PATHS.atlascloud, () => new Uint8Array(), {}, 400] as const),
      { code: 400, msg: "`file` is empty; send a file.", request_id: expect.any(String), data: null },
    ],
  ])("gets the provider's refusal: %s", async (_, path, bytes, sent, status, body) => {
    const answer = await upload(mockOf(path), path, bytes(), sent);
    expect({ status: answer.status, mark: answer.mark, body: answer.body }).toEqual({ status, mark: null, body });
  });

  it.each([
    [PATHS.toapis, () => png(8, 8, 10 * MB), {}],
    [PATHS.toapisVideo, () => mp4(undefined, 50 * MB), video],
    [PATHS.apimart, () => png(8, 8, 20 * MB), {}],
    [PATHS.jimmyai, () => png(8, 8, 100 * MB), {}],
  ])("is taken a byte below: %s", async (path, bytes, sent) => {
    const { status, link } = await upload(mockOf(path), path, bytes(), sent);
    expect([status, link.includes("/__uploads/")]).toEqual([200, true]);
  });

  it("leaves nothing behind", async () => {
    const mock = mockOf(PATHS.apimart);
    const fine = await upload(mock, PATHS.apimart, png(8, 8));
    const refused = await upload(mock, PATHS.apimart, text);
    expect(refused.link).toBe("");
    expect((await mock.fetch(fine.link)).status).toBe(200);
  });
});

describe("an upload as an input", () => {
  const EDIT = { model: "google/gemini-omni-1.1-flash/video-edit", prompt: "x" };
  const IMAGES = { model: "google/gemini-omni-flash/image-to-video-developer", prompt: "x" };
  const ATLAS = "/atlascloud/api/v1/model/generateVideo";
  const accepted = { status: 200 };

  it("is taken by every provider", async () => {
    const mock = createMock({ specs, clock: () => START, validate: true });
    const linkOf = async (path: string) => (await upload(mock, path, png(200, 200))).link;
    const submits = [
      await submit(mock, "/toapis/v1/videos/generations", {
        ...{ model: "gemini_omni_flash", prompt: "x", image_urls: [await linkOf(PATHS.toapis)] },
      }),
      await submit(mock, "/apimart/v1/videos/generations", {
        ...{ model: "Omni-Flash-Ext", prompt: "x", image_urls: [await linkOf(PATHS.apimart)] },
      }),
      await submit(mock, "/jimmyai/api/open-api/v1/gemini/omni/videos", {
        ...{ model: "omni-10s", prompt: "x", image_urls: [await linkOf(PATHS.jimmyai)] },
      }),
      await submit(mock, ATLAS, { ...IMAGES, images: [await linkOf(PATHS.atlascloud)] }),
    ];
    for (const one of submits) expect(one, JSON.stringify(one)).toMatchObject(accepted);
    expect(mock.ledger().totals).toMatchObject({ accepted: 4, refused: 0 });
    expect(mock.ledger().notes).toEqual([]);
  });

  it("is taken where only https is, although the mock has none", async () => {
    const mock = mockOf(PATHS.toapisVideo);
    const { link } = await upload(mock, PATHS.toapisVideo, mp4(), { name: "a.mp4", type: "video/mp4" });
    const body = (address: string) => ({
      model: "gemini-omni-flash-preview-official",
      prompt: "x",
      video_list: [{ video_url: address }],
      metadata: { task: "edit" },
    });
    const path = "/toapis/v1/videos/generations";
    expect(link).toMatch(/^http:/);
    expect(await submit(mock, path, body(link))).toMatchObject(accepted);
    // Any other address without https is refused as before.
    const other = await submit(mock, path, body("http://elsewhere.test/clip.mp4"));
    expect(other).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining("video_url") } } });
  });

  it.each<[what: string, bytes: Uint8Array, message: string]>([
    ["too few pixels", png(127, 400), "`images[1]` is 127 × 400 pixels; width and height must be at least 128."],
    ["too large", png(200, 200, 20_000_001), "`images[1]` has 20000001 bytes; at most 20000000 are taken."],
    ["of another kind", gif(200, 200), "`images[1]` is image/gif; send one of image/png, image/jpeg, image/webp."],
    ["no picture", mp4(), "`images[1]` is video/mp4; send one of image/png, image/jpeg, image/webp."],
  ])("is held against the limits of the input: %s", async (_, bytes, message) => {
    const mock = mockOf(PATHS.atlascloud);
    const right = (await upload(mock, PATHS.atlascloud, png(128, 128))).link;
    const wrong = (await upload(mock, PATHS.atlascloud, bytes)).link;
    expect(await submit(mock, ATLAS, { ...IMAGES, images: [right, right] })).toMatchObject(accepted);
    expect(await submit(mock, ATLAS, { ...IMAGES, images: [right, wrong] })).toMatchObject({
      status: 400,
      body: { error: message },
    });
    expect(mock.ledger().totals).toMatchObject({ accepted: 1, refused: 1 });
  });

  it("may not be longer than the input is", async () => {
    const mock = mockOf(PATHS.atlascloud);
    const reference = (address: string) => ({
      model: "google/gemini-omni-1.1-flash/reference-to-video",
      prompt: "x",
      reference_images: ["https://elsewhere.test/a.png"],
      reference_videos: [address],
    });
    const { link } = await upload(mock, PATHS.atlascloud, mp4("9x16-4s.mp4"));
    expect(await submit(mock, ATLAS, reference(link))).toMatchObject({
      status: 400,
      body: { error: "`reference_videos[0]` is 4 s long; send one of 0 to 3 s." },
    });
    expect(await submit(mock, ATLAS, { ...EDIT, video: link })).toMatchObject(accepted);
  });

  it("gives its shape and length to a video that is made from it", async () => {
    const mock = mockOf(PATHS.atlascloud);
    const { link } = await upload(mock, PATHS.atlascloud, mp4("9x16-4s.mp4"));
    const { body } = await submit(mock, ATLAS, { ...EDIT, video: link });
    mock.advance(1000);
    const result = `http://mock.test/atlascloud/__files/${body.data.id}/1.mp4`;
    const read = async (address: string) => readMovie(new Uint8Array(await (await mock.fetch(address)).arrayBuffer()));
    expect(await read(result)).toEqual({ width: 360, height: 640, seconds: 4 });
    // A result is an input as well.
    const again = await submit(mock, ATLAS, { ...EDIT, video: result });
    mock.advance(1000);
    expect(await read(`http://mock.test/atlascloud/__files/${again.body.data.id}/1.mp4`)).toEqual(await read(result));
    expect(mock.ledger().notes).toEqual([]);
  });

  it.each([
    ["that was never there", () => "http://mock.test/apimart/__uploads/0123456789abcdefghij.png"],
    ["of another namespace", (link: string) => link.replace("/apimart/", "/apimart/~other/")],
    ["of a task that is not done", () => "http://mock.test/apimart/__files/task_1/1.mp4"],
  ])("is taken, as no page says otherwise, and noted: one %s", async (_, change) => {
    const mock = mockOf(PATHS.apimart);
    const address = change((await upload(mock, PATHS.apimart, png(200, 200))).link);
    const body = { model: "Omni-Flash-Ext", prompt: "x", image_urls: [address] };
    expect(await submit(mock, "/apimart/v1/videos/generations", body)).toMatchObject(accepted);
    expect(mock.ledger().notes).toEqual([
      `apimart createVideoGeneration: \`image_urls[0]\` leads to no file that is here: ${address}`,
    ]);
  });
});
