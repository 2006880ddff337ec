import type { Contract, TaskStatus } from "@omni-contracts/core/language";
import { objectAt, requestContent, type Document, type Fixture, type Json } from "@omni-contracts/specs";
import { activate } from "../faults/active.js";
import type { Fault, Life } from "../faults/fault.js";
import { marked } from "../faults/strike.js";
import { isOfTask } from "../faults/trouble.js";
import type { OwnMedia } from "../media/own-media.js";
import { lifetimeOf } from "../media/files.js";
import { isJson, parseJson, type MockAnswer, type MockRequest } from "../transport/http.js";
import type { Answers } from "./answers.js";
import { isLink, showWord, withoutVideos } from "./places.js";
import { priceOf } from "./price.js";
import { promptOf } from "./prompt.js";
import { receiptOf, type Receipt } from "./receipt.js";
import type { Route } from "./routes.js";
import { taskShower, type TaskFacts, type TaskShower } from "./show-task.js";
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
  find(request: MockRequest, route: Route, space: Space): Task | undefined;
  serve(serving: Serving): Served;
}

/** What came of a request. */
export interface Served {
  readonly answer: MockAnswer;
  /** The task that a submit has made. */
  readonly made?: Task;
}

/** A parameter of a read, and the captures of a task that stand there. */
interface Place {
  readonly isPath: boolean;
  readonly key: string;
  readonly captures: readonly string[];
}

/** Seconds that a task takes where the contract names no usual time. */
const TYPICAL = 60;

/** What is true of a task that stands so; `base` is where the mock is reached. */
export function factsOf(contract: Contract, task: Task, { status, progress }: Stand, base: string): TaskFacts {
  const { handle, model, createdAt, price, runSeconds } = task;
  const file = `${base}/__files/${encodeURIComponent(handle.id ?? "result")}`;
  const hasFailed = status === "failed" || status === "cancelled" || status === "expired";
  const lifetime = lifetimeOf(contract);
  return { id: handle.id, model, price, runSeconds, createdAt, file, lifetime, progress, hasFailed };
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
  const showers = new Map<Fixture, TaskShower>();
  const receipts = new Map<string, Receipt>();

  function schemaOf({ entry }: Route): Json | undefined {
    if (!schemas.has(entry.id)) {
      schemas.set(entry.id, requestContent(document, entry.operation, "application/json").schema);
    }
    return schemas.get(entry.id);
  }

  /** Makes a copy of an example show this task in place of the example's. */
  function show(answer: MockAnswer, example: Fixture, task: Task, stand: Stand, base = ""): void {
    const { as = "" } = lifecycle.submit[example.id] ?? lifecycle.read[example.id] ?? {};
    const form = lifecycle.representations[as];
    if (!form) return;
    const shower = showers.get(example) ?? taskShower(example.body, form);
    showers.set(example, shower);
    shower(answer.body, factsOf(contract, task, stand, base));
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

  function submit({ request, route, space, life, attached }: Serving): Served {
    const { id } = route.entry;
    const example = answers.successExample(id);
    if (!example) {
      const message = "The contract has no example of an accepted submit.";
      return { answer: answers.error(id, "provider_unavailable", message) };
    }
    if (life.ends && !isShownBy(life.ends, id)) {
      const message = `The contract of ${provider} shows no task that is ${life.ends}.`;
      return { answer: marked(answers.error(id, "invalid_request", message), "unknown-scenario") };
    }
    const answer = answers.of(example);
    const parsed = isJson(request.headers) ? parseJson(request.text ?? "") : undefined;
    const sent = objectAt(parsed);
    const isTaken = (value: string) => tasks.find(provider, space.name, value) !== undefined;
    const receipt = receipts.get(id) ?? receiptOf(contract, id, answer);
    receipts.set(id, receipt);
    receipt.mint(answer.body, space.randomFor(provider), isTaken);
    const handle = receipt.handleOf(answer, sent);
    if (!handle) return { answer };
    const task: Task = {
      provider,
      namespace: space.name,
      submit: id,
      handle,
      model: sent.model,
      prompt: promptOf(document, sent),
      price: priceOf(document, schemaOf(route), sent),
      createdAt: space.clock.now(),
      runSeconds: life.seconds ?? lifecycle.poll.typical ?? TYPICAL,
      clip: own.clipFor(id, sent, space),
      life,
      faults: attached.filter((one) => isOfTask(one, (on) => on in lifecycle.read)).map(activate),
      isTold: false,
      reads: 0,
    };
    tasks.add(task);
    show(answer, example, task, { status: "queued", progress: 0 }, request.base);
    return { answer, made: task };
  }

  const lookups = new Map(
    Object.entries(lifecycle.read).map(([id, { with: parameters = {}, url }]) => {
      const places = Object.entries(parameters).map(([place, captures]): Place => {
        const [where, key = ""] = place.split(".");
        return { isPath: where === "path", key, captures: [captures].flat() };
      });
      return [id, { url, places }] as const;
    }),
  );

  function find({ path, query }: MockRequest, { entry, params }: Route, space: Space): Task | undefined {
    const { url, places } = lookups.get(entry.id) ?? { places: [] };
    const isRead = ({ submit: id }: Task): boolean => readsOf.get(id)?.has(entry.id) === true;
    if (url !== undefined) {
      // An address of the handle leads here by its path; its host is the provider's.
      const task = tasks.find(provider, space.name, path);
      const address = task && isRead(task) ? task.handle[url] : undefined;
      return isLink(address) && new URL(address).pathname === path ? task : undefined;
    }
    const valueIn = ({ isPath, key }: Place): string | null | undefined => (isPath ? params[key] : query.get(key));
    const isMeant = ({ handle }: Task, place: Place): boolean => {
      const value = valueIn(place);
      return place.captures.some((capture) => handle[capture] !== undefined && handle[capture] === value);
    };
    for (const place of places) {
      const task = tasks.find(provider, space.name, valueIn(place) ?? "");
      if (task && isRead(task) && places.every((one) => isMeant(task, one))) return task;
    }
    return undefined;
  }

  function read(serving: Serving): MockAnswer {
    const { request, route, space, task } = serving;
    const { id } = route.entry;
    if (!task) return answers.error(id, "task_not_found", undefined);
    task.reads += 1;
    const life = serving.attached.length > 0 ? { ...task.life, ...serving.life } : task.life;
    const stand = standOf(task, space.clock.now(), life);
    // A provider that has no word for waiting shows such a task as running.
    const states: TaskStatus[] = stand.status === "queued" ? ["queued", "in_progress"] : [stand.status];
    const [look] = states.flatMap((state) => answers.examples.ofState(id, state, life.error) ?? []);
    // A read that cannot show the state, such as a second call before the end, has nothing to show yet.
    if (!look) return answers.error(id, "task_not_found", undefined);
    const answer = answers.of(look);
    show(answer, look, task, stand, request.base);
    const form = lifecycle.representations[lifecycle.read[id]?.as ?? ""] ?? {};
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
    serve(serving) {
      const { id } = serving.route.entry;
      if (id in lifecycle.submit) return submit(serving);
      if (id in lifecycle.read) return { answer: read(serving) };
      const message = "The contract has no example of success.";
      return { answer: answers.success(id) ?? answers.error(id, "provider_unavailable", message) };
    },
  };
}
