// The four providers by their names, for requests that come from a file or a command line and have no types.
import { createApimart } from "@omni-contracts/apimart";
import * as apimart from "@omni-contracts/apimart/contract";
import { createAtlascloud } from "@omni-contracts/atlascloud";
import * as atlascloud from "@omni-contracts/atlascloud/contract";
import type { BoundModel, ClientOptions, ClientTypes, VideoClient } from "@omni-contracts/core";
import type { Lifecycle } from "@omni-contracts/core/language";
import type { PricedContract } from "@omni-contracts/core/quote";
import { createJimmyai } from "@omni-contracts/jimmyai";
import * as jimmyai from "@omni-contracts/jimmyai/contract";
import { createToapis } from "@omni-contracts/toapis";
import * as toapis from "@omni-contracts/toapis/contract";
import { InputError } from "./input-error.js";

/** What the recipes need of a client, whichever it is. */
export interface Client extends Pick<VideoClient, "provider" | "resume" | "status" | "access"> {
  readonly models: () => readonly string[];
  /** A model by its id or alias. What it takes is for `check` to tell. */
  readonly find: (id: string) => BoundModel<never> | undefined;
}

export interface Provider {
  readonly contract: PricedContract & { readonly lifecycle: Lifecycle };
  readonly create: (options: ClientOptions) => Client;
}

/** A client of any provider, without the types of its models. */
function loose<T extends ClientTypes>(client: VideoClient<T>): Client {
  const { provider, resume, status, access, models } = client;
  const find = (id: string) => (client.isModel(id) ? client.model(id) : undefined);
  return { provider, resume, status, access, models, find };
}

export const PROVIDERS: Readonly<Record<string, Provider>> = {
  apimart: { contract: apimart, create: (options) => loose(createApimart(options)) },
  atlascloud: { contract: atlascloud, create: (options) => loose(createAtlascloud(options)) },
  jimmyai: { contract: jimmyai, create: (options) => loose(createJimmyai(options)) },
  toapis: { contract: toapis, create: (options) => loose(createToapis(options)) },
};

/** What none of our types has seen: what a model does not take, `check` tells. */
export function untyped(request: object): never;
export function untyped(request: object): unknown {
  return request;
}

export type Connect = (provider: string, options?: Pick<ClientOptions, "journal" | "onEvent">) => Client;

const LOCAL = ["127.0.0.1", "localhost", "[::1]"];

/** The address of a provider: below `--base-url`, or its `…_BASE_URL`, or, with neither, its own. */
function addressOf(name: string, baseUrl: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const own = env[`${name.toUpperCase()}_BASE_URL`];
  return baseUrl === undefined ? own : `${baseUrl.replace(/\/+$/, "")}/${name}`;
}

/** Makes clients. Mocks of this machine need no key, nor does who only asks for prices; a provider wants the one in `…_API_KEY`. */
export function connector(baseUrl: string | undefined, env: NodeJS.ProcessEnv, isOffline = false): Connect {
  return (name, options = {}) => {
    const provider = Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
    if (!provider)
      throw new InputError(`There is no provider ${name}; there are ${Object.keys(PROVIDERS).join(", ")}.`);
    const baseURL = addressOf(name, baseUrl, env);
    if (baseURL !== undefined && !URL.canParse(baseURL))
      throw new InputError(`${baseURL} is no address; write one such as http://127.0.0.1:4010.`);
    const variable = `${name.toUpperCase()}_API_KEY`;
    const [key] = [env[variable] ?? []].flat().filter((one) => one !== "");
    const isLocal = baseURL !== undefined && LOCAL.includes(new URL(baseURL).hostname);
    const apiKey = key ?? (isLocal || isOffline ? "sk-mock" : undefined);
    if (apiKey === undefined)
      throw new InputError(`${variable} is not set. Set it, or try this on a mock: --base-url http://127.0.0.1:4010`);
    return provider.create({ ...options, baseURL, apiKey });
  };
}
