import { describe, expect, it } from "vitest";
import { downloadVideo } from "../../src/download/index.js";
import { errorOf } from "../support/acme.js";
import { bytesOf, clientAt, movie, quickClock, sendFile, serve } from "../support/files.js";

const FILE = movie(1000);

/**
 * A provider whose looks give these links, one after the other, and whose files are there when their link says so. After the
 * first look the others come from `downloadVideo`.
 */
async function provider(links: readonly string[], gone: (path: string) => number | undefined) {
  const looks = { n: 0 };
  const server = await serve((_, request, response) => {
    const path = request.url ?? "";
    if (path.startsWith("/v1/videos")) {
      if (request.method === "POST") {
        response.writeHead(200, { "content-type": "application/json" }).end('{"id":"v-1"}');
        return;
      }
      const link = links[looks.n] ?? links.at(-1);
      looks.n += 1;
      const body = { status: "done", url: `http://${request.headers.host ?? ""}${link ?? ""}` };
      if (link === "trouble") response.writeHead(500).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
      return;
    }
    const status = gone(path);
    if (status === undefined) sendFile(FILE, [request, response]);
    else response.writeHead(status).end("<Error><Message>Request has expired</Message></Error>");
  });
  const { clock } = quickClock();
  const client = clientAt(server.origin, { lifetime: 86_400 }, { clock });
  const task = await client.generate({ model: "plain", prompt: "a kite" });
  return { server, client, task, looks, clock, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe("a link that works no longer", () => {
  it.each([400, 401, 403, 404, 410])("HTTP %i: a fresh one is looked for, and taken", async (code) => {
    await using made = await provider(["/a.mp4?s=1", "/a.mp4?s=2"], (path) => (path.endsWith("1") ? code : undefined));
    const { client, task, looks } = made;
    const { stream } = await downloadVideo(task, { client });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(looks.n).toBe(2);
  });

  it.each([
    ["the same link comes again", ["/a.mp4"], "`status(handle)` gives no other link", false],
    [
      "the fresh one is refused, too",
      ["/a.mp4", "/b.mp4"],
      "It is a fresh link from `status(handle)`, and there is no other.",
      false,
    ],
    ["the look fails", ["/a.mp4", "trouble"], "The look for a fresh link failed", true],
  ])("%s: it says so, and what the contract says of links", async (_, links, message, isRetryable) => {
    await using made = await provider(links, () => 403);
    const { client, task, looks } = made;
    const error = await errorOf(downloadVideo(task, { client }));
    const { handle } = task;
    expect(error).toMatchObject({ code: "download_failed", statusCode: 403, billed: "yes", handle, isRetryable });
    expect(error.message).toContain(message);
    expect(error.message).toContain("Links of this provider work for 24 h.");
    expect(error.message).toContain("HTTP 403 from http://127.0.0.1:");
    expect(error.responseBody).toContain("Request has expired");
    expect(error.userMessage).toBe("The video could not be downloaded.");
    expect(looks.n).toBe(2);
  });

  it("without a client or a task, it says what to do", async () => {
    await using made = await provider(["/a.mp4"], () => 404);
    const { task, clock } = made;
    const options = { allowPrivateHosts: true, clock };
    const ofTask = await errorOf(downloadVideo(task, options));
    expect(ofTask).toMatchObject({ handle: task.handle, provider: "acme", model: "plain", isRetryable: false });
    expect(ofTask.message).toContain("Pass `client`, or look for a fresh link with `client.status(handle)` yourself.");
    const ofVideo = await errorOf(downloadVideo(task.video, options));
    expect(ofVideo.message).toContain("Look for a fresh link with `status(handle)`: pass the task");
  });

  it("is known by its date: a fresh one is looked for at once", async () => {
    await using made = await provider(["/a.mp4?s=1", "/a.mp4?s=2"], () => undefined);
    const { server, client, task, looks } = made;
    const video = { ...task.video, expiresAt: new Date(0) };
    const { stream } = await downloadVideo({ ...task, video, videos: [video] }, { client });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(looks.n).toBe(2);
    expect(server.seen.map(({ path }) => path).filter((path) => path.startsWith("/a"))).toEqual(["/a.mp4?s=2"]);
  });

  it("and is tried nevertheless when there is no other: a clock may be wrong", async () => {
    await using made = await provider(["/a.mp4"], (path) => (path === "/gone" ? 403 : undefined));
    const { server, task, clock } = made;
    const expiresAt = new Date("2026-11-20T00:00:00Z");
    const options = { allowPrivateHosts: true, clock };
    expect(await downloadVideo({ ...task.video, expiresAt }, options)).toMatchObject({ bytes: FILE.length });
    const error = await errorOf(downloadVideo({ url: `${server.origin}/gone`, expiresAt }, options));
    expect(error.message).toContain("The link expired at 2026-11-20T00:00:00.000Z.");
  });

  it("takes the fresh link of the same one of several videos", async () => {
    await using made = await provider(["/a.mp4"], () => 403);
    const { client, task } = made;
    await using server = await serve((_, request, response) => {
      if (request.url === "/second-fresh") sendFile(FILE, [request, response]);
      else response.writeHead(403).end();
    });
    const video = { url: `${server.origin}/second` };
    const fresh = [{ url: `${server.origin}/first-fresh` }, { url: `${server.origin}/second-fresh` }];
    const looking = {
      ...client,
      status: () => Promise.resolve({ status: "completed" as const, videos: fresh, raw: {} }),
    };
    const given = { ...task, video, videos: [task.video, video] as const };
    const { stream } = await downloadVideo(given, { client: looking });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
  });
});
