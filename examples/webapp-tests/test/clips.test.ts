import { setupMock } from "@omni-contracts/mocks/vitest";
import { readDocument } from "@omni-contracts/specs";
import { createToapis, createToapisApi } from "@omni-contracts/toapis";
import { beforeEach, describe, expect, it } from "vitest";
import { createClips, loadClip, type Clips } from "../src/clips.js";
import { statusLine } from "../src/status-line.js";

// The providers' real hosts answer from here on, out of this process. Every test starts with nothing.
const { clock, advance, strike, ledger, assertPaidOnce } = setupMock({
  specs: [readDocument("toapis")],
  clock: () => Date.UTC(2026, 10, 21), // time stands still, until a client sleeps or a test calls advance()
});

/** A page that is opened: it has what was kept, and nothing else. */
const open = (kept: Map<string, string>): Clips =>
  createClips({
    toapis: createToapis({ apiKey: "sk-test", clock }),
    keep: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => kept.set(name, value),
      removeItem: (name) => kept.delete(name),
    },
  });

let kept: Map<string, string>;
let clips: Clips;
beforeEach(() => {
  kept = new Map();
  clips = open(kept);
});

describe("createClip", () => {
  it("makes a clip that can be played, tells how far it is, and pays once", async () => {
    const seen: number[] = [];
    const clip = await clips.createClip("a paper lantern", { onProgress: (percent) => seen.push(percent) });
    if (clip.state !== "ready") throw new Error(clip.message);
    expect(clip.expiresAt?.toISOString()).toBe("2026-11-22T00:03:00.000Z"); // it takes three minutes, and is kept a day
    expect((await loadClip(clip.url))?.type).toBe("video/mp4");
    expect(seen.at(-1)).toBe(100);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(kept.size).toBe(0);
    assertPaidOnce();
  });

  it("says that the credits are used up; nothing is paid", async () => {
    expect(await clips.createClip("a cat [mock:402]")).toEqual({
      state: "failed",
      message: "The credit for making videos is used up.",
      billed: "no",
    });
    expect(ledger().accepted).toEqual([]);
  });

  it("waits as long as the provider asks when it is called too often, then pays once", async () => {
    strike("rate-limit-burst");
    expect(await clips.createClip("a cat")).toMatchObject({ state: "ready" });
    expect(ledger().totals).toMatchObject({ accepted: 1, refused: 1, earlyRetries: 0 });
  });

  it("finds the task again when the answer to the submit is lost, and does not pay twice", async () => {
    strike("accepted-then-reset");
    expect(await clips.createClip("a cat")).toMatchObject({ state: "pending" });
    expect(await clips.resumeClip()).toMatchObject({ state: "ready" });
    assertPaidOnce();
  });

  it("goes on after a crash, in another page", async () => {
    const page = new AbortController();
    const left = clips.createClip("a cat", {
      signal: page.signal,
      onProgress: () => {
        page.abort();
      },
    });
    expect(await left).toMatchObject({ state: "pending" });
    expect(await open(kept).resumeClip()).toMatchObject({ state: "ready" });
    assertPaidOnce();
  });

  it("has nothing to resume when nothing was paid for", async () => {
    expect(await clips.resumeClip()).toBeUndefined();
  });

  it("keeps what was paid for when the task does not end in time", async () => {
    strike("stuck");
    expect(await clips.createClip("a cat")).toMatchObject({ state: "pending" });
    expect([...kept.values()]).toEqual([expect.stringMatching(/^oc1_/)]);
    assertPaidOnce();
  });

  it("says that the content was refused, and does not try again", async () => {
    strike("output-moderated");
    expect(await clips.createClip("a cat")).toEqual({
      state: "failed",
      message: "The video service declined this content. Please change the prompt or the images.",
      billed: "unknown", // no page of this provider says whether it is
    });
    expect([kept.size, ledger().accepted.length]).toEqual([0, 1]);
  });
});

describe("loadClip", () => {
  it("notices that a link has expired", async () => {
    const clip = await clips.createClip("a cat");
    if (clip.state !== "ready") throw new Error(clip.message);
    expect(await loadClip(clip.url)).toBeDefined();
    advance(25 * 60 * 60);
    expect(await loadClip(clip.url)).toBeUndefined();
  });

  it("does not take a page of HTML for a clip", async () => {
    const clip = await clips.createClip("a cat");
    if (clip.state !== "ready") throw new Error(clip.message);
    strike("video-is-html");
    await expect(loadClip(clip.url)).rejects.toThrow("The clip cannot be loaded: 200 text/html");
  });
});

describe("statusLine", () => {
  it("shows a slow task as time goes by", async () => {
    const api = createToapisApi({ apiKey: "sk-test" });
    const body = { model: "gemini_omni", prompt: "a cat", duration: 6 } as const;
    const { data } = await api.POST("/v1/videos/generations", { body });
    const id = data?.id ?? "";
    expect(await statusLine(api, id)).toBe("queued, 0 %");
    advance(90);
    expect(await statusLine(api, id)).toBe("in_progress, 50 %");
    advance(90);
    expect(await statusLine(api, id)).toBe("completed, 100 %");
  });

  it("shows why there is nothing to show", async () => {
    const api = createToapisApi({ apiKey: "sk-test" });
    expect(await statusLine(api, "no-such-task")).toMatch(/^HTTP 404: /);
  });
});
