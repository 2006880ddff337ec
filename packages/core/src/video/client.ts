import { createConnection, type ApiOptions } from "../connection.js";
import { isObject } from "../language/objects.js";
import { OmniError } from "../error.js";
import { numberAt } from "../language/match.js";
import { select } from "../language/path.js";
import { readError } from "../language/read-task.js";
import type { TaskSnapshot } from "../language/task.js";
import { checkBody, type Issue } from "../language/check-body.js";
import { ask } from "./ask.js";
import { systemClock, type Clock } from "./clock.js";
import type { CompletedTask } from "./completed.js";
import {
  asAbort,
  assertLimit,
  failed,
  isPassing,
  type ClientAccess,
  type Context,
  type VideoContract,
} from "./context.js";
import { quietly, type Journal, type VideoEvent } from "./events.js";
import { decodeHandle, type Task } from "./handle.js";
import { mapRequest, type Mapping } from "./map-request.js";
import { lookAt, type StatusOptions } from "./look.js";
import { linkOf, sniffed, withLinks, type PendingMedia } from "./media.js";
import type { ModelFacts, Models } from "./model.js";
import { createRedact } from "./redact.js";
import type { VideoRequest } from "./request.js";
import type { CapabilitiesOf, ClientTypes, Ids, ModelId, RequestFor, SettingsFor } from "./settings.js";
import { submitOrder, type SubmitOptions } from "./submit.js";
import { planUpload, uploadAll, type UploadOptions } from "./upload.js";
import { waitFor } from "./wait.js";
import { createWatch, WATCH, type WaitOptions, type Watch } from "./watch.js";

/** What a request comes to, before anything is sent. In `body`, bytes that will be uploaded stand as `https://media.invalid/…`. */
export type Check = Omit<Mapping, "media" | "isUnsupported">;

/** A task that was paid for. */
export interface VideoTask {
  /** Finds the task again, in any process: keep it. */
  readonly handle: string;
  /** What the request came to; of a resumed task nothing is known. */
  readonly check?: Check;
  /**
   * Waits for the video.
   *
   * @throws {OmniError} when there is none; the task may go on, and `handle` finds it
   */
  wait(options?: WaitOptions): Promise<CompletedTask>;
  /** One look. */
  status(options?: StatusOptions): Promise<TaskSnapshot>;
}

/** With what `core/batch` waits for many tasks by. */
export interface WatchedTask extends VideoTask {
  readonly [WATCH]: (options?: WaitOptions) => Watch;
}

export interface RequestOptions extends SubmitOptions {
  /** `strict`: a setting that the model does not take is an error. `warn`: it is left out and reported. Default: `strict`. */
  readonly mode?: "strict" | "warn" | undefined;
}

export interface GenerateOptions extends RequestOptions, Pick<WaitOptions, "onProgress"> {
  /** Milliseconds for the wait, from when there is a task; the submit has a limit of its own. Default: the contract's. */
  readonly timeoutMs?: number | undefined;
}

/** What an account has left. */
export interface Balance {
  /** `undefined` where the provider says that it is unlimited. */
  readonly amount: number | undefined;
  /** A currency, as `USD`, or the provider's own word, such as `credits`. */
  readonly unit: string;
  /** The provider sets no limit. */
  readonly isUnlimited: boolean;
}

export interface ClientOptions extends ApiOptions {
  /** Keeps what was paid for. */
  readonly journal?: Journal | undefined;
  /** Told of what the client does, for logs and metrics; it cannot disturb a task. */
  readonly onEvent?: ((event: VideoEvent) => void) | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** How long a submit waits for its answer, in milliseconds. Default: 120,000. */
  readonly submitTimeoutMs?: number | undefined;
  /** From 0 up to 1; spreads retries of reads. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Makes ids for requests that bring none of their own. Default: 128 random bits. */
  readonly newId?: (() => string) | undefined;
}

/**
 * The verbs of a model that is chosen already; clients of different providers have them alike. `BoundModel<{ prompt: string;
 * duration: 6 }>` is any model that takes this.
 */
export interface BoundModel<Request = { readonly prompt: string }> {
  /** The provider's name, as in its package. */
  readonly provider: string;
  /** The id or alias by which it was chosen. */
  readonly model: string;
  /** Tells what a request comes to, and why it cannot be sent; sends nothing. */
  readonly check: (request: Request, options?: Pick<RequestOptions, "mode">) => Check;
  /** Sends a request that costs money, once. */
  readonly submit: (request: Request, options?: RequestOptions) => Promise<VideoTask>;
  /** Submits and waits. */
  readonly generate: (request: Request, options?: GenerateOptions) => Promise<CompletedTask>;
  /** As of its client. */
  readonly access?: () => ClientAccess;
}

const MODES: readonly string[] = ["strict", "warn"];

