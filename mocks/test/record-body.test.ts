// What the recorder does with bodies that stop, and with what follows a body.
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { jsonHeaders, useBench } from "./cli-bench.js";
import { answered, bodyOf, files, record, serve, useProviders } from "./record-bench.js";

useBench();
useProviders();

const SUBMIT = "/v1/videos/generations";
const TASK = { id: "task_1", object: "generation.task", model: "gemini_omni", status: "queued" };

describe("a body", () => {
  it("of which nothing more comes is answered 408, and nothing was sent", async () => {
    let count = 0;
    const base = await serve((_, response) => {
      count += 1;
      response.end();
    });
    const { url } = await record(base, "--budget", "1", "--timeout", "0.2s");
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    const head = [`POST ${pathname}${SUBMIT} HTTP/1.1`, `Host: 127.0.0.1:${port}`, "Content-Length: 500"];
    socket.write(`${head.join("\r\n")}\r\n\r\n{"model":`);
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1.1 408 /);
    expect(text).toContain("Nothing more of the body came for 0.2 s. Nothing was sent.");
    expect([count, files()]).toEqual([0, []]);
  });

  it("that comes slowly is waited for, however long it takes in all", async () => {
    const base = await serve((request, response) => {
      void bodyOf(request).then(({ length }) => {
        response.setHeader("content-type", "application/json").end(JSON.stringify({ ...TASK, id: String(length) }));
      });
    });
    const { url } = await record(base, "--budget", "1", "--timeout", "0.4s");
    const request = httpRequest(url + SUBMIT, { method: "POST", headers: jsonHeaders });
    const answer = new Promise<IncomingMessage>((resolve) => request.once("response", resolve));
    for (let turn = 0; turn < 6; turn += 1) {
      request.write(" ".repeat(10));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    request.end("{}");
    expect(JSON.parse((await bodyOf(await answer)).toString())).toMatchObject({ id: "62" });
  });

  it("keeps its trailers, both ways, and they are scrubbed as headers are", async () => {
    const seen: { trailers?: NodeJS.Dict<string> } = {};
    const base = await serve((request, response) => {
      void bodyOf(request).then(() => {
        seen.trailers = request.trailers;
        response.writeHead(200, { "content-type": "application/json", trailer: "X-Sum, X-Api-Key" });
        response.write(JSON.stringify(TASK));
        response.addTrailers({ "X-Sum": "abc", "X-Api-Key": "sk-canary-0123456789" });
        response.end();
      });
    });
    const { url } = await record(base, "--budget", "1");
    const request = httpRequest(url + SUBMIT, {
      method: "POST",
      headers: { ...jsonHeaders, "transfer-encoding": "chunked", trailer: "X-Mine" },
    });
    const answer = new Promise<IncomingMessage>((resolve) => request.once("response", resolve));
    request.addTrailers({ "X-Mine": "42" });
    request.end("{}");
    const came = await answer;
    await bodyOf(came);
    expect(seen.trailers).toEqual({ "x-mine": "42" });
    expect(came.trailers).toEqual({ "x-sum": "abc", "x-api-key": "sk-canary-0123456789" });
    const exchange = await answered("0001-createVideoGeneration.json");
    expect(exchange.answer.headers).toContainEqual(["X-Sum", "abc"]);
    expect(JSON.stringify(exchange)).not.toContain("canary");
  });
});
