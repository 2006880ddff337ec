import { classify, type Answer, type Contract, type TaskStatus } from "@omni-contracts/core/language";
import { objectAt, requestContent, textOf, type Document, type Json } from "@omni-contracts/specs";
import { activate } from "../faults/active.js";
import type { Fault, Life } from "../faults/fault.js";
import { marked } from "../faults/strike.js";
import { isOfTask } from "../faults/trouble.js";
import type { OwnMedia } from "../media/own-media.js";
import { lifetimeOf } from "../media/files.js";
import { fieldsOf, isJson, parseJson, type MockAnswer, type MockRequest } from "../transport/http.js";
import type { Answers } from "./answers.js";
import { isLink, mintId, pointLinks, showTask, showWord, withoutVideos, type TaskFacts } from "./places.js";
import { priceOf } from "./price.js";
import { promptOf } from "./prompt.js";
import type { Route } from "./routes.js";
import type { Space } from "./space.js";
import { standOf, wordOf, type Stand, type Task, type TaskStore } from "./tasks.js";

/** What a request is served with. */
export interface Serving {
  readonly request: MockRequest;
  readonly route: Route;
  readonly space: Space;
  /** The task that it asks for. */
  readonly task?: Task | undefined;
  /** How a task that it makes lives; how a task that it reads is shown. */
  readonly life: Life;
  /** Faults that were chosen with the request. */
  readonly attached: readonly Fault[];
}

/** Carries requests out: makes tasks, and shows how they stand. */
export interface Service {
  /** The task that a read asks for. */
  find(serving: Serving): Task | undefined;
  serve(serving: Serving): MockAnswer;
  /** The task that an answer to a submit has made. */
  madeBy(answer: MockAnswer): Task | undefined;
}

/** Seconds that a task takes where the contract names no usual time. */
const TYPICAL = 60;

const asAnswer = ({ headers, status, body }: MockAnswer, request?: unknown): Answer => ({
  status,
  headers: fieldsOf(headers),
  body,
  request,
});

/** What is true of a task that stands so; `base` is where the mock is reached. */
export function factsOf(contract: Contract, task: Task, { status, progress }: Stand, base: string): TaskFacts {
  const { handle, model, createdAt, price, runSeconds } = task;
  const file = `${base}/__files/${encodeURIComponent(handle.id ?? "result")}`;
  const hasFailed = ["failed", "cancelled", "expired"].includes(status);
  const lifetime = lifetimeOf(contract);
  return { ...{ id: handle.id, model, price, runSeconds, createdAt, file }, lifetime, progress, hasFailed };
}

