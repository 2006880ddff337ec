// What a client sends, found by letting it send: its `fetch` notes the request down, and nothing leaves the page.
import type { VideoRequest } from "@omni-contracts/core";
import type { ProviderModule } from "./provider.js";

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: unknown;
}

export interface OutgoingOptions {
  readonly baseURL: string;
  /** What stands for the key. */
  readonly keyText: string;
  /** The id that the client would make up. */
  readonly id: string;
}

/** `x-api-key` → `X-Api-Key`, as people write it. */
const titled = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** The submit of a request without files; `undefined` when the client would not send it. */
export async function outgoingOf(
  create: ProviderModule["create"],
  request: VideoRequest,
  { baseURL, keyText, id }: OutgoingOptions,
): Promise<Outgoing | undefined> {
  const noted: Request[] = [];
  const client = create({
    ...{ baseURL, apiKey: keyText, newId: () => id },
    fetch: (sent) => {
      noted.push(sent);
      return Promise.reject(new Error("Noted, and not sent."));
    },
  });
  await client.submit(request).catch(() => undefined);
  const [sent] = noted;
  if (!sent) return undefined;
  const body: unknown = await sent.json().catch(() => undefined);
  return {
    ...{ method: sent.method, url: sent.url, body },
    headers: [...sent.headers].map(([name, value]) => [titled(name), value] as const),
  };
}

/** As it goes over the wire, for people to read. */
export const textOf = ({ method, url, headers, body }: Outgoing): string =>
  [
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    "",
    JSON.stringify(body, undefined, 2),
  ].join("\n");
