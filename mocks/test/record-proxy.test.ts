// The recorder as a proxy: what passes, what is refused, and what is on the disk when something breaks.
import { createHash, randomBytes } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bed, body, jsonHeaders, run, running, until, useBench } from "./cli-bench.js";
import {
  answered,
  bodyOf,
  everything,
  files,
  record,
  recording,
  serve,
  submit,
  SUBMIT,
  useProviders,
} from "./record-bench.js";

useBench();
useProviders();

const TASK = {
  id: "task_1",
  object: "generation.task",
  model: "gemini_omni",
  status: "queued",
  created_at: 1_780_000_000,
};

/** A request by hand; the raw answer. */
function raw(
  url: string,
  options: { method?: string; headers?: string[]; body?: Buffer } = {},
): Promise<{ message: IncomingMessage; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(url);
    const request = httpRequest({
      host: hostname,
      port,
      path: pathname + search,
      method: options.method ?? "GET",
      headers: ["Host", `${hostname}:${port}`, ...(options.headers ?? [])],
    });
    request.on("error", reject);
    request.on("response", (message) => {
      bodyOf(message).then((bytes) => {
        resolve({ message, bytes });
      }, reject);
    });
    request.end(options.body);
  });
}

const without = (headers: string[], names: string[]) =>
  headers.flatMap((name, i) =>
    i % 2 === 0 && !names.includes(name.toLowerCase()) ? [`${name}: ${headers[i + 1]}`] : [],
  );

