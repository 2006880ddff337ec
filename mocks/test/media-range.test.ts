import { describe, expect, it } from "vitest";
import { rangeOf } from "../src/media/range.js";
import { answerFile, etagOf, type StoredFile } from "../src/media/stored-file.js";

describe("a Range header", () => {
  // RFC 9110, section 14.1.2; of ten bytes where nothing else is said.
  it.each<[header: string | undefined, expected: unknown, size?: number]>([
    [undefined, "whole"],
    ["", "whole"],
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=0-9", { first: 0, last: 9 }],
    ["bytes=3-5", { first: 3, last: 5 }],
    ["bytes=9-9", { first: 9, last: 9 }],
    ["bytes=4-", { first: 4, last: 9 }],
    ["bytes=0-", { first: 0, last: 9 }],
    ["bytes=-1", { first: 9, last: 9 }],
    ["bytes=-10", { first: 0, last: 9 }],
    ["BYTES=1-2", { first: 1, last: 2 }],
    ["bytes= 1-2 ", { first: 1, last: 2 }],
    ["bytes=000003-05", { first: 3, last: 5 }],
    // More than there is.
    ["bytes=5-10", { first: 5, last: 9 }],
    ["bytes=5-99999999999999999999999999", { first: 5, last: 9 }],
    ["bytes=-11", { first: 0, last: 9 }],
    [`bytes=-${"9".repeat(400)}`, { first: 0, last: 9 }],
    // Nothing of what there is.
    ["bytes=10-", "unsatisfiable"],
    ["bytes=10-10", "unsatisfiable"],
    ["bytes=99999999999999999999999999-", "unsatisfiable"],
    [`bytes=${"9".repeat(400)}-`, "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    // No range of bytes: as if it were not there.
    ["bytes=5-4", "whole"],
    ["bytes=99999999999999999999999999-99999999999999999999999998", "whole"],
    ["bytes=-", "whole"],
    ["bytes=", "whole"],
    ["bytes", "whole"],
    ["bytes=a-b", "whole"],
    ["bytes=0x1-2", "whole"],
    ["bytes=1.5-2", "whole"],
    ["bytes=--5", "whole"],
    ["bytes=1--5", "whole"],
    ["bytes=+1-5", "whole"],
    ["bytes=1 -5", "whole"],
    ["bytes 1-5", "whole"],
    ["items=0-5", "whole"],
    ["0-5", "whole"],
    // Several: the whole, as a server may.
    ["bytes=0-1,3-4", "whole"],
    ["bytes=0-1, -1", "whole"],
    // An empty file.
    ["bytes=0-", "unsatisfiable", 0],
    ["bytes=0-0", "unsatisfiable", 0],
    ["bytes=-5", "whole", 0],
    ["bytes=-0", "unsatisfiable", 0],
    // One byte.
    ["bytes=0-0", { first: 0, last: 0 }, 1],
    ["bytes=1-", "unsatisfiable", 1],
  ])("%s", (header, expected, size = 10) => {
    expect(rangeOf(header, size)).toEqual(expected);
  });
});

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 31) % 256);
// A time between two seconds: HTTP has no parts of seconds.
const file: StoredFile = { bytes, type: "video/mp4", etag: etagOf(bytes), modifiedAt: Date.UTC(2026, 10, 21) + 400 };
const DATE = "Sat, 21 Nov 2026 00:00:00 GMT";
const ask = (headers: Record<string, string>, method = "GET") =>
  answerFile(file, { method, path: "/x", query: new URLSearchParams(), headers });

