import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLIPS, nearestClip } from "../src/media/clips.js";
import { boxesOf, readMovie } from "../src/media/mp4.js";

const folder = new URL("../media/", import.meta.url);
const names = readdirSync(folder);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

describe("the clips", () => {
  it("are small", () => {
    const sizes = names.map((name) => read(name).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(512 * 1024);
  });

  it("are what the list says, and no other file lies beside them", () => {
    expect(names.sort()).toEqual(CLIPS.map(({ file }) => file).sort());
    for (const { file, width, height, seconds } of CLIPS) {
      expect(readMovie(read(file)), file).toEqual({ width, height, seconds });
    }
  });

  it.each(names)("%s is H.264 that every browser plays, with its index first", (name) => {
    const bytes = read(name);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [ftyp, moov, ...rest] = boxesOf(view);
    expect([ftyp?.type, moov?.type]).toEqual(["ftyp", "moov"]);
    expect(rest.map(({ type }) => type)).toContain("mdat");
    const brands = bytes.subarray(8, 8 + (ftyp?.data.byteLength ?? 0)).toString("latin1");
    expect(brands).toContain("isom");
    expect(brands).toContain("avc1");
    // The decoder's settings: version 1, then the profile, of which 77 is Main, and the level in tenths.
    const at = bytes.indexOf("avcC") + 4;
    expect([bytes[at], bytes[at + 1]]).toEqual([1, 77]);
    expect(bytes[at + 3]).toBeLessThanOrEqual(30);
    // No sound, no note of the encoder's, no date.
    expect(bytes.indexOf("mp4a")).toBe(-1);
    expect(bytes.indexOf("x264 - core")).toBe(-1);
  });

  it("are made by a script", () => {
    expect(existsSync(new URL("../scripts/make-media.sh", import.meta.url))).toBe(true);
  });
});

describe("the clip for a request", () => {
  it.each([
    [{}, "16x9-8s.mp4"],
    [{ seconds: 4 }, "16x9-4s.mp4"],
    [{ seconds: 10, ratio: 9 / 16 }, "9x16-10s.mp4"],
    [{ seconds: 60 }, "16x9-10s.mp4"],
    [{ seconds: 1 }, "16x9-4s.mp4"],
    // Half way: the shorter one.
    [{ seconds: 5 }, "16x9-4s.mp4"],
    [{ seconds: 7.1 }, "16x9-8s.mp4"],
    [{ ratio: 21 / 9 }, "16x9-8s.mp4"],
    [{ ratio: 3 / 4 }, "9x16-8s.mp4"],
    [{ ratio: 4 / 3 }, "16x9-8s.mp4"],
    [{ ratio: 1 }, "16x9-8s.mp4"],
  ])("is the nearest: %j", (shape, file) => {
    expect(nearestClip(shape).file).toBe(file);
  });
});

describe("a movie's index", () => {
  const clip = read("9x16-4s.mp4");

  it("cannot be read where it is cut off", () => {
    expect(readMovie(clip.subarray(0, 40))).toBeUndefined();
    expect(readMovie(new Uint8Array())).toBeUndefined();
    expect(readMovie(Buffer.from("no movie at all, and that for a while"))).toBeUndefined();
  });

  it("may say its times in 64 bits", () => {
    const box = (type: string, data: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(8 + data.length);
      head.write(type, 4, "latin1");
      return Buffer.concat([head, data]);
    };
    const mvhd = Buffer.alloc(112);
    mvhd.writeUInt8(1);
    mvhd.writeUInt32BE(600, 20);
    mvhd.writeBigUInt64BE(1500n, 24);
    expect(readMovie(box("moov", box("mvhd", mvhd)))).toEqual({ seconds: 2.5, width: 0, height: 0 });
  });

  it("throws at no byte that is wrong (seeded)", () => {
    let state = 7;
    for (let turn = 0; turn < 3000; turn += 1) {
      const broken = Buffer.from(clip.subarray(0, 4000));
      for (let i = 0; i < 5; i += 1) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        broken[state % broken.length] = state >> 16;
      }
      const movie = readMovie(broken);
      expect(movie === undefined || Number.isFinite(movie.seconds)).toBe(true);
    }
  });
});
