import type { Contract } from "@omni-contracts/core/language";
import { keyHeaderOf, type Document } from "@omni-contracts/specs";
import type { Answers } from "../engine/answers.js";
import type { Space } from "../engine/space.js";
import { endOf, standOf, type Task, type TaskStore } from "../engine/tasks.js";
import type { Occasion } from "../faults/active.js";
import { insteadOf, marked, struckBy } from "../faults/strike.js";
import { troubleOf } from "../faults/trouble.js";
import type { MockAnswer, MockRequest } from "../transport/http.js";
import type { ClipReader } from "./clips.js";
import { answerFile } from "./stored-file.js";
import type { UploadStore } from "./uploads.js";

/** What was made and what was sent, under the addresses that answers tell. */
export interface Files {
  /** `undefined` for a path that is no file's. */
  answer(request: MockRequest, space: Space): MockAnswer | undefined;
  /** The task whose result this path is, while it can be fetched. */
  resultAt(path: string, space: Space): Task | undefined;
}

/** Where the files are. */
export interface Shelves {
  readonly tasks: TaskStore;
  readonly uploads: UploadStore;
  readonly readClip: ClipReader;
}

/** Seconds that a result can be fetched where the contract names no time. */
const LIFETIME = 86_400;

/** Seconds after completion for which the contract keeps the result. */
export const lifetimeOf = ({ lifecycle }: Contract): number => lifecycle.result?.lifetime ?? LIFETIME;

/** A task makes one video. */
const RESULT = /^\/__files\/([^/]+)\/1\.mp4$/;
const UPLOAD = /^\/__uploads\/([^/]+)$/;

/** No contract describes downloads, so whatever is wrong with one is marked as ours. */
const refused = (status: number, why: string, body: string): MockAnswer =>
  marked({ status, headers: { "content-type": "text/plain; charset=utf-8" }, body }, why);

const METHODS = "GET, HEAD, OPTIONS";

/**
 * Some providers take pages and SVGs, and any page may upload one. Opened as a document it must not run: it would have the
 * rights of the mock's own origin, which steers the mock.
 */
const HARMLESS = {
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'",
  "x-content-type-options": "nosniff",
};

export function createFiles(
  document: Document,
  contract: Contract,
  answers: Answers,
  { tasks, uploads, readClip }: Shelves,
): Files {
  const { provider } = document;
  const { lifecycle } = contract;
  const lifetime = lifetimeOf(contract);
  const [firstRead = ""] = Object.keys(lifecycle.read);
  const key = keyHeaderOf(document);

  function hasKey({ headers }: MockRequest): boolean {
    const value = headers[key.name.toLowerCase()] ?? "";
    const scheme = key.prefix === undefined ? "" : `${key.prefix} `;
    return value.toLowerCase().startsWith(scheme.toLowerCase()) && value.slice(scheme.length).trim() !== "";
  }

  function taskAt(path: string, space: Space): Task | undefined {
    const [, id] = RESULT.exec(path) ?? [];
    const task = id === undefined ? undefined : tasks.find(provider, space.name, decodeURIComponent(id));
    return task && standOf(task, space.clock.now()).status === "completed" ? task : undefined;
  }

  const isKept = (task: Task, now: number): boolean => now <= endOf(task) + lifetime * 1000;

  function result(request: MockRequest, space: Space): MockAnswer {
    const now = space.clock.now();
    const task = taskAt(request.path, space);
    if (!task) return refused(404, "no-such-file", "There is no such file.\n");
    if (lifecycle.result?.auth === "same-origin" && !hasKey(request)) {
      const message = `The file is for the key's holder; send \`${key.name}\`.`;
      return marked(answers.error(firstRead, "authentication", message), "file-without-key");
    }
    const occasion: Occasion = {
      ...{ kind: "file", operationId: "", now: space.clock.clients(), key: "", request: request.path },
      task: { status: "completed", age: (now - task.createdAt) / 1000, ended: (now - endOf(task)) / 1000 },
    };
    const { instead, after, onTheWay } = troubleOf([...task.faults, ...space.standingFor(provider)], occasion);
    const faults = [...(instead ? [instead] : after), ...onTheWay];
    const kept = (): MockAnswer =>
      isKept(task, now)
        ? answerFile({ ...readClip(task.clip), type: "video/mp4", modifiedAt: Math.min(now, endOf(task)) }, request)
        : refused(404, "file-expired", "The file is not kept any longer.\n");
    const given = instead ? insteadOf(instead.fault, () => undefined) : kept();
    return faults.reduce((one, active) => struckBy(one, active, occasion.now), given);
  }

  function upload(request: MockRequest, name: string, space: Space): MockAnswer {
    const found = uploads.find(provider, space.name, name);
    if (!found) return refused(404, "no-such-file", "There is no such file.\n");
    if (space.clock.now() > found.expiresAt) return refused(404, "file-expired", "The file is not kept any longer.\n");
    const answer = answerFile(found, request);
    return { ...answer, headers: { ...answer.headers, ...HARMLESS } };
  }

  return {
    resultAt(path, space) {
      const task = taskAt(path, space);
      return task && isKept(task, space.clock.now()) ? task : undefined;
    },
    answer(request, space) {
      const { path, method } = request;
      const [, name] = UPLOAD.exec(path) ?? [];
      if (name === undefined && !RESULT.test(path)) return undefined;
      if (method === "OPTIONS") return { status: 204, headers: { allow: METHODS }, body: undefined };
      if (method !== "GET" && method !== "HEAD") {
        const answer = refused(405, "wrong-method", "Method Not Allowed\n");
        return { ...answer, headers: { ...answer.headers, allow: METHODS } };
      }
      return name === undefined ? result(request, space) : upload(request, name, space);
    },
  };
}
