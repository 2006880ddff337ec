import { describe, expect, it } from "vitest";
import { createInspector, mediaTypeOf } from "../../src/download/inspect.js";
import { box, movie } from "../support/files.js";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("what a file is", () => {
  const ebml = Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const unknown = Uint8Array.from([0, 0, 1, 0xba, 0x44, 0, 4, 0, 4, 1, 1, 0x89, 0xc3, 0xf8, 0, 0]);
  it.each([
    ["an MP4", movie(9), ["video/mp4"], "video/mp4"],
    ["an MP4 without a type", movie(9), [null, undefined], "video/mp4"],
    ["an MP4 that is called text", movie(9), ["text/plain"], "video/mp4"],
    ["a QuickTime movie", box("ftyp", bytes("qt  \0\0\0\0")), ["application/octet-stream"], "video/quicktime"],
    ["WebM", ebml, ["application/octet-stream"], "video/webm"],
    ["Matroska", ebml, ["Video/X-Matroska; codecs=av1"], "video/x-matroska"],
    ["what the task calls a video", unknown, ["application/octet-stream", "video/mpeg"], "video/mpeg"],
    ["bytes that nobody calls a video", unknown, ["application/octet-stream"], undefined],
    ["a page", bytes("<!DOCTYPE html><html>"), ["text/html"], undefined],
    ["a page that is called a video", bytes("\n<html><body>Sorry"), ["video/mp4"], undefined],
    ["an error that is called a video", bytes('{"error":"expired"}'), ["video/mp4"], undefined],
    ["nothing", new Uint8Array(), ["video/mp4"], undefined],
  ])("%s", (_, start, told, type) => {
    expect(mediaTypeOf(start, told)).toBe(type);
  });
});

describe("where an MP4 may end", () => {
  const ends = (file: Uint8Array, step = file.length) => {
    const inspector = createInspector();
    for (let at = 0; at < file.length; at += step) inspector.take(file.subarray(at, at + step));
    return inspector.mayEnd();
  };
  const file = movie(200);

  it("at the end of a box, and nowhere else, however the bytes come", () => {
    // ftyp has 24 bytes, mdat 208, moov 40.
    const boundaries = new Set([0, 24, 232, 272]);
    for (const step of [1, 3, 7, 8, 64, 1000])
      for (let length = 0; length <= file.length; length += 1)
        expect([length, ends(file.subarray(0, length), step)]).toEqual([length, boundaries.has(length)]);
  });

  it("knows boxes with long sizes", () => {
    const long = new Uint8Array(16 + 50);
    new DataView(long.buffer).setUint32(0, 1);
    long.set(bytes("mdat"), 4);
    new DataView(long.buffer).setBigUint64(8, 66n);
    const whole = Buffer.concat([file.subarray(0, 24), long]);
    expect(ends(whole)).toBe(true);
    expect(ends(whole, 1)).toBe(true);
    expect(ends(whole.subarray(0, 89), 5)).toBe(false);
  });

  it("judges nothing that it does not know", () => {
    const toTheEnd = box("mdat", new Uint8Array(9));
    new DataView(toTheEnd.buffer).setUint32(0, 0);
    expect(ends(Buffer.concat([file.subarray(0, 24), toTheEnd]))).toBe(true);
    expect(ends(Buffer.concat([file, Uint8Array.from([0, 0, 0, 3, 9, 9, 9, 9, 9])]))).toBe(true);
    expect(ends(Uint8Array.from({ length: 101 }, (_, i) => 255 - i))).toBe(true);
  });
});