/** A provider, in the words that all providers share. */
export interface VideoClient<T extends ClientTypes = ClientTypes> {
  /** The provider's name, as in its package. */
  readonly provider: T["provider"];
  /** Tells what a request comes to, and why it cannot be sent; sends nothing. */
  readonly check: <Name extends Ids<T>["model"]>(
    request: RequestFor<T, Name>,
    options?: Pick<RequestOptions, "mode">,
  ) => Check;
  /** Sends a request that costs money, once. */
  readonly submit: <Name extends Ids<T>["model"]>(
    request: RequestFor<T, Name>,
    options?: RequestOptions,
  ) => Promise<VideoTask>;
  /** Submits and waits. */
  readonly generate: <Name extends Ids<T>["model"]>(
    request: RequestFor<T, Name>,
    options?: GenerateOptions,
  ) => Promise<CompletedTask>;
  /** One look at a task. */
  readonly status: (handle: string, options?: StatusOptions) => Promise<TaskSnapshot>;
  /** Waits for the video of a task. */
  readonly wait: (handle: string, options?: WaitOptions) => Promise<CompletedTask>;
  /** A task by its handle; asks nobody. */
  readonly resume: (handle: string) => VideoTask;
  /** A model by its id or alias. Of an id that may be one of several, what all of them take. */
  readonly model: <Name extends Ids<T>["model"]>(id: Name) => { [One in Name]: BoundModel<SettingsFor<T, One>> }[Name];
  /** The ids of the contract, without aliases. */
  readonly models: () => readonly (keyof T["models"] & string)[];
  /** Whether a model has this id or alias. */
  readonly isModel: (id: string) => id is ModelId<T>;
  /** What a model can do, by its id or alias. */
  readonly capabilities: <Name extends Ids<T>["model"]>(id: Name) => CapabilitiesOf<T, Name>;
  /** Uploads a file and gives its address. */
  readonly upload: (file: Uint8Array | Blob, options?: UploadOptions) => Promise<{ readonly url: string }>;
  /** Asks what the account has left; free. */
  readonly balance: (options?: StatusOptions) => Promise<Balance>;
  /** For the subpaths of `@omni-contracts/core`, such as `core/download`. A function, so that no log shows what is in it. */
  readonly access: () => ClientAccess;
}

