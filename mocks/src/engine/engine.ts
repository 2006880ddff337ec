import { createHash } from "node:crypto";
import { classify, type Contract } from "@omni-contracts/core/language";
import { keyHeaderOf, objectAt, textOf, type Document } from "@omni-contracts/specs";
import type { ActiveFault, Occasion } from "../faults/active.js";
import { choiceOf, type Choice } from "../faults/choice.js";
import { lifeOf, NO_LIFE, type Fault, type FaultAnswer, type Life, type Scenarios } from "../faults/fault.js";
import { insteadOf, marked, struckBy } from "../faults/strike.js";
import { lifeUnder, NO_TROUBLE, troubleOf } from "../faults/trouble.js";
import type { Judge } from "../judge/judge.js";
import type { ClipReader } from "../media/clips.js";
import { createFiles } from "../media/files.js";
import { createOwnMedia } from "../media/own-media.js";
import { createReceiver } from "../media/receive.js";
import type { UploadStore } from "../media/uploads.js";
import {
  encodedPath,
  fieldsOf,
  LARGEST_BODY,
  parseJson,
  type MockAnswer,
  type MockRequest,
} from "../transport/http.js";
import { createAnswers } from "./answers.js";
import { createAnswerCheck } from "./check.js";
import { contractOf } from "./contract-of.js";
import { perDocument } from "./per-document.js";
import { rebaseLinks } from "./places.js";
import { createRouter, type Route } from "./routes.js";
import { createService } from "./serve.js";
import { createEventCheck } from "../webhooks/event-check.js";
import { createTeller } from "../webhooks/teller.js";
import type { Space } from "./space.js";
import { standOf, type Task, type TaskStore } from "./tasks.js";

/** What the providers of one mock share. */
export interface World {
  readonly tasks: TaskStore;
  readonly uploads: UploadStore;
  readonly readClip: ClipReader;
  readonly judgeOf: (document: Document) => Judge;
  readonly scenarios: Scenarios;
  /** What webhooks are signed with. */
  readonly signing: { readonly secret: string; readonly seed: number };
  /** Whether every answer is held against the contract. */
  readonly validate: boolean;
}

/** One provider with a memory. */
export interface Engine {
  readonly contract: Contract;
  handle(request: MockRequest, space: Space): Promise<MockAnswer>;
}

/** What every mock of a contract is made of, and none of them changes. */
const partsOf = perDocument((document) => {
  const contract = contractOf(document);
  return { contract, answers: createAnswers(document, contract), route: createRouter(document) };
});

/**
 * A provider's mock: a judge holds each request against the contract, the contract's examples give the answers, and a
 * submitted task lives by the clock. What an answer shows of a task is the task's own. What is not as the contract says is
 * a fault, was asked for, and says its name in `x-mock-fault`.
 */
