import { classify, type Answer, type TaskStatus } from "@omni-contracts/core/language";
import { isObject, type Document, type Fixture } from "@omni-contracts/specs";
import { contractOf } from "./contract-of.js";
import { createExamples } from "./examples.js";
import {
  encodedPath,
  isJson,
  parseJson,
  preferenceOf,
  type Handler,
  type MockAnswer,
  type MockRequest,
} from "./http.js";
import { isLink, mintId, pointLinks, showTask } from "./places.js";
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
  /** operationId of its submit. */
  readonly submit: string;
  readonly handle: Readonly<Record<string, string | undefined>>;
  readonly model: unknown;
  readonly createdAt: number;
}

const DAY = 86_400;

const asAnswer = ({ headers, ...answer }: MockAnswer, request?: unknown): Answer => ({
  ...answer,
  headers: new Headers(headers),
  request,
});

/**
 * A provider's mock with a memory: Prism judges each request and gives the documented answer, and a submitted task can be
 * read again, queued first, then running, then completed. What the answers show of it is the task's own. A request that
 * says `Prefer: code=…` gets Prism's answer as it is.
 */
export async function createMock(document: Document, options: MockOptions): Promise<Handler> {
  const { now, random, runSeconds = 60 } = options;
  const contract = contractOf(document);
  const { lifecycle } = contract;
  const examples = createExamples(document, contract);
  const prism = await createPrism(document);
  const route = createRouter(document);
  const tasks: Task[] = [];

  const answerWith = (request: MockRequest, { status, name }: Fixture): Promise<MockAnswer> =>
    prism({ ...request, headers: { ...request.headers, prefer: `code=${status}, example=${name}` } });

  /** A copy of the answer that shows this task in place of the example's. */
  function shown(answer: MockAnswer, representation: string | undefined, task: Task, progress: number): MockAnswer {
    const form = lifecycle.representations[representation ?? ""];
    const body = structuredClone(answer.body);
    const { handle, model, createdAt } = task;
    const lifetime = lifecycle.result?.lifetime ?? DAY;
    if (form) showTask(body, form, { id: handle.id, model, progress, runSeconds, createdAt, lifetime });
    return { ...answer, body };
  }

  /** Prism takes a 422 for bad input wherever there is one; the contract documents another answer for bad input. */
  function refusal(answer: MockAnswer, operationId: string): MockAnswer {
    const told = classify(contract, operationId, asAnswer(answer));
    if (told.outcome === "rejected" && told.error.code === "invalid_request") return answer;
    const documented = answer.status === 422 && examples.ofError(operationId, "invalid_request");
    return documented ? { ...answer, status: documented.status, body: documented.body } : answer;
  }

  const isTaken = (id: string): boolean => tasks.some(({ handle }) => Object.values(handle).includes(id));

  async function submit(request: MockRequest, { entry: { id } }: Route): Promise<MockAnswer> {
    const answer = await prism(request);
    if ("sl-violations" in answer.headers) return refusal(answer, id);
    const sent = isJson(request.headers) ? parseJson(request.text ?? "") : undefined;
    const { handle = {}, as } = lifecycle.submit[id] ?? {};
    const body = structuredClone(answer.body);
    for (const capture of Object.values(handle)) {
      const minted = mintId(body, capture, random, isTaken);
      if (minted) pointLinks(body, minted.example, minted.id);
    }
    const outcome = classify(contract, id, asAnswer({ ...answer, body }, sent));
    if (outcome.outcome !== "accepted") return answer;
    const model = isObject(sent) ? sent.model : undefined;
    const task: Task = { submit: id, handle: outcome.handle, model, createdAt: now() };
    tasks.push(task);
    return shown({ ...answer, body }, as, task, 0);
  }

  /** Whether a read is the first of a submit, or follows from it by `next`. */
  function isReadOf(submitId: string, readId: string): boolean {
    const ids = new Set<string>();
    for (let id = lifecycle.submit[submitId]?.read; id && !ids.has(id); id = lifecycle.read[id]?.next) ids.add(id);
    return ids.has(readId);
  }

  function find({ entry, params }: Route, { path, query }: MockRequest): Task | undefined {
    const { with: places = {}, url } = lifecycle.read[entry.id] ?? {};
    return tasks.find(({ submit: id, handle }) => {
      if (!isReadOf(id, entry.id)) return false;
      // An address of the handle leads here by its path; its host is the provider's.
      if (url !== undefined) return isLink(handle[url]) && new URL(handle[url]).pathname === path;
      return Object.entries(places).every(([place, captures]) => {
        const [where, name = ""] = place.split(".");
        const value = where === "path" ? params[name] : query.get(name);
        return [captures].flat().some((capture) => handle[capture] !== undefined && handle[capture] === value);
      });
    });
  }

  async function read(request: MockRequest, found: Route): Promise<MockAnswer> {
    const { id } = found.entry;
    const task = find(found, request);
    const progress = task ? Math.min(1, Math.max(0, (now() - task.createdAt) / (runSeconds * 1000))) : 0;
    const states: TaskStatus[] =
      progress >= 1 ? ["completed"] : progress < 0.2 ? ["queued", "in_progress"] : ["in_progress"];
    // A read that cannot show the state, such as the second call before the end, has nothing to show yet.
    const [look] = task ? states.flatMap((state) => examples.ofState(id, state) ?? []) : [];
    const example = look ?? examples.ofError(id, "task_not_found");
    if (!example) return prism(request);
    const answer = await answerWith(request, example);
    // A read without a key is Prism's to refuse; only an answer that shows the task is made its own.
    const isTask = task && look?.status === answer.status;
    return isTask ? shown(answer, lifecycle.read[id]?.as, task, progress) : answer;
  }

  return (given) => {
    const request = { ...given, path: encodedPath(given.path) };
    const found = route(request.method, request.path);
    const { code, example } = preferenceOf(request.headers);
    if (!found || code || example) return prism(request);
    if (found.entry.id in lifecycle.submit) return submit(request, found);
    return found.entry.id in lifecycle.read ? read(request, found) : prism(request);
  };
}
