// What the tests of uploads share.
import { providers, readDocument } from "@omni-contracts/specs";
import { createMock, type Mock, type MockOptions } from "../src/index.js";
import { START } from "./mocking.js";

export const specs = providers().map(readDocument);
const KEY = { authorization: "Bearer sk" };
export const MB = 1024 * 1024;

/** A mock of the provider that a path leads to; of all in the time of one would take long. */
export function mockOf(path: string, options: Partial<MockOptions> = {}): Mock {
  const own = specs.filter(({ provider }) => path.startsWith(`/${provider}/`));
  return createMock({ specs: own, clock: () => START, validate: true, ...options });
}

export interface Sent {
  readonly name?: string;
  readonly type?: string;
  readonly origin?: string;
  readonly fetching?: typeof fetch;
}

export async function upload(mock: Mock, path: string, bytes: Uint8Array, sent: Sent = {}) {
  const { name = "lantern.png", type = "image/png", origin = "http://mock.test", fetching = mock.fetch } = sent;
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], name, { type }));
  const response = await fetching(origin + path, { method: "POST", headers: KEY, body: form });
  const text = await response.text();
  const [, link = ""] = /"(http[^"]+)"/.exec(text) ?? [];
  return {
    ...{ status: response.status, mark: response.headers.get("x-mock-fault"), link },
    body: JSON.parse(text),
  };
}

export async function submit(mock: Mock, path: string, body: object) {
  const headers = { ...KEY, "content-type": "application/json" };
  const response = await mock.fetch(`http://mock.test${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

export const PATHS = {
  toapis: "/toapis/v1/uploads/images",
  toapisVideo: "/toapis/v1/uploads/videos",
  apimart: "/apimart/v1/uploads/images",
  jimmyai: "/jimmyai/api/open-api/v1/files/upload",
  atlascloud: "/atlascloud/api/v1/model/uploadMedia",
};
