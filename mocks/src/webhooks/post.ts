import { request as http } from "node:http";
import { request as https } from "node:https";
import type { LookupFunction } from "node:net";

/** Carries an event to its receiver and tells what status that answered with. Redirects are not followed. */
export type PostEvent = (request: Request) => Promise<{ readonly status: number }>;

/** Both loopback addresses, in place of whatever a name service would say; Node tries one after the other. */
const loopback: LookupFunction = (_, { all, family }, done) => {
  const found = [
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ];
  const [first] = family === 6 ? found.slice(1) : found;
  if (all) done(null, found);
  else done(null, first?.address ?? "127.0.0.1", first?.family ?? 4);
};

/** Sends over the network of this machine: no name is looked up, no proxy is asked, no connection is kept. */
export const postHere: PostEvent = async (request) => {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), "content-length": body.length };
  const { method, signal } = request;
  const options = { method, headers, signal, lookup: loopback, autoSelectFamily: true, agent: false } as const;
  return new Promise((resolve, reject) => {
    const call = (url.protocol === "https:" ? https : http)(url, options, (response) => {
      // What it says beyond its status means nothing.
      response.resume();
      response.on("error", () => undefined);
      resolve({ status: response.statusCode ?? 0 });
    });
    call.on("error", reject);
    call.end(body);
  });
};