export function createService(
  document: Document,
  contract: Contract,
  answers: Answers,
  { tasks, own }: { readonly tasks: TaskStore; readonly own: OwnMedia },
): Service {
  const { provider } = document;
  const { lifecycle } = contract;
  const schemas = new Map<string, Json | undefined>();
  const made = new WeakMap<MockAnswer, Task>();

  function schemaOf({ entry }: Route): Json | undefined {
    if (!schemas.has(entry.id)) {
      schemas.set(entry.id, requestContent(document, entry.operation, "application/json").schema);
    }
    return schemas.get(entry.id);
  }

  /** An answer that shows this task in place of the example's. */
  function shown(answer: MockAnswer, as: string | undefined, task: Task, stand: Stand, base = ""): MockAnswer {
    const form = lifecycle.representations[as ?? ""];
    if (form) showTask(answer.body, form, factsOf(contract, task, stand, base));
    return answer;
  }

  /** The first read of a submit, and those that follow from it by `next`. */
  function followed(submitId: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (let id = lifecycle.submit[submitId]?.read; id && !ids.has(id); id = lifecycle.read[id]?.next) ids.add(id);
    return ids;
  }
  const readsOf = new Map(Object.keys(lifecycle.submit).map((id) => [id, followed(id)]));

  const isShownBy = (state: TaskStatus, submitId: string): boolean =>
    [...(readsOf.get(submitId) ?? [])].some((id) => answers.examples.ofState(id, state) !== undefined);

  function submit({ request, route, space, life, attached }: Serving): MockAnswer {
    const { id } = route.entry;
    const answer = answers.success(id);
    if (!answer) return answers.error(id, "provider_unavailable", "The contract has no example of an accepted submit.");
    if (life.ends && !isShownBy(life.ends, id)) {
      const message = `The contract of ${provider} shows no task that is ${life.ends}.`;
      return marked(answers.error(id, "invalid_request", message), "unknown-scenario");
    }
    const parsed = isJson(request.headers) ? parseJson(request.text ?? "") : undefined;
    const sent = objectAt(parsed);
    const { handle = {}, as } = lifecycle.submit[id] ?? {};
    const draw = () => space.random(provider);
    const isTaken = (value: string) => tasks.find(provider, space.name, value) !== undefined;
    for (const capture of Object.values(handle)) {
      const minted = mintId(answer.body, capture, draw, isTaken);
      if (minted) pointLinks(answer.body, minted.example, minted.id);
    }
    const outcome = classify(contract, id, asAnswer(answer, sent));
    if (outcome.outcome !== "accepted") return answer;
    const task: Task = {
      ...{ provider, namespace: space.name, submit: id, handle: outcome.handle, model: sent.model, life },
      prompt: promptOf(document, sent),
      price: priceOf(document, schemaOf(route), sent),
      createdAt: space.clock.now(),
      runSeconds: life.seconds ?? lifecycle.poll.typical ?? TYPICAL,
      clip: own.clipFor(id, sent, space),
      faults: attached.filter((one) => isOfTask(one, (on) => on in lifecycle.read)).map(activate),
      isTold: false,
      reads: 0,
    };
    tasks.add(task);
    made.set(answer, task);
    return shown(answer, as, task, { status: "queued", progress: 0 }, request.base);
  }

  function find({ request: { path, query }, route: { entry, params }, space }: Serving): Task | undefined {
    const { with: places = {}, url } = lifecycle.read[entry.id] ?? {};
    const isMine = ({ submit: id, handle }: Task): boolean => {
      if (!readsOf.get(id)?.has(entry.id)) return false;
      // An address of the handle leads here by its path; its host is the provider's.
      if (url !== undefined) return isLink(handle[url]) && new URL(handle[url]).pathname === path;
      return Object.entries(places).every(([place, captures]) => {
        const value = valueIn(place);
        return [captures].flat().some((capture) => handle[capture] !== undefined && handle[capture] === value);
      });
    };
    function valueIn(place: string): string | null | undefined {
      const [where, key = ""] = place.split(".");
      return where === "path" ? params[key] : query.get(key);
    }
    const values = url === undefined ? Object.keys(places).map(valueIn) : [path];
    const found = values.map((value) => tasks.find(provider, space.name, textOf(value)));
    return found.find((task) => task !== undefined && isMine(task));
  }

  function read(serving: Serving): MockAnswer {
    const { request, route, space, task } = serving;
    const { id } = route.entry;
    if (!task) return answers.error(id, "task_not_found", undefined);
    task.reads += 1;
    const life = { ...task.life, ...serving.life };
    const stand = standOf(task, space.clock.now(), life);
    // A provider that has no word for waiting shows such a task as running.
    const states: TaskStatus[] = stand.status === "queued" ? ["queued", "in_progress"] : [stand.status];
    const [look] = states.flatMap((state) => answers.examples.ofState(id, state, life.error) ?? []);
    // A read that cannot show the state, such as a second call before the end, has nothing to show yet.
    if (!look) return answers.error(id, "task_not_found", undefined);
    const as = lifecycle.read[id]?.as ?? "";
    const answer = shown(answers.of(look), as, task, stand, request.base);
    const form = lifecycle.representations[as] ?? {};
    const word = wordOf(task, stand, life);
    if (word !== undefined) {
      showWord(answer.body, form, word);
      return marked(answer, "unknown-status");
    }
    if (life.without && stand.status === "completed") {
      withoutVideos(answer.body, form);
      return marked(answer, "completed-without-result");
    }
    // Shown as it was asked for, which is not how it stands.
    const [asked] = serving.attached.filter(({ task: lived }) => lived !== undefined);
    return asked ? marked(answer, asked.name) : answer;
  }

  return {
    find,
    madeBy: (answer) => made.get(answer),
    serve(serving) {
      const { id } = serving.route.entry;
      if (id in lifecycle.submit) return submit(serving);
      if (id in lifecycle.read) return read(serving);
      return (
        answers.success(id) ?? answers.error(id, "provider_unavailable", "The contract has no example of success.")
      );
    },
  };
}
