import {
  classify,
  locate,
  putAt,
  readTask,
  valueAt,
  type Answer,
  type Contract,
  type Location,
  type Representation,
  type Source,
  type TaskStatus,
  type TimeSource,
} from "@omni-contracts/core/language";
import { fixturesOf, isInferred, type Document, type Fixture } from "@omni-contracts/specs";
import { contractOf } from "./contract-of.js";
import { isJson, preferenceOf, type Handler, type MockAnswer, type MockRequest } from "./http.js";
import { createPrism } from "./prism.js";
import { createRouter, type Route } from "./routes.js";

export interface MockOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to 1; task ids are drawn from it. */
  readonly random: () => number;
  /** Seconds that a task takes, the first fifth of them in the queue. Default: 60. */
  readonly runSeconds?: number;
}

interface Task {
  readonly submit: string;
  readonly handle: Readonly<Record<string, string | undefined>>;
  readonly model: unknown;
  readonly createdAt: number;
}

const ALPHABETS = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** A new id that looks like the documented one: the same length and kinds of characters, behind the same prefix. */
function idLike(example: string, random: () => number): string {
  const prefix = /^[A-Za-z]+[_-]/.exec(example)?.[0] ?? "";
  const draw = (character: string): string => {
    const alphabet = ALPHABETS.find((one) => one.includes(character));
    return alphabet?.[Math.floor(random() * alphabet.length)] ?? character;
  };
  return prefix + Array.from(example.slice(prefix.length), draw).join("");
}

/** The places in the body; headers and the request are not the mock's to write. */
function pathsOf(source: Source = []): string[] {
  return typeof source === "object" && ("header" in source || "request" in source) ? [] : [source].flat();
}

/** Puts a value wherever the example already shows that member: the example gives the shape, the contract the place. */
function put(body: unknown, source: Source | undefined, value: unknown, current?: Location): void {
  for (const path of pathsOf(source)) for (const location of locate(body, path, current)) putAt(body, location, value);
}

function putTime(body: unknown, source: TimeSource | undefined, milliseconds: number, current?: Location): void {
  if (!source) return;
  const seconds = Math.floor(milliseconds / 1000);
  const stamps = {
    "unix-seconds": seconds,
    "unix-milliseconds": milliseconds,
    "date-time": new Date(milliseconds).toISOString(),
  };
  put(body, source.at, stamps[source.format], current);
}

function requestBody({ headers, text }: MockRequest): unknown {
  try {
    return isJson(headers) ? JSON.parse(text ?? "") : undefined;
  } catch {
    return undefined;
  }
}

const asAnswer = ({ headers, ...answer }: MockAnswer, request?: unknown): Answer => ({
  ...answer,
  headers: new Headers(headers),
  request,
});

/**
 * A provider's mock with a memory: Prism judges each request and gives the documented answer, and a submitted task can be
 * read again, queued first, then running, then completed. What the answers show of it is the task's own.
 */
export async function createMock(document: Document, options: MockOptions): Promise<Handler> {
  const { now, random, runSeconds = 60 } = options;
  const contract: Contract = contractOf(document);
  const { lifecycle } = contract;
  const prism = await createPrism(document);
  const route = createRouter(document);
  const fixtures = fixturesOf(document);
  const tasks: Task[] = [];

  /** The example of a read that shows what is asked for; one that a page shows before one that we made up. */
  function exampleOf(
    operationId: string,
    shows: (reading: ReturnType<typeof readTask>) => boolean,
  ): Fixture | undefined {
    const fits = fixtures.filter(
      ({ id, status, body }) => id === operationId && shows(readTask(contract, operationId, { status, body })),
    );
    return fits.find((one) => !isInferred(one)) ?? fits[0];
  }

  const answerWith = (request: MockRequest, { status, name }: Fixture): Promise<MockAnswer> =>
    prism({ ...request, headers: { ...request.headers, prefer: `code=${status}, example=${name}` } });

  function show(body: unknown, form: Representation | undefined, task: Task, progress: number): void {
    if (!form) return;
    const lifetime = (lifecycle.result?.lifetime ?? 86_400) * 1000;
    const completedAt = task.createdAt + runSeconds * 1000;
    put(body, form.id, task.handle.id);
    put(body, form.model, task.model);
    put(body, form.progress?.at, Math.round(progress * (form.progress?.of ?? 100)));
    put(body, form.estimatedSeconds, runSeconds);
    put(body, form.elapsedSeconds, Math.round(progress * runSeconds));
    putTime(body, form.createdAt, task.createdAt);
    putTime(body, form.completedAt, completedAt);
    for (const { each = "$", expiresAt } of form.videos ?? []) {
      for (const current of locate(body, each)) putTime(body, expiresAt, completedAt + lifetime, current);
    }
  }

  async function submit(request: MockRequest, { entry }: Route): Promise<MockAnswer> {
    const answer = await prism(request);
    const rules = lifecycle.submit[entry.id];
    const sent = requestBody(request);
    const outcome = classify(contract, entry.id, asAnswer(answer, sent));
    if (!rules || outcome.outcome !== "accepted") return answer;
    const body = structuredClone(answer.body);
    for (const capture of Object.values(rules.handle)) {
      const [location] = pathsOf(capture).flatMap((path) => locate(body, path));
      if (location) putAt(body, location, idLike(String(valueAt(body, location)), random));
    }
    const minted = classify(contract, entry.id, asAnswer({ ...answer, body }, sent));
    if (minted.outcome !== "accepted") return answer;
    const model = sent && typeof sent === "object" && "model" in sent ? sent.model : undefined;
    const task: Task = { submit: entry.id, handle: minted.handle, model, createdAt: now() };
    tasks.push(task);
    show(body, lifecycle.representations[rules.as ?? ""], task, 0);
    return { ...answer, body };
  }

  function find({ entry, params }: Route, { query }: MockRequest): Task | undefined {
    const asked = Object.entries(lifecycle.read[entry.id]?.with ?? {});
    return tasks.find(
      (task) =>
        lifecycle.submit[task.submit]?.read === entry.id &&
        asked.every(([place, captures]) => {
          const [where, name = ""] = place.split(".");
          const value = where === "path" ? params[name] : query.get(name);
          return [captures].flat().some((capture) => value !== undefined && task.handle[capture] === value);
        }),
    );
  }

  async function read(request: MockRequest, found: Route): Promise<MockAnswer> {
    const task = find(found, request);
    const missing = exampleOf(found.entry.id, ({ error }) => error?.code === "task_not_found");
    if (!task) return missing ? answerWith(request, missing) : prism(request);
    const progress = Math.min(1, (now() - task.createdAt) / (runSeconds * 1000));
    const status: TaskStatus = progress >= 1 ? "completed" : progress < 0.2 ? "queued" : "in_progress";
    const example = exampleOf(found.entry.id, (reading) => reading.task?.status === status);
    if (!example) return prism(request);
    const answer = await answerWith(request, example);
    const body = structuredClone(answer.body);
    // An invalid or unauthenticated read is Prism's to refuse; only an answer that shows the task is made its own.
    if (answer.status === example.status)
      show(body, lifecycle.representations[lifecycle.read[found.entry.id]?.as ?? ""], task, progress);
    return { ...answer, body };
  }

  return (request) => {
    const found = route(request.method, request.path);
    const { code, example } = preferenceOf(request.headers);
    if (!found || code || example) return prism(request);
    if (found.entry.id in lifecycle.submit) return submit(request, found);
    return found.entry.id in lifecycle.read ? read(request, found) : prism(request);
  };
}
