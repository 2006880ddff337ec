// How to make every code of OmniError happen: real clients, a mock over HTTP.
import { createApimart, type Apimart } from "@omni-contracts/apimart";
import { createAtlascloud, type Atlascloud } from "@omni-contracts/atlascloud";
import type { ClientOptions, Clock, OmniErrorCode } from "@omni-contracts/core";
import { downloadVideo } from "@omni-contracts/core/download";
import { createJimmyai, type Jimmyai } from "@omni-contracts/jimmyai";
import { createToapis, type Toapis } from "@omni-contracts/toapis";

/** Makes clients that talk to a namespace of the mock. */
export interface Clients {
  toapis(options?: ClientOptions): Toapis;
  apimart(options?: ClientOptions): Apimart;
  jimmyai(options?: ClientOptions): Jimmyai;
  atlascloud(options?: ClientOptions): Atlascloud;
}

type Provoke = (clients: Clients) => Promise<unknown>;

const FASTER = 100;
/** Limits of single requests; they stay as long as they are. */
const LIMIT = 30_000;

/** The machine's clock, a hundred times as fast. */
function fastClock(): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * FASTER,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          reject(new Error("Stopped.", { cause: signal?.reason }));
        };
        const timer = setTimeout(resolve, milliseconds < LIMIT ? milliseconds / FASTER : milliseconds);
        if (signal?.aborted) stop();
        signal?.addEventListener("abort", stop, { once: true });
      }),
  };
}

export function clientsAt(url: string, namespace: string): Clients {
  const clock = fastClock();
  const at = (provider: string, options?: ClientOptions): ClientOptions => ({
    ...{ apiKey: "sk-test", baseURL: `${url}/${provider}/~${namespace}`, clock },
    ...options,
  });
  return {
    toapis: (options) => createToapis(at("toapis", options)),
    apimart: (options) => createApimart(at("apimart", options)),
    jimmyai: (options) => createJimmyai(at("jimmyai", options)),
    atlascloud: (options) => createAtlascloud(at("atlascloud", options)),
  };
}

const NOWHERE = "http://127.0.0.1:65535"; // nobody listens there
const DEVELOPER = "google/gemini-omni-flash/text-to-video-developer";
const prompt = "a cat on a roof";

const toapis =
  (text: string): Provoke =>
  (clients) =>
    clients.toapis().generate({ model: "gemini_omni", prompt: `${prompt} [mock:${text}]` });
const apimart =
  (text: string): Provoke =>
  (clients) =>
    clients.apimart().generate({ model: "Omni-Flash-Ext", prompt: `${prompt} [mock:${text}]` });
const jimmyai =
  (text: string): Provoke =>
  (clients) =>
    clients.jimmyai().generate({ model: "Gemini-Omini", prompt: `${prompt} [mock:${text}]` });
const atlascloud =
  (text: string): Provoke =>
  (clients) =>
    clients.atlascloud().generate({ model: DEVELOPER, prompt: `${prompt} [mock:${text}]` });

/** A look at a task that was made, with a header that tells the mock what to answer. */
const look =
  (provider: "toapis" | "apimart", prefer: string): Provoke =>
  async (clients) => {
    const client = provider === "toapis" ? clients.toapis() : clients.apimart();
    const bound =
      provider === "toapis" ? clients.toapis().model("gemini_omni") : clients.apimart().model("Omni-Flash-Ext");
    const { handle } = await bound.submit({ prompt });
    return client.status(handle, { headers: { prefer } });
  };

async function lookNowhere(clients: Clients, provider: "toapis" | "apimart"): Promise<unknown> {
  const bound =
    provider === "toapis" ? clients.toapis().model("gemini_omni") : clients.apimart().model("Omni-Flash-Ext");
  const { handle } = await bound.submit({ prompt });
  return clients[provider]({ baseURL: NOWHERE }).status(handle);
}

/** Stops as soon as something happens. */
function stopWhen(clients: Clients, text: string, type: "refused" | "submitting" | "looked"): Promise<unknown> {
  const controller = new AbortController();
  const client = clients.apimart({
    onEvent: (event) => {
      if (event.type === type)
        setTimeout(() => {
          controller.abort();
        }, 0);
    },
  });
  const request = { model: "Omni-Flash-Ext", prompt: `${prompt} [mock:${text}]` } as const;
  return client.generate(request, { abortSignal: controller.signal });
}

