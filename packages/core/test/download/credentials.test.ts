import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { downloadVideo } from "../../src/download/index.js";
import { errorOf, KEY } from "../support/acme.js";
import { bytesOf, clientAt, movie, quickClock, sendFile, serve } from "../support/files.js";

const FILE = movie(1000);
const OWN = { auth: "same-origin" } as const;
const { clock } = quickClock();

/** Two servers on two origins; `from` leads on as it is told. */
async function two(redirects: Readonly<Record<string, (home: string, away: string) => string>> = {}) {
  const origins = { home: "", away: "" };
  const answer = async () =>
    serve((_, request, response) => {
      const to = redirects[request.url ?? ""]?.(origins.home, origins.away);
      if (to === undefined) sendFile(FILE, [request, response]);
      else response.writeHead(302, { location: to }).end("Elsewhere.");
    });
  const [home, away] = [await answer(), await answer()];
  Object.assign(origins, { home: home.origin, away: away.origin });
  const keys = () => [...home.seen, ...away.seen].map(({ path, headers }) => [path, headers.authorization]);
  return {
    ...{ home, away, keys },
    async [Symbol.asyncDispose]() {
      await home[Symbol.asyncDispose]();
      await away[Symbol.asyncDispose]();
    },
  };
}

describe("the key", () => {
  it("goes along where the contract says that the link needs it, with the client's own headers", async () => {
    await using both = await two();
    const { home } = both;
    const client = clientAt(`${home.origin}/v1`, OWN, { headers: { "x-team": "blue" } });
    await bytesOf((await downloadVideo({ url: `${home.origin}/v.mp4` }, { client, clock })).stream);
    expect(home.seen[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, "x-team": "blue" });
  });

  it.each([["none" as const], [undefined]])("stays at home where the contract says %s", async (auth) => {
    await using both = await two();
    const { home } = both;
    const client = clientAt(home.origin, { ...(auth && { auth }) }, { headers: { "x-team": "blue" } });
    await bytesOf((await downloadVideo({ url: `${home.origin}/v.mp4` }, { client, clock })).stream);
    expect(home.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(home.seen[0]?.headers).not.toHaveProperty("x-team");
  });

  it("goes to no other origin, whatever the contract says", async () => {
    await using both = await two();
    const { home, away } = both;
    const client = clientAt(home.origin, OWN, { headers: { "x-team": "blue" } });
    await bytesOf((await downloadVideo({ url: `${away.origin}/v.mp4` }, { client, clock })).stream);
    expect(away.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(away.seen[0]?.headers).not.toHaveProperty("x-team");
  });

  it("is dropped at a redirect to another origin, and not taken up again", async () => {
    await using both = await two({
      "/start": (own) => `${own}/near`,
      "/near": (_, other) => `${other}/far`,
      "/far": (own) => `${own}/v.mp4`,
    });
    const { home, keys } = both;
    const client = clientAt(home.origin, OWN);
    const { stream } = await downloadVideo({ url: `${home.origin}/start` }, { client, clock });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(keys()).toEqual([
      ["/start", `Bearer ${KEY}`],
      ["/near", `Bearer ${KEY}`],
      ["/v.mp4", undefined],
      ["/far", undefined],
    ]);
  });

  it("that is missing is asked for, and nothing is sent", async () => {
    await using both = await two();
    const { home } = both;
    const client = clientAt(home.origin, OWN, { apiKey: "" });
    const error = await errorOf(downloadVideo({ url: `${home.origin}/v.mp4` }, { client, clock }));
    expect(error.code).toBe("authentication");
    expect(home.seen).toEqual([]);
  });

  it("stands in no error, nor does a link's query", async () => {
    await using server = await serve((_, request, response) => {
      response.writeHead(400).end(`No ${request.headers.authorization} for ${request.url} or s1gn%2Fature`);
    });
    const client = clientAt(server.origin, OWN);
    const url = `${server.origin}/v.mp4?X-Amz-Signature=s1gn%2Fature&e=12`;
    const error = await errorOf(downloadVideo({ url }, { client, clock }));
    const { message, responseBody, stack, cause } = error;
    for (const secret of [KEY, "s1gn%2Fature", "s1gn/ature"])
      expect(inspect({ error, message, responseBody, stack, cause })).not.toContain(secret);
    expect(message).toContain("/v.mp4?…");
  });

  it("is in no log of a client", () => {
    const client = clientAt("https://api.acme.test", OWN);
    client.access().connection.authorize(new Request("https://api.acme.test"), "GET /x");
    expect(inspect(client, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(client)).not.toContain(KEY);
  });
});

describe("redirects", () => {
  it.each([
    ["to a file", "file:///etc/passwd", "is file: and not http(s)"],
    ["to no address", "https://", "leads to no address"],
    ["with a password", "http://me:pw12345678@127.0.0.1/x", "holds a user name or a password"],
  ])("%s are not followed", async (_, to, message) => {
    await using both = await two({ "/start": () => to });
    const { home } = both;
    const error = await errorOf(downloadVideo({ url: `${home.origin}/start` }, { allowPrivateHosts: true, clock }));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: false });
    expect(error.message).toContain(message);
    expect(error.message).not.toContain("pw12345678");
  });

  it("are followed five times", async () => {
    const steps = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`/${i}`, () => (i === 5 ? "/v.mp4" : `/${i + 1}`)]),
    );
    await using both = await two(steps);
    const { home } = both;
    const options = { allowPrivateHosts: true, clock };
    const { stream } = await downloadVideo({ url: `${home.origin}/1` }, options);
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    const error = await errorOf(downloadVideo({ url: `${home.origin}/0` }, options));
    expect(error.message).toContain("redirected more than 5 times");
  });

  /** A `fetch` that knows these addresses. */
  const fetchOf = (answers: Readonly<Record<string, () => Response>>) => {
    const asked: string[] = [];
    return {
      asked,
      fetch: (request: Request) => {
        asked.push(`${request.redirect} ${request.url} ${request.headers.get("authorization") ?? "-"}`);
        const answer = answers[`${request.redirect} ${request.url}`] ?? answers[request.url];
        return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`Nobody is at ${request.url}.`));
      },
    };
  };
  const to = (location: string) => () => new Response(null, { status: 302, headers: { location } });
  const file = (url = "", redirected = false) => {
    const response = new Response(FILE, { headers: { "content-type": "video/mp4" } });
    return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
  };
  const opaque = () =>
    Object.defineProperties(new Response(null), { type: { value: "opaqueredirect" }, status: { value: 0 } });

  it.each([
    ["from https to http", "http://cdn.acme.test/v.mp4", "leaves https for http"],
    ["from a public link to this machine", "https://127.0.0.1/admin", "in a private network"],
    ["from a public link to a cloud's own data", "http://169.254.169.254/latest", "leaves https for http"],
    ["from a public link to a private network", "https://[fd00::1]/", "in a private network"],
  ])("%s are not followed", async (_, location, message) => {
    const { fetch, asked } = fetchOf({ "https://cdn.acme.test/1": to(location) });
    const error = await errorOf(downloadVideo({ url: "https://cdn.acme.test/1" }, { fetch, clock }));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: false });
    expect(error.message).toContain(message);
    expect(asked).toHaveLength(1);
  });

  it.each([
    "http://localhost/v.mp4",
    "http://10.0.0.1/v.mp4",
    "ftp://cdn.acme.test/v.mp4",
    "https://a:b@cdn.acme.test/",
  ])("nor is a link to %s, even with a client of a public provider", async (url) => {
    const { fetch, asked } = fetchOf({});
    const client = clientAt("https://api.acme.test", OWN);
    const error = await errorOf(downloadVideo({ url }, { client, fetch, clock }));
    expect(error).toMatchObject({ code: "download_failed", isRetryable: false, provider: "acme" });
    expect(asked).toEqual([]);
  });

  it("that a browser hides are followed by it, without the key", async () => {
    const { fetch, asked } = fetchOf({
      "manual https://cdn.acme.test/1": opaque,
      "follow https://cdn.acme.test/1": () => file("https://far.acme.test/v.mp4", true),
    });
    const client = clientAt("https://api.acme.test", OWN);
    const { stream } = await downloadVideo({ url: "https://cdn.acme.test/1" }, { client, fetch, clock });
    expect((await bytesOf(stream)).equals(FILE)).toBe(true);
    expect(asked).toEqual(["manual https://cdn.acme.test/1 -", "follow https://cdn.acme.test/1 -"]);
  });

  it("that a browser hides are not followed when the link needs the key", async () => {
    const { fetch, asked } = fetchOf({ "manual https://api.acme.test/1": opaque });
    const client = clientAt("https://api.acme.test", OWN);
    const error = await errorOf(downloadVideo({ url: "https://api.acme.test/1" }, { client, fetch, clock }));
    expect(error.message).toContain("needs the key and redirects");
    expect(asked).toEqual([`manual https://api.acme.test/1 Bearer ${KEY}`]);
  });

  it.each(["manual", "follow"])(
    "that were followed by itself (%s) are held against the rules at the end",
    async (how) => {
      const end = () => file("http://127.0.0.1/v.mp4", true);
      const { fetch } = fetchOf({
        "manual https://cdn.acme.test/1": how === "manual" ? end : opaque,
        "follow https://cdn.acme.test/1": end,
      });
      const error = await errorOf(downloadVideo({ url: "https://cdn.acme.test/1" }, { fetch, clock }));
      expect(error.message).toContain("http://127.0.0.1/v.mp4 is not followed: it leaves https for http");
    },
  );
});
