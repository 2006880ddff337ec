import { objectAt, textOf, type Document } from "@omni-contracts/specs";
import { createControl } from "./control.js";
import { createEngine, type Engine } from "./engine/engine.js";
import { lastOf, ledgerOf, type Ledger } from "./engine/ledger.js";
import { createClock } from "./engine/clock.js";
import { reportOf, type TaskReport } from "./engine/task-report.js";
import { createSpace, type Space } from "./engine/space.js";
import { createTaskStore, type Task } from "./engine/tasks.js";
import { activate } from "./faults/active.js";
import type { Fault, Scenarios } from "./faults/fault.js";
import { readCatalogue } from "./faults/scenario.js";
import { createClipReader } from "./media/clips.js";
import { createUploadStore } from "./media/uploads.js";
import { createLazyJudge, type JudgeName } from "./judge/create.js";
import { answerStatusPage } from "./status/page.js";
import { snippetsOf, type Snippet } from "./status/snippets.js";
import { withCors } from "./transport/cors.js";
import { realSleep, type Sleep } from "./transport/delivery.js";
import { mockFetch } from "./transport/fetch.js";
import type { Handler, MockAnswer } from "./transport/http.js";
import type { Wake } from "./webhooks/agenda.js";
import { WEBHOOK_SECRET } from "./webhooks/keys.js";
import { createOutbox, type WebhookDelivery } from "./webhooks/outbox.js";
import type { PostEvent } from "./webhooks/post.js";

export interface MockOptions {
  /** The contracts to serve, each under its provider's name. */
  readonly specs: readonly Document[];
  /** Task ids are drawn from it; the same seed, clock and requests give the same answers. Default: 1. */
  readonly seed?: number;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly clock?: () => number;
  /** How many of the mock's seconds pass in one of the clock's. Default: 1. */
  readonly speed?: number;
  /** Default: `ajv`. */
  readonly judge?: JudgeName;
  /** Tasks that are remembered; the oldest go. Default: 10,000. */
  readonly limit?: number;
  /** Bytes of uploads that are kept in memory; the oldest go, never the newest. Default: 67,108,864 (64 MiB). */
  readonly uploadLimit?: number;
  /**
   * Whether every answer and every event is held against the contract: an answer that fails becomes a 500, an event is not
   * sent. Default: false.
   */
  readonly validate?: boolean;
  /** Faults that strike in every namespace, from the start. */
  readonly faults?: readonly Fault[];
  /** Faults and scenarios that can be asked for by name. Default: those of `faults/catalogue.yaml`. */
  readonly scenarios?: Scenarios;
  /** Waits so many milliseconds, for faults that are slow. Default: the machine's timers. */
  readonly sleep?: Sleep;
  /** Carries what webhooks tell to its receiver, such as `app.fetch`. Default: HTTP, on this machine. */
  readonly webhook?: PostEvent;
  /** Where a contract signs webhooks with a shared secret. Default: `omni-mock-webhook-secret-32bytes`. */
  readonly webhookSecret?: string;
  /**
   * Milliseconds since 1970 by which events are signed. Default: the mock's time without `speed`, which `advance` moves.
   * Where receivers are programs of their own, give the machine's, `Date.now`.
   */
  readonly webhookClock?: () => number;
  /** Told of every attempt to send an event, and of those that may not be sent. */
  readonly onWebhook?: (delivery: WebhookDelivery) => void;
  /** Calls back after so many milliseconds, for what is sent later. Default: the machine's timers. */
  readonly wake?: Wake;
}

/** Whom a fault strikes. */
export interface FaultScope {
  /** Default: the one without a name. */
  readonly namespace?: string;
  /** Default: all. */
  readonly provider?: string;
}

/** A fault that is set, and what it has done. */
export interface FaultReport {
  /** By which it is taken away. */
  readonly id: number;
  readonly name: string;
  /** The only one that it strikes; absent where it strikes all. */
  readonly provider?: string;
  /** How often it strikes at most; absent where there is no end. */
  readonly times?: number;
  /** Requests that it struck so far. */
  readonly struck: number;
  /** Requests that came back before Retry-After was over. */
  readonly early: number;
}