export function createEngine(document: Document, world: World): Engine {
  const { tasks, uploads, readClip, scenarios, judgeOf, validate } = world;
  const { provider } = document;
  const { contract, answers, route } = partsOf(document);
  const { lifecycle } = contract;
  const files = createFiles(document, contract, answers, world);
  const own = createOwnMedia(document, { files, tasks, uploads, readClip });
  const service = createService(document, contract, answers, { tasks, own });
  const receiver = createReceiver(document, contract, answers, uploads);
  const checkEvent = validate ? createEventCheck(document) : () => undefined;
  const teller = createTeller(document, contract, answers, world.signing, checkEvent);
  const judge = judgeOf(document);
  const check = validate ? createAnswerCheck(document) : () => undefined;
  const keyHeader = keyHeaderOf(document).name.toLowerCase();
  const servers = [document.root.servers ?? []].flat().map((server) => textOf(objectAt(server).url));
  const [firstSubmit = ""] = Object.keys(lifecycle.submit);
  const isRead = (operationId: string): boolean => operationId in lifecycle.read;

  function misdirected({ method, path }: MockRequest): MockAnswer {
    const methods = ["get", "post", "put", "patch", "delete"].filter((one) => route(one, path));
    if (methods.length === 0) {
      const message = `No operation has the path ${path.slice(0, 200)}.`;
      return marked(answers.error(firstSubmit, "invalid_request", message), "unknown-path", 404);
    }
    const allowed = methods.join(", ").toUpperCase();
    const answer = answers.error(firstSubmit, "invalid_request", `${path} takes ${allowed}, not ${method}.`);
    const headers = { ...answer.headers, allow: allowed };
    return marked({ ...answer, headers }, "wrong-method", 405);
  }

  function tooLarge(id: string): MockAnswer {
    const documented = receiver.tooLarge(id) ?? answers.preferred(id, 413, undefined);
    if (documented) return documented;
    const message = `The body is larger than ${LARGEST_BODY / 1024 / 1024} MB.`;
    return marked(answers.error(id, "invalid_request", message), "body-too-large", 413);
  }

  /** The documented answer that a request asks for, as it is. */
  function preferred(id: string, { code, example, unknown }: Choice): MockAnswer | undefined {
    // A submit that is to go well goes well, and makes a task; only an example that is named comes as it stands.
    const isLive = id in lifecycle.submit && example === undefined && code === answers.successExample(id)?.status;
    const isAsked = !isLive && (code !== undefined || example !== undefined);
    if (!isAsked && unknown.length === 0) return undefined;
    const found = unknown.length === 0 ? answers.preferred(id, code, example) : undefined;
    if (found) return found;
    const wanted = unknown.length > 0 ? unknown.join(", ") : [code, example].filter(Boolean).join(" ");
    const names = [...scenarios.keys()].join(", ");
    const message = `There is no ${wanted} here. Answers of ${id}: ${answers.listed(id)}. Scenarios: ${names}.`;
    return marked(answers.error(id, "invalid_request", message), "unknown-scenario");
  }

  function documented(id: string, { error, example, status, body }: FaultAnswer): MockAnswer | undefined {
    if (error !== undefined) return answers.error(id, error);
    return body === undefined ? answers.preferred(id, status, example) : undefined;
  }

  /** What makes a request the same when it comes again; short, whatever it holds. */
  const sameness = (id: string, { path, text = "" }: MockRequest): string =>
    createHash("sha256")
      .update(JSON.stringify([provider, id, path, text]))
      .digest("base64");

  function occasionOf({ entry: { id } }: Route, request: MockRequest, task: Task | undefined, space: Space): Occasion {
    const now = space.clock.now();
    const stand = task && { status: standOf(task, now).status, age: (now - task.createdAt) / 1000 };
    return {
      kind: id in lifecycle.submit ? "submit" : id in lifecycle.read ? "read" : "other",
      operationId: id,
      now: space.clock.clients(),
      key: request.headers[keyHeader] ?? "",
      ...(stand && { task: stand }),
      // Only a few faults want to know.
      get request() {
        return sameness(id, request);
      },
    };
  }

  /** The faults that this request asked for, as they stand. */
  function askedFor(faults: readonly Fault[], { entry }: Route, request: MockRequest, space: Space): ActiveFault[] {
    return faults.length > 0 ? space.asked.of(faults, sameness(entry.id, request), space.clock.clients()) : [];
  }

  /** Whether the client learns of the task from this answer. */
  function tells(id: string, { status, headers, body, delivery }: MockAnswer): boolean {
    const read = typeof body === "string" ? parseJson(body) : body;
    const outcome = classify(contract, id, { status, headers: fieldsOf(headers), body: read });
    return !delivery?.reset && delivery?.breaksAt === undefined && outcome.outcome === "accepted";
  }

  async function answerTo(request: MockRequest, found: Route, space: Space): Promise<MockAnswer> {
    const { id } = found.entry;
    const isSubmit = id in lifecycle.submit;
    const refuse = (reason: string, isEarly = false) => {
      if (isSubmit) space.refuse({ provider, operation: id, reason, isEarly });
    };
    if (request.isTooLarge || (request.text?.length ?? 0) > receiver.largest(id)) {
      refuse("body-too-large");
      return tooLarge(id);
    }
    const choice = choiceOf(request, scenarios, keyHeader);
    const wanted = preferred(id, choice);
    if (wanted) {
      // A success that was asked for makes no task, but is no refusal either.
      if (wanted.status >= 300) refuse(`asked for ${wanted.status}`);
      return wanted;
    }

    const standing = space.standingFor(provider);
    const task = isRead(id) ? service.find(request, found, space) : undefined;
    const asked = askedFor(choice.faults, found, request, space);
    const active = [...standing, ...asked, ...(task?.faults ?? [])];
    const occasion = active.length > 0 ? occasionOf(found, request, task, space) : undefined;
    const trouble = occasion ? troubleOf(active, occasion) : NO_TROUBLE;
    const { instead, after, onTheWay, isEarly } = trouble;
    const struck = (answer: MockAnswer, by: readonly ActiveFault[]) =>
      occasion ? by.reduce((one, fault) => struckBy(one, fault, occasion.now), answer) : answer;
    if (instead) {
      refuse(instead.fault.name, isEarly);
      const answer = insteadOf(instead.fault, (given) => documented(id, given));
      return struck(answer, [instead, ...onTheWay]);
    }
    const judged = judge(found, teller.asPublic(own.asPublic(request)));
    const refusal = (judged instanceof Promise ? await judged : judged) ?? own.refusalOf(id, request, space);
    if (refusal) {
      refuse(refusal.code);
      const answer = answers.error(id, refusal.code, refusal.message);
      if (task) teller.looked(task, space);
      rebaseLinks(answer.body, servers, request.base ?? "");
      // A refusal is no answer that could get lost with a task.
      return struck(answer, onTheWay);
    }
    const lifeOfNew = (): Life => (occasion ? lifeUnder([...standing, ...asked], occasion, trouble, isRead) : NO_LIFE);
    const life = isSubmit ? lifeOfNew() : lifeOf(choice.faults);
    const { answer: served, made } = receiver.isUpload(id)
      ? { answer: await receiver.receive(id, request, space) }
      : service.serve({ request, route: found, space, task, life, attached: choice.faults });
    if (made) teller.watch(made, request, space);
    if (task) teller.looked(task, space);
    teller.showKey(id, served);
    rebaseLinks(served.body, servers, request.base ?? "");
    const changed = after.reduce((one, fault) => {
      const named = fault.fault.answer?.error === undefined ? undefined : documented(id, fault.fault.answer);
      return struck(named ?? one, [fault]);
    }, served);
    const answer = struck(changed, onTheWay);
    if (!made) return answer;
    // The task was made because this answer tells of it; only a fault can change that.
    made.isTold = answer === served || tells(id, answer);
    // A client that gives up while the answer is under way does not know what it paid for.
    return { ...answer, onLost: () => (made.isTold = false) };
  }

  return {
    contract,
    async handle(given, space) {
      const path = encodedPath(given.path);
      const request = path === given.path ? given : { ...given, path };
      const found = route(request.method, request.path);
      if (!found) return files.answer(request, space) ?? misdirected(request);
      const answer = await answerTo(request, found, space);
      const problem = "x-mock-fault" in answer.headers ? undefined : check(found, answer);
      if (problem === undefined) return answer;
      const told = answers.error(found.entry.id, "provider_unavailable", `Off contract: ${problem}.`);
      return marked(told, "off-contract", 500);
    },
  };
}
