import { expect, it } from "vitest";
import { leadAway } from "../src/links.js";

const AWAY = "http://127.0.0.1:1/~run1";
const led = (protocol: string, body: unknown) => {
  const { answer, links } = leadAway({ status: 200, headers: {}, body }, protocol, AWAY);
  return { body: answer.body, links };
};

it("whole addresses and paths of the job lead away; the video's does not", () => {
  const body = {
    status: "done",
    status_url: "https://acme.example/jobs/1/status?logs=1",
    urls: { get: "/v1/jobs/1", cancel: "/v1/jobs/1/cancel" },
    video: { url: "https://files.acme.example/1.mp4" },
  };
  expect(led("acme", body)).toEqual({
    body: {
      ...body,
      status_url: `${AWAY}/jobs/1/status?logs=1`,
      urls: { get: `${AWAY}/v1/jobs/1`, cancel: `${AWAY}/v1/jobs/1/cancel` },
    },
    links: 3,
  });
});

it("a link that the contract allows is put in; where none is, nothing is", () => {
  const receipt = { code: 200, data: { id: "p1", status: "processing" } };
  expect(led("atlascloud", receipt)).toEqual({
    body: { code: 200, data: { ...receipt.data, urls: { get: `${AWAY}/api/v1/model/prediction/p1` } } },
    links: 1,
  });
  for (const body of [receipt, "text", undefined, new Uint8Array(2), [1]])
    expect(led("acme", body)).toEqual({ body, links: 0 });
});

it("or the video's does, wherever it stands, and no other", () => {
  const file = "http://127.0.0.1:9/acme/~run1/__files/1.mp4";
  const body = { urls: { get: "https://acme.example/jobs/1" }, outputs: [file], result: [{ url: [file] }] };
  const { answer, links } = leadAway({ status: 200, headers: {}, body }, "acme", AWAY, "video");
  const away = `${AWAY}/acme/~run1/__files/1.mp4`;
  expect([answer.body, links]).toEqual([{ ...body, outputs: [away], result: [{ url: [away] }] }, 2]);
});