describe("a file", () => {
  it("comes whole, with what there is to say of it", () => {
    expect(ask({})).toEqual({
      status: 200,
      headers: {
        "accept-ranges": "bytes",
        "cache-control": "no-cache",
        "content-length": "1000",
        "content-type": "video/mp4",
        "cross-origin-resource-policy": "cross-origin",
        etag: file.etag,
        "last-modified": DATE,
      },
      body: bytes,
    });
  });

  it("comes in part", () => {
    const answer = ask({ range: "bytes=990-1005" });
    expect(answer).toMatchObject({
      status: 206,
      headers: {
        "content-range": "bytes 990-999/1000",
        "content-length": "10",
        etag: file.etag,
        "content-type": "video/mp4",
      },
    });
    expect(answer.body).toEqual(bytes.slice(990));
  });

  it("has nothing behind its end", () => {
    expect(ask({ range: "bytes=1000-" })).toMatchObject({
      status: 416,
      headers: { "content-range": "bytes */1000" },
      body: undefined,
    });
  });

  it("is made of its parts, however it is cut (property)", () => {
    for (const size of [1, 7, 64, 333, 999, 1000, 1001]) {
      const parts: number[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        const { body, headers } = ask({ range: `bytes=${at}-${at + size - 1}` });
        if (!(body instanceof Uint8Array)) throw new Error("no bytes");
        expect(headers["content-length"]).toBe(String(body.length));
        expect(headers["content-range"]).toBe(`bytes ${at}-${at + body.length - 1}/1000`);
        parts.push(...body);
      }
      expect(Uint8Array.from(parts)).toEqual(bytes);
      const tail = ask({ range: `bytes=-${size}` }).body;
      expect(tail).toEqual(bytes.slice(-size));
    }
  });

  it.each([
    [{ "if-match": file.etag }, 200],
    [{ "if-match": '"other", *' }, 200],
    [{ "if-match": '"other"' }, 412],
    [{ "if-match": `W/${file.etag}` }, 412],
    [{ "if-unmodified-since": DATE }, 200],
    [{ "if-unmodified-since": "Fri, 20 Nov 2026 23:59:59 GMT" }, 412],
    [{ "if-unmodified-since": "some day" }, 200],
    // The tag says more than the date (section 13.2.2).
    [{ "if-match": file.etag, "if-unmodified-since": "Fri, 20 Nov 2026 23:59:59 GMT" }, 200],
    [{ "if-match": '"other"', "if-none-match": file.etag }, 412],
  ])("comes only if it is the one that is meant: %j", (headers, status) => {
    expect(ask(headers).status).toBe(status);
  });

  it("ignores a range in a HEAD, as only GET has ranges", () => {
    expect(ask({ range: "bytes=0-1" }, "HEAD")).toMatchObject({ status: 200, headers: { "content-length": "1000" } });
  });

  it.each([
    [{ "if-range": file.etag }, 206],
    [{ "if-range": DATE }, 206],
    [{ "if-range": '"other"' }, 200],
    [{ "if-range": `W/${file.etag}` }, 200],
    [{ "if-range": "Sat, 21 Nov 2026 00:00:01 GMT" }, 200],
    [{ "if-range": "Fri, 20 Nov 2026 00:00:00 GMT" }, 200],
  ])("sends a range only of the file that is meant: %j", (headers, status) => {
    expect(ask({ ...headers, range: "bytes=0-1" }).status).toBe(status);
  });

  it.each([
    [{ "if-none-match": file.etag }, 304],
    [{ "if-none-match": `W/${file.etag}` }, 304],
    [{ "if-none-match": `"a", ${file.etag}` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"a"' }, 200],
    [{ "if-modified-since": DATE }, 304],
    [{ "if-modified-since": "Sun, 22 Nov 2026 00:00:00 GMT" }, 304],
    [{ "if-modified-since": "Fri, 20 Nov 2026 23:59:59 GMT" }, 200],
    [{ "if-modified-since": "nonsense" }, 200],
    // The tag counts more than the date.
    [{ "if-none-match": '"a"', "if-modified-since": DATE }, 200],
  ])("is not sent again where it is known: %j", (headers, status) => {
    const answer = ask(headers);
    expect(answer.status).toBe(status);
    if (status === 304) {
      expect(answer.body).toBeUndefined();
      expect(answer.headers).toMatchObject({ etag: file.etag, "last-modified": DATE });
    }
  });
});
