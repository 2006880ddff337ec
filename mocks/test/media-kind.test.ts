import { describe, expect, it } from "vitest";
import { kindOf } from "../src/media/kind.js";
import { gif, jpeg, mp4, png, webp } from "./media-files.js";

describe("what a file is", () => {
  const SVG_TEXT =
    '<?xml version="1.0"?>\n<!-- a lantern -->\n<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';
  it.each([
    [png(30, 20), { type: "image/png", extension: "png", width: 30, height: 20 }],
    [jpeg(30, 20), { type: "image/jpeg", extension: "jpg", width: 30, height: 20 }],
    [gif(30, 20), { type: "image/gif", extension: "gif", width: 30, height: 20 }],
    [webp(30, 20), { type: "image/webp", extension: "webp", width: 30, height: 20 }],
    [Buffer.from(SVG_TEXT), { type: "image/svg+xml", extension: "svg", width: 30, height: 20 }],
    [mp4("9x16-10s.mp4"), { type: "video/mp4", extension: "mp4", width: 360, height: 640, seconds: 10 }],
    [Buffer.from("RIFF\x24\0\0\0WAVEfmt ".padEnd(80, "\0"), "latin1"), { type: "audio/wav", extension: "wav" }],
    [Buffer.from("RIFF\x24\0\0\0AVI LIST".padEnd(80, "\0"), "latin1"), { type: "video/x-msvideo", extension: "avi" }],
    [Buffer.from("fLaC".padEnd(80, "\0"), "latin1"), { type: "audio/flac", extension: "flac" }],
    [new Uint8Array(png(30, 20).subarray(0, 20)), { type: "image/png", extension: "png", isBroken: true }],
  ])("is told by its content (%#)", async (bytes, kind) => {
    expect(await kindOf(bytes)).toEqual(kind);
  });

  it.each(["", "x", "<html><svg></svg></html>", "%PDF"])("may be nothing that we know: %j", async (text) => {
    const kind = await kindOf(Buffer.from(text));
    expect(kind?.type.startsWith("image/") ?? false).toBe(false);
  });
});