describe("what passes", () => {
  it("is unchanged: path, query, headers in their order, twice the same one, and every byte", async () => {
    const sent = randomBytes(200_000);
    const back = gzipSync(randomBytes(300_000));
    const seen: { target?: string; headers: string[]; body?: Buffer; method?: string } = { headers: [] };
    const base = await serve((request, response) => {
      void bodyOf(request).then((bytes) => {
        Object.assign(seen, { target: request.url, headers: request.rawHeaders, body: bytes, method: request.method });
        response.sendDate = false;
        response.writeHead(207, "Somewhat Fine", [
          ...[
            "Content-Type",
            "video/x",
            "Content-Encoding",
            "gzip",
            "Set-Cookie",
            "a=1",
            "X-Odd-CASE",
            "yes",
            "Set-Cookie",
            "b=2",
          ],
          ...["Connection", "close, X-Hop", "X-Hop", "for this connection", "Content-Length", String(back.length)],
        ]);
        response.end(back);
      });
    });
    const { url } = await record(`${base}/deep/base`);
    const headers = [
      "X-CaSe",
      "1",
      "Authorization",
      "Bearer canary-0123456789",
      "x-case",
      "2",
      "Content-Length",
      String(sent.length),
      "Connection",
      "X-Mine",
      "X-Mine",
      "hop",
      "TE",
      "trailers",
    ];
    const { message, bytes } = await raw(`${url}/v1/uploads/images?b=2&a=%20%2F&b=1`, {
      method: "POST",
      headers,
      body: sent,
    });
    expect(seen.target).toBe("/deep/base/v1/uploads/images?b=2&a=%20%2F&b=1");
    expect(seen.method).toBe("POST");
    expect(seen.headers).toEqual([
      ...["Host", new URL(base).host, "X-CaSe", "1", "Authorization", "Bearer canary-0123456789", "x-case", "2"],
      ...["Content-Length", String(sent.length), "Connection", "close"],
    ]);
    expect(seen.body?.equals(sent)).toBe(true);
    expect([message.statusCode, message.statusMessage]).toEqual([207, "Somewhat Fine"]);
    expect(without(message.rawHeaders, ["connection", "keep-alive"])).toEqual([
      ...["Content-Type: video/x", "Content-Encoding: gzip", "Set-Cookie: a=1", "X-Odd-CASE: yes", "Set-Cookie: b=2"],
      `Content-Length: ${back.length}`,
    ]);
    expect(bytes.equals(back)).toBe(true);
    const { answer, request } = await answered("0001-uploadImage.json");
    expect(request.body).toEqual({
      kind: "binary",
      bytes: sent.length,
      sha256: createHash("sha256").update(sent).digest("hex"),
    });
    expect(answer).toMatchObject({ status: 207, body: { kind: "binary", bytes: back.length } });
    expect(everything()).not.toContain("canary");
  });

  it("is passed on in chunks as it comes, HEAD has no body, and redirects are not followed", async () => {
    const targets: string[] = [];
    const go: { on?: () => void } = {};
    const base = await serve((request, response) => {
      targets.push(`${request.method ?? ""} ${request.url ?? ""}`);
      if (request.url === "/v1/models") {
        response.write('{"a":');
        go.on = () => response.end("1}");
      } else response.writeHead(302, { location: "/elsewhere" }).end(request.method === "HEAD" ? undefined : "moved");
    });
    const { url } = await record(base);
    const response = await fetch(`${url}/v1/models`);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('{"a":');
    go.on?.();
    const second = await reader?.read();
    expect(Buffer.from(second?.value ?? []).toString()).toBe("1}");
    const moved = await fetch(`${url}/v1/pricing`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location"), await moved.text()]).toEqual([302, "/elsewhere", "moved"]);
    const { message, bytes } = await raw(`${url}/v1/balance`, { method: "HEAD" });
    expect([message.statusCode, bytes.length]).toEqual([302, 0]);
    expect(targets).toEqual(["GET /v1/models", "GET /v1/pricing", "HEAD /v1/balance"]);
  });

  it("goes to the one base URL only", async () => {
    const targets: string[] = [];
    const base = await serve((request, response) => {
      targets.push(request.url ?? "");
      response.end("{}");
    });
    const { url } = await record(base);
    const { port, origin } = new URL(url);
    // A whole URL in the request line (RFC 9112, section 3.2.2).
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.end(`GET http://other.test/v1/models HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
      });
      let text = "";
      socket
        .on("data", (chunk) => (text += chunk.toString()))
        .on("close", () => {
          resolve(text);
        });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404 .*x-mock-fault: unknown-provider/s);
    expect((await fetch(`${origin}/apimart/v1/models`)).headers.get("x-mock-fault")).toBe("unknown-provider");
    expect((await raw(`${url}//other.test/x`)).message.statusCode).toBe(200);
    expect((await raw(`${url}/v1/models`, { headers: [] })).message.statusCode).toBe(200);
    expect(targets).toEqual(["//other.test/x", "/v1/models"]);
  });
});

describe("money", () => {
  it.each<[string, string, string, Record<string, string>]>([
    ["a submit", "POST", SUBMIT, {}],
    ["the other submit", "POST", "/v1/videos", {}],
    ["a POST that the contract does not know", "POST", "/v1/images/generations", {}],
    ["a DELETE that the contract does not know", "DELETE", "/v1/videos/1", {}],
    ["a path that is read otherwise elsewhere", "POST", "/v1/uploads/images/%2e%2e/%2e%2e/videos", {}],
    ["a submit dressed as a read", "GET", "/v1/videos/1", { "x-http-method-override": "POST" }],
  ])("%s is refused without a budget, and nothing is sent", async (_, method, path, headers) => {
    const seen: string[] = [];
    const base = await serve((request, response) => {
      seen.push(request.url ?? "");
      response.end();
    });
    const { url, printed } = await record(base);
    const response = await fetch(url + path, {
      method,
      headers: { ...jsonHeaders, ...headers },
      ...(method === "POST" && { body: body("x") }),
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("x-mock-fault")).toBe("no-budget");
    expect((await response.json()).error.message).toMatch(/Nothing was sent\..*--budget 1/);
    expect(seen).toEqual([]);
    expect(files()).toEqual([]);
    expect(printed.out).toContain("403  no-budget");
  });

  it("lets as many through as the budget says, also when all come at once, and free ones always", async () => {
    const seen: string[] = [];
    const base = await serve((request, response) => {
      seen.push(`${request.method ?? ""} ${request.url ?? ""}`);
      response.setHeader("content-type", "application/json").end(JSON.stringify(TASK));
    });
    const { url } = await record(base, "--budget", "3");
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => submit(url)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 403)).toHaveLength(17);
    expect((await fetch(`${url}/v1/uploads/images`, { method: "POST", body: new FormData() })).status).toBe(200);
    expect((await fetch(`${url}${SUBMIT}/task_1`)).status).toBe(200);
    expect(seen.filter((one) => one === `POST ${SUBMIT}`)).toHaveLength(3);
    expect(seen).toHaveLength(5);
  });

  it("remembers in the folder what was spent, so that another start does not double it", async () => {
    let count = 0;
    const base = await serve((_, response) => {
      count += 1;
      response.setHeader("content-type", "application/json").end(JSON.stringify(TASK));
    });
    const first = await record(base, "--budget", "1");
    expect((await submit(first.url)).status).toBe(200);
    await running.splice(0)[0]?.close();
    const second = await record(base, "--budget", "1");
    expect((await submit(second.url)).status).toBe(403);
    expect(second.printed.out).toContain("1 of 1 were sent before");
    const third = await record(base, "--budget", "2");
    expect((await submit(third.url)).status).toBe(200);
    expect(count).toBe(2);
    // The recordings of the first session are still there.
    expect(files()).toEqual(["0001-createVideoGeneration.json", "0002-createVideoGeneration.json"]);
  });

  it("keeps the answer to a submit whose client has gone", async () => {
    const go: { on?: () => void } = {};
    const base = await serve((_, response) => {
      response.setHeader("content-type", "application/json");
      response.write('{"id": "task_late", ');
      go.on = () => response.end('"status": "queued"}');
    });
    const { url } = await record(base, "--budget", "1");
    const gone = new AbortController();
    const sent = submit(url, { signal: gone.signal }).then((response) => response.text());
    await until(() => go.on !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.abort();
    await expect(sent).rejects.toThrow("abort");
    await new Promise((resolve) => setTimeout(resolve, 50));
    go.on?.();
    const { answer, note, isPaid } = await answered("0001-createVideoGeneration.json");
    expect(answer.body).toMatchObject({ kind: "json", value: { id: "task_late", status: "queued" } });
    expect({ note, isPaid }).toEqual({ note: "the client had gone before the end", isPaid: true });
  });

  it("answers 504 after the timeout, sends nothing again, and keeps the answer that comes late", async () => {
    const go: { on?: () => void; count: number } = { count: 0 };
    const base = await serve((_, response) => {
      go.count += 1;
      go.on = () => response.setHeader("content-type", "application/json").end(JSON.stringify(TASK));
    });
    const { url } = await record(base, "--budget", "5", "--timeout", "0.2s");
    const response = await submit(url);
    expect([response.status, response.headers.get("x-mock-fault")]).toEqual([504, "upstream-timeout"]);
    expect((await response.json()).error.message).toMatch(/The task may exist, and may be paid for/);
    // What is known of it is on the disk all the time.
    expect(recording("0001-createVideoGeneration.json")).toMatchObject({
      isPaid: true,
      note: "sent; no answer so far",
    });
    go.on?.();
    const { answer, note } = await answered("0001-createVideoGeneration.json");
    expect([answer.body.value.id, note]).toEqual(["task_1", "came after the timeout"]);
    expect(go.count).toBe(1);
  });

  it("writes down a submit whose answer breaks off, does not send it again, and cuts the client off too", async () => {
    let count = 0;
    const base = await serve((_, response) => {
      count += 1;
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"id": "task_half"');
      setTimeout(() => response.destroy(), 50);
    });
    const { url } = await record(base, "--budget", "5");
    await expect(submit(url).then((response) => response.text())).rejects.toThrow("terminated");
    const { answer } = await answered("0001-createVideoGeneration.json");
    expect(answer).toMatchObject({ status: 200, isCutOff: true, body: { kind: "text", text: '{"id": "task_half"' } });
    expect(count).toBe(1);
  });

  it("tells a connection that was reset after the submit from one that never came about", async () => {
    const reset = await serve((request) => request.socket.resetAndDestroy());
    const first = await record(reset, "--budget", "1");
    const broken = await submit(first.url);
    expect([broken.status, broken.headers.get("x-mock-fault")]).toEqual([502, "upstream-broke"]);
    expect((await broken.json()).error.message).toMatch(/The task may exist/);
    expect((await submit(first.url)).headers.get("x-mock-fault")).toBe("no-budget");
    expect(recording("0001-createVideoGeneration.json").note).toMatch(/broke off: .* The task may exist/);

    const free = join(bed.folder, "other");
    const { url } = await run(["--record", "toapis=http://127.0.0.1:9", "--out", free, "--budget", "1"]);
    for (let turn = 0; turn < 2; turn += 1) {
      const refused = await submit(`${url}/toapis`);
      expect([refused.status, refused.headers.get("x-mock-fault")]).toEqual([502, "upstream-unreachable"]);
      expect((await refused.json()).error.message).toBe(
        "http://127.0.0.1:9 cannot be reached: nobody listens there. Nothing was sent.",
      );
    }
  });
});

describe("a key", () => {
  it("is on the disk and in the terminal nowhere, wherever client and provider put it", async () => {
    const key = "canary/0123+4567==";
    const coded = encodeURIComponent(key);
    const base = await serve((request, response) => {
      request.resume();
      const page = `${key} ${coded} ${Buffer.from(`x${key}`).toString("base64")} ${JSON.stringify(key).replaceAll("/", "\\/")}`;
      const told = JSON.stringify({
        error: { message: `${request.url ?? ""} ${page}`, code: "invalid_api_key" },
        [key]: key,
      });
      const bytes = request.url?.includes("plain") ? Buffer.from(told) : gzipSync(told);
      response.writeHead(401, {
        ...{
          "content-type": "application/json",
          ...(!request.url?.includes("plain") && { "content-encoding": "gzip" }),
        },
        ...{ "set-cookie": `sid=${key}`, "x-debug": page, location: `https://c.test/?Signature=sign-0815&k=${coded}` },
      });
      // In the middle of the key, too.
      for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
      response.end();
    });
    const { url, printed } = await record(base, "--budget", "9");
    const headers = { authorization: `Bearer ${key}`, cookie: `a=${key}`, "x-note": `my ${key}` };
    const form = new FormData();
    form.set("note", key);
    form.set("file", new File([key], "a.txt"));
    for (const path of [
      `/v1/balance?plain&api_key=${coded}`,
      `/v1/models?x=${coded}`,
      `/v1/videos/generations/${coded}`,
    ]) {
      await (await fetch(url + path, { headers })).text();
    }
    await (await fetch(`${url}/v1/uploads/images`, { method: "POST", headers, body: form })).text();
    const sent = { model: "gemini_omni", prompt: `my key is ${key}`, api_key: key };
    const init = {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(sent),
    };
    // The client itself still gets every byte.
    expect(await (await fetch(url + SUBMIT, init)).text()).toContain(key);
    await fetch(`${url}/${coded}/x`, init);
    await running.splice(0)[0]?.close();
    expect(files()).toHaveLength(6);
    const all = everything() + printed.out + printed.err;
    const base64 = Buffer.from(`x${key}`).toString("base64").slice(2, -2);
    for (const trace of ["canary", "anary", "0123", "4567", base64, "sign-0815"]) expect(all).not.toContain(trace);
    expect(all).toContain("my key is REDACTED");
  });
});