/** Providers that live: what is submitted can be read, by a clock of their own, and nothing costs money. */
export interface Mock {
  /** The names of the contracts that it serves. */
  readonly providers: readonly string[];
  /** Provider → its real hosts, as the contract lists them: origins, the main one first. */
  readonly servers: Readonly<Record<string, readonly string[]>>;
  /** Answers a request to `/<provider>/…`, or to `/<provider>/~<namespace>/…`: namespaces share nothing. */
  readonly handle: Handler;
  /** The same for whoever takes a `fetch`: the host of a URL does not matter, its path does. */
  readonly fetch: typeof fetch;
  /** How many of the mock's seconds pass in one of the clock's. */
  readonly speed: number;
  /** Those that were asked for so far; the one without a name is `""`. */
  readonly namespaces: readonly string[];
  /** Milliseconds since 1970, as the tasks of a namespace live them. */
  now(namespace?: string): number;
  /** Moves the clock of a namespace on. Events that come due are sent at once; `settled` waits for them. */
  advance(seconds: number, namespace?: string): void;
  /** Resolves when every event that is due by now was answered, or given up. */
  settled(namespace?: string): Promise<void>;
  /** What was told to receivers of webhooks, and what became of it: the last 1,000 attempts, oldest first. */
  webhooks(namespace?: string): readonly WebhookDelivery[];
  /** The tasks of a namespace that are remembered, or so many of the newest; oldest first. */
  tasks(namespace?: string, newest?: number): readonly TaskReport[];
  /** Calls to paste for one provider, as a client with this base URL makes them. */
  snippets(provider: string, baseUrl: string): readonly Snippet[];
  /** What became of the money in a namespace; of each list the newest only, if a number is given. */
  ledger(namespace?: string, newest?: number): Ledger;
  /**
   * Sets faults that strike until they are taken away.
   *
   * @throws Error when there is no such provider
   */
  addFaults(faults: readonly Fault[], scope?: FaultScope): readonly FaultReport[];
  /** Those that are set in a namespace. */
  faults(namespace?: string): readonly FaultReport[];
  /** Takes all faults away, or the one with this id. */
  clearFaults(namespace?: string, id?: number): void;
  /** Forgets everything of a namespace: tasks, uploads, faults, clock, ledger, and events that are still to be sent. */
  reset(namespace?: string): void;
  /** Sends no event any more, in any namespace. Requests are answered on. */
  close(): void;
  /** Serves a contract in the place of the one with its name, or beside the others; tasks live on. */
  replace(document: Document): void;
}

const NAMESPACE = /^\/~([\w.-]{1,64})(?=\/|$)/;
const NO_NAMESPACE: readonly string[] = [];
const isNamespace = (name: string): boolean => name === "" || NAMESPACE.exec(`/~${name}`)?.[1] === name;
/** Namespaces that are remembered; the oldest go, with their tasks. */
const SPACES = 1000;
/** Bytes of uploads. A larger one is kept until the next. */
const UPLOADS = 64 * 1024 * 1024;

const serversOf = ({ root }: Document): readonly string[] =>
  [root.servers ?? []].flat().map((server) => textOf(objectAt(server).url));