/** Code → what makes it happen; or why nothing does. */
export const PROVOKED: Readonly<Record<OmniErrorCode, readonly Provoke[] | string>> = {
  authentication: [
    (clients) => clients.toapis({ apiKey: "" }).generate({ model: "gemini_omni", prompt }),
    (clients) => clients.apimart({ apiKey: "sk-\n" }).generate({ model: "Omni-Flash-Ext", prompt }),
    ...[toapis, apimart, jimmyai, atlascloud].map((at) => at("401")),
    jimmyai("200 inferred-authentication-failed"),
  ],
  permission_denied: [apimart("403"), atlascloud("403")],
  insufficient_credits: [toapis, apimart, jimmyai, atlascloud].map((at) => at("402")),
  invalid_request: [
    ...[toapis, apimart, jimmyai, atlascloud].map((at) => at("400")),
    jimmyai("200 inferred-unsupported-parameter"),
    (clients) => clients.toapis().generate({ model: "gemini_omni", prompt: "" }),
    (clients) => clients.toapis().upload(new Uint8Array()),
    (clients) => clients.toapis().wait("not a handle"),
  ],
  unsupported_feature: [
    // @ts-expect-error no setting of this model
    (clients) => clients.toapis().generate({ model: "gemini_omni", prompt, seed: 7 }),
  ],
  model_not_found: [
    atlascloud("404"),
    // @ts-expect-error no such model
    (clients) => clients.jimmyai().generate({ model: "gemini_omni", prompt }),
  ],
  content_policy: [toapis("422"), ...[toapis, jimmyai, atlascloud].map((at) => at("output-moderated"))],
  rate_limited: [toapis, apimart, jimmyai, atlascloud].map((at) => at("429")),
  provider_unavailable: [toapis("503"), apimart("503")],
  submission_unknown: ["accepted-then-reset", "error-after-accept", "html-as-json", "redirect"].flatMap((fault) =>
    [toapis, apimart, jimmyai, atlascloud].map((at) => at(fault)),
  ),
  task_failed: [toapis, apimart, jimmyai, atlascloud].map((at) => at("failed-refunded")),
  task_cancelled: [apimart, jimmyai, atlascloud].map((at) => at("cancelled")),
  task_expired: "no contract of the four has this state",
  task_not_found: [look("toapis", "code=404"), look("apimart", "code=400, example=invalid-task-id")],
  wait_timeout: [
    (clients) => clients.toapis().generate({ model: "gemini_omni", prompt: "[mock:stuck]" }, { timeoutMs: 20_000 }),
    (clients) => clients.apimart().generate({ model: "Omni-Flash-Ext", prompt: "[mock:stuck]" }, { timeoutMs: 20_000 }),
    async (clients) => {
      const task = await clients.apimart().submit({ model: "Omni-Flash-Ext", prompt: "[mock:stuck]" });
      return task.wait({ timeoutMs: 20_000 });
    },
  ],
  result_missing: [toapis, apimart, jimmyai, atlascloud].map((at) => at("completed-without-result")),
  download_failed: ["expired-url-404", "video-is-html"].map((fault) => async (clients) => {
    const client = clients.toapis();
    const task = await client.generate({ model: "gemini_omni", prompt: `${prompt} [mock:${fault}]` });
    return downloadVideo(task, { client });
  }),
  contract_violation: [
    look("toapis", "scenario=html-as-json"),
    look("apimart", "scenario=truncated-json"),
    (clients) => clients.toapis({ apiKey: "sk-[mock:html-as-json]" }).balance(),
  ],
  network: [
    (clients) => clients.toapis({ baseURL: NOWHERE }).generate({ model: "gemini_omni", prompt }),
    (clients) => lookNowhere(clients, "toapis"),
    (clients) => lookNowhere(clients, "apimart"),
  ],
  aborted: [
    (clients) => clients.toapis().generate({ model: "gemini_omni", prompt }, { abortSignal: AbortSignal.abort() }),
    (clients) => stopWhen(clients, "429", "refused"),
    (clients) => stopWhen(clients, "slow-drip", "submitting"),
    (clients) => stopWhen(clients, "stuck", "looked"),
  ],
};
