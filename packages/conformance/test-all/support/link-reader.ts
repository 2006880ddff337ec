import { setTimeout as sleep } from "node:timers/promises";
import type { Driver } from "../../src/index.js";

/** A client that reads its job where the answer says. @param isBlind its key goes wherever that is */
export const linkReader = ({ isBlind }: { readonly isBlind: boolean }): Driver => ({
  name: `reads at links, ${isBlind ? "with the key" : "careful"}`,
  version: "1",
  protocol: "replicate",
  how: "as the test says",
  async run({ baseURL, apiKey, prompt, waitMs }) {
    const headersTo = (url: string) =>
      isBlind || url.startsWith(baseURL) ? { authorization: `Bearer ${apiKey}` } : undefined;
    const ask = async (url: string, body?: string) => {
      const init = body === undefined ? {} : { method: "POST", body };
      const response = await fetch(url, { ...init, headers: headersTo(url) ?? {}, redirect: "error" });
      return response.json();
    };
    const end = performance.now() + waitMs;
    let seen = await ask(`${baseURL}/v1/models/acme/video/predictions`, JSON.stringify({ input: { prompt } }));
    while (performance.now() < end && seen.status !== "succeeded") {
      await sleep(100);
      const get = String(seen.urls.get);
      seen = await ask(get.startsWith("/") ? baseURL + get : get);
    }
    return seen.output;
  },
});