/** @throws Error when two contracts have one name */
export function createMock(options: MockOptions): Mock {
  const { specs, seed = 1, clock: real = () => Date.now(), speed = 1, judge = "ajv", limit = 10_000 } = options;
  const { validate = false, faults: everywhere = [], scenarios = readCatalogue(), sleep = realSleep } = options;
  const tasks = createTaskStore(limit);
  const uploads = createUploadStore(options.uploadLimit ?? UPLOADS);
  const judgeOf = (document: Document) => createLazyJudge(judge, document);
  const signing = { secret: options.webhookSecret ?? WEBHOOK_SECRET, seed };
  const world = { tasks, uploads, readClip: createClipReader(), judgeOf, scenarios, validate, signing };
  const { webhook: post, wake, webhookClock: receivers, onWebhook: onDelivery } = options;
  const sending = {
    ...{ ...(post && { post }), ...(wake && { wake }) },
    ...{ ...(receivers && { receivers }), ...(onDelivery && { onDelivery }) },
  };
  const state = { isClosed: false };
  const engines = new Map<string, Engine>(specs.map((one) => [one.provider, createEngine(one, world)]));
  if (engines.size < specs.length) throw new Error("Two contracts have the same name.");
  const documents = new Map(specs.map((one) => [one.provider, one]));
  const spaces = new Map<string, Space>();
  const ids = { next: 1 };

  function forget(name: string): void {
    tasks.clear(name);
    uploads.clear(name);
    spaces.get(name)?.outbox.stop();
    spaces.delete(name);
  }

  function spaceOf(name: string): Space {
    const known = spaces.get(name);
    if (known) return known;
    if (!isNamespace(name)) {
      throw new Error(
        `"${name.slice(0, 100)}" is no namespace; up to 64 letters, digits, ".", "-" and "_", without the "~".`,
      );
    }
    const clock = createClock(real, speed);
    const outbox = createOutbox(clock, speed, sending);
    if (state.isClosed) outbox.stop();
    const space = createSpace(name, { clock, outbox, seed });
    for (const fault of everywhere) space.standing.push({ id: ids.next++, active: activate(fault) });
    spaces.set(name, space);
    // The one without a name stays.
    const oldest = spaces.size > SPACES ? [...spaces.keys()].find((one) => one !== "" && one !== name) : undefined;
    if (oldest !== undefined) forget(oldest);
    return space;
  }

  /** Oldest first. */
  const tasksOf = (namespace: string): readonly Task[] => tasks.of(namespace);

  /** @throws Error when there is no such provider */
  function documentOf(provider: string): Document {
    const document = documents.get(provider);
    if (!document) throw new Error(`No provider "${provider}" here. There are: ${[...engines.keys()].join(", ")}.`);
    return document;
  }

  const unknown = (provider: string): MockAnswer => ({
    status: 404,
    headers: { "content-type": "application/json", "x-mock-fault": "unknown-provider" },
    body: { error: { message: `No provider "${provider}" here. There are: ${[...engines.keys()].join(", ")}.` } },
  });

  const reports = ({ standing }: Space): FaultReport[] =>
    standing.map(({ id, provider, active: { fault, struck, early } }) => ({
      ...{ id, name: fault.name, struck, early },
      ...(fault.times !== undefined && { times: fault.times }),
      ...(provider !== undefined && { provider }),
    }));

  const handle: Handler = withCors(async (request) => {
    const steered = control(request) ?? answerStatusPage(request);
    if (steered) return steered;
    const { path } = request;
    const slash = path.indexOf("/", 1);
    const provider = path.startsWith("/") ? path.slice(1, slash < 0 ? undefined : slash) : "";
    const engine = engines.get(provider);
    if (!engine) return unknown(provider);
    const rest = slash < 0 ? "/" : path.slice(slash);
    const [prefix = "", namespace = ""] = (rest.startsWith("/~") ? NAMESPACE.exec(rest) : null) ?? NO_NAMESPACE;
    const base = `${request.base ?? ""}/${provider}${prefix}`;
    return engine.handle({ ...request, base, path: rest.slice(prefix.length) || "/" }, spaceOf(namespace));
  });

  const mock: Mock = {
    get providers() {
      return [...engines.keys()];
    },
    get servers() {
      return Object.fromEntries([...documents].map(([provider, document]) => [provider, serversOf(document)]));
    },
    speed,
    get namespaces() {
      return [...spaces.keys()];
    },
    handle,
    fetch: mockFetch(handle, sleep),
    now: (namespace = "") => spaceOf(namespace).clock.now(),
    advance(seconds, namespace = "") {
      const { clock, outbox } = spaceOf(namespace);
      clock.advance(seconds);
      outbox.begin();
    },
    settled: (namespace = "") => spaceOf(namespace).outbox.settled(),
    webhooks: (namespace = "") => spaceOf(namespace).outbox.deliveries(),
    tasks(namespace = "", newest = Infinity) {
      const now = spaceOf(namespace).clock.now();
      return lastOf(tasksOf(namespace), newest).flatMap((task) => {
        const contract = engines.get(task.provider)?.contract;
        return contract ? [reportOf(task, contract, now)] : [];
      });
    },
    snippets: (provider, baseUrl) => snippetsOf(documentOf(provider), baseUrl),
    ledger(namespace = "", newest = Infinity) {
      const space = spaceOf(namespace);
      const told = { refusals: space.refusals(), notes: space.notes(), now: space.clock.now() };
      const lifecycleOf = (provider: string) => engines.get(provider)?.contract.lifecycle;
      return ledgerOf({ accepted: tasksOf(namespace), lifecycleOf, ...told, newest });
    },
    addFaults(faults, { namespace = "", provider } = {}) {
      if (provider !== undefined) documentOf(provider);
      const space = spaceOf(namespace);
      const first = ids.next;
      for (const fault of faults) {
        space.standing.push({ id: ids.next++, active: activate(fault), ...(provider !== undefined && { provider }) });
      }
      return reports(space).filter(({ id }) => id >= first);
    },
    faults: (namespace = "") => reports(spaceOf(namespace)),
    clearFaults(namespace = "", id) {
      const { standing } = spaceOf(namespace);
      const left = id === undefined ? [] : standing.filter((one) => one.id !== id);
      standing.splice(0, standing.length, ...left);
    },
    reset: (namespace = "") => {
      forget(namespace);
    },
    close() {
      state.isClosed = true;
      for (const { outbox } of spaces.values()) outbox.stop();
    },
    replace(document) {
      engines.set(document.provider, createEngine(document, world));
      documents.set(document.provider, document);
    },
  };
  const control = createControl(mock, scenarios);
  return mock;
}