/** 128 random bits; `crypto.randomUUID` is not there on pages without TLS. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const factsOf = (models: Models, id: string): ModelFacts | undefined =>
  Object.hasOwn(models, id) ? models[id] : Object.values(models).find(({ aliases }) => aliases?.includes(id));

/** The client of one provider, from what codegen knows of it. */
export function createVideoClient<T extends ClientTypes = ClientTypes>(
  contract: VideoContract & { readonly models: T["models"]; readonly service: { readonly provider: T["provider"] } },
  options: ClientOptions = {},
  connection = createConnection(contract.service, options),
): VideoClient<T> {
  const { clock = systemClock, journal, onEvent, submitTimeoutMs = 120_000 } = options;
  const context: Context = {
    ...{
      contract,
      connection,
      clock,
      journal,
      submitTimeoutMs,
      emit: quietly(onEvent),
      redact: createRedact(connection),
    },
    random: options.random ?? (() => Math.random()),
    newId: options.newId ?? randomId,
  };
  const { models, service, lifecycle } = contract;
  const { provider } = service;
  assertLimit(context, "submitTimeoutMs", submitTimeoutMs);

  function knownModel(id: string): ModelFacts {
    const facts = factsOf(models, id);
    if (facts) return facts;
    const wrong = typeof id === "string" ? `There is no model "${id}" here.` : "`model` is missing.";
    const message = `${wrong} There are: ${Object.keys(models).join(", ")}.`;
    throw failed(context, "model_not_found", { phase: "validate", message, model: id });
  }

  function factsFor(request: VideoRequest): ModelFacts {
    // Not every caller has types.
    if (isObject(request)) return knownModel(request.model);
    const message = "Pass a request, such as { model, prompt }.";
    throw failed(context, "invalid_request", { phase: "validate", message });
  }

  function known(handle: string): Task {
    const data = decodeHandle(handle);
    if (data?.provider === provider && Object.hasOwn(lifecycle.submit, data.operation)) return data;
    const message = data
      ? data.provider === provider
        ? `This handle is of ${data.operation}, which this version does not know; resume it with the version that made it.`
        : `This handle is of a task of ${data.provider}; resume it there.`
      : "This is no handle, or one that was cut off; pass the whole of what `handle` was.";
    throw failed(context, "invalid_request", { phase: "validate", message });
  }

  /** The request with a reference of our own where the contract has one: a lost answer is found by it. */
  function withReference(request: VideoRequest, facts: ModelFacts): VideoRequest {
    const isTaken = facts.capabilities.clientReference !== true || request.clientReference !== undefined;
    return isTaken ? request : { ...request, clientReference: context.newId() };
  }

  const schemaOf = ({ operation }: ModelFacts) => contract.requestSchemas[operation] ?? {};

  function mapped(request: VideoRequest, mode: "strict" | "warn" = "strict"): Mapping & { readonly facts: ModelFacts } {
    const facts = factsFor(request);
    if (!MODES.includes(mode)) {
      const message = `\`mode\` is ${JSON.stringify(mode)}; it must be one of ${MODES.join(", ")}.`;
      throw failed(context, "invalid_request", { phase: "validate", message });
    }
    return { ...mapRequest(request, facts, schemaOf(facts), { provider, mode }), facts };
  }

  function check(request: VideoRequest, how: RequestOptions = {}): Check {
    const { body, applied, coerced, dropped, issues } = mapped(request, how.mode);
    return { body, applied, coerced, dropped, issues };
  }

  const told = ({ field, message }: Issue) => (field ? `\`${field}\` ${message}` : message);

  async function submit(given: VideoRequest, how: RequestOptions = {}): Promise<VideoTask> {
    const request = withReference(given, factsFor(given));
    const { model } = request;
    const { facts, media, isUnsupported, ...checked } = mapped(request, how.mode);
    if (checked.issues.length > 0) {
      const code = isUnsupported ? "unsupported_feature" : "invalid_request";
      throw failed(context, code, { phase: "validate", message: `${checked.issues.map(told).join("; ")}.`, model });
    }
    const { abortSignal, headers } = how;
    assertLimit(context, "timeoutMs", how.timeoutMs);
    if (abortSignal?.aborted) {
      const failure = { phase: "submit", message: "Stopped before anything was sent.", model } as const;
      throw asAbort(failed(context, "aborted", { ...failure, cause: abortSignal.reason, isRetryable: true }));
    }
    const links = await uploadAll(context, media, facts.inputs, { abortSignal, headers });
    const [body, applied] = [withLinks(checked.body, links), withLinks(checked.applied, links)];
    const [wrong] = links.size > 0 ? checkBody(schemaOf(facts), body) : [];
    if (wrong) {
      const message = `An upload gave what the model does not take: ${told(wrong)}. Nothing was submitted.`;
      throw failed(context, "contract_violation", { phase: "upload", message, model });
    }
    const order = { model, operation: facts.operation, body, reference: request.clientReference };
    return resumed(await submitOrder(context, order, how), { ...checked, body, applied });
  }

  const resumed = (task: Task, checked?: Check): WatchedTask => ({
    handle: task.handle,
    ...(checked && { check: checked }),
    wait: (how) => waitFor(context, task, how),
    status: (how) => lookAt(context, task, how),
    [WATCH]: (how) => createWatch(context, task, how),
  });

  async function generate(request: VideoRequest, how: GenerateOptions = {}): Promise<CompletedTask> {
    const { timeoutMs, onProgress, abortSignal, headers, ...rest } = how;
    assertLimit(context, "timeoutMs", timeoutMs);
    const task = await submit(request, { ...rest, abortSignal, headers });
    try {
      return await task.wait({ timeoutMs, onProgress, abortSignal, headers });
    } catch (error) {
      // A wait may be repeated; the same call here would order, and pay for, a second video.
      throw OmniError.isInstance(error) ? Object.assign(error, { isRetryable: false }) : error;
    }
  }

  async function balance({ abortSignal, headers }: StatusOptions = {}): Promise<Balance> {
    const [[id, places] = ["", undefined]] = Object.entries(lifecycle.balance ?? {});
    const operation = contract.operations[id];
    if (!places || !operation)
      throw failed(context, "unsupported_feature", { phase: "validate", message: "There is no balance to ask for." });
    const failure = { phase: "poll", message: "The balance could not be read." } as const;
    const answer = await ask(context, operation, { headers }, { failure, abortSignal, limit: 30_000 });
    const error = readError(contract, id, answer);
    const isUnlimited = [places.unlimited ?? []]
      .flat()
      .some((at) => typeof at === "string" && select(answer.body, at).includes(true));
    const amount = numberAt(places.amount, answer);
    if (error || (amount === undefined && !isUnlimited)) {
      const message = error?.message ?? "The answer shows no balance.";
      const code = error?.code ?? "contract_violation";
      throw failed(context, code, { phase: "poll", message, answer, told: error, isRetryable: isPassing(code) });
    }
    return { amount: isUnlimited ? undefined : amount, unit: places.unit, isUnlimited };
  }

  const access = () => context;

  return {
    provider,
    check,
    submit,
    generate,
    balance,
    access,
    status: async (handle, how) => lookAt(context, known(handle), how),
    wait: async (handle, how) => waitFor(context, known(handle), how),
    resume: (handle) => resumed(known(handle)),
    model: (id) => ({
      provider,
      model: id,
      check: (request, how) => check({ ...request, model: id }, how),
      submit: (request, how) => submit({ ...request, model: id }, how),
      generate: (request, how) => generate({ ...request, model: id }, how),
      access,
    }),
    models: () => Object.keys(models),
    isModel: (id): id is ModelId<T> => factsOf(models, id) !== undefined,
    capabilities: (id) => knownModel(id).capabilities,
    async upload(file, how) {
      const pending: PendingMedia[] = [];
      if (file instanceof Blob || file instanceof Uint8Array) linkOf(file, "file", pending);
      const [one] = pending;
      const message = "`file` must be a Blob or a Uint8Array.";
      if (!one) throw failed(context, "invalid_request", { phase: "upload", message });
      return { url: await planUpload(context, await sniffed(one))(how) };
    },
  };
}
