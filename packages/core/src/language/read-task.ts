import { codeOfStatus, errorOf } from "./classify.js";
import { compact } from "./objects.js";
import type {
  Contract,
  Path,
  Representation,
  StateRule,
  States,
  TaskStatus,
  TimeSource,
  VideoSource,
} from "./contract.js";
import { holds, matches, numberAt, textAt, textsAt, type Answer } from "./match.js";
import { locate, putAt, valueAt, type Location } from "./path.js";
import type { AnswerError, Cost, Reading, TaskSnapshot, Video } from "./task.js";

const STATUSES = ["queued", "in_progress", "completed", "failed", "cancelled", "expired"] as const;
const ENDINGS = { failed: "task_failed", cancelled: "task_cancelled", expired: "task_expired" } as const;

/** The answer with every string that holds JSON replaced by what it holds; text that is no JSON stays. */
function decoded(answer: Answer, paths: readonly Path[] = []): Answer {
  if (paths.length === 0) return answer;
  const body = structuredClone(answer.body);
  for (const location of paths.flatMap((path) => locate(body, path))) {
    try {
      putAt(body, location, JSON.parse(String(valueAt(body, location))));
    } catch {
      continue;
    }
  }
  return { ...answer, body };
}

function timeAt(source: TimeSource | undefined, answer: Answer, current?: Location): Date | undefined {
  if (!source) return undefined;
  const unit = { "unix-seconds": 1000, "unix-milliseconds": 1, "date-time": undefined }[source.format];
  const text = textAt(source.at, answer, current);
  const stamp = unit ? Number(text) * unit : text;
  const date = new Date(stamp ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function videosOf({ each = "$", url, data, body, ...rest }: VideoSource, answer: Answer): Video[] {
  return locate(answer.body, each).flatMap((current): Video[] => {
    const mediaType = textAt(rest.mediaType, answer, current);
    const expiresAt = timeAt(rest.expiresAt, answer, current);
    const urls = textsAt(url, answer, current).map((one) => compact({ url: one, mediaType, expiresAt }));
    const content = body ? answer.body : textAt(data, answer, current);
    if (urls.length > 0 || !(typeof content === "string" || content instanceof Uint8Array)) return urls;
    return [compact({ data: content, mediaType, expiresAt })];
  });
}

function snapshot(form: Representation, status: TaskStatus | undefined, answer: Answer, raw: unknown): TaskSnapshot {
  const progress = numberAt(form.progress?.at, answer);
  const costs = (form.cost ?? []).map(({ at, currency }) => ({ amount: numberAt(at, answer), currency }));
  const failure = form.failures?.find(({ where }) => holds(where, answer.body))?.error;
  const ending = status === "failed" || status === "cancelled" || status === "expired" ? ENDINGS[status] : undefined;
  const videos = (form.videos ?? []).map((source) => videosOf(source, answer)).find((found) => found.length > 0);
  return compact({
    // A word that the contract does not know may be anything but the end.
    status: status ?? "in_progress",
    rawStatus: textAt(form.state, answer),
    drift: status ? undefined : true,
    progress: progress && Math.min(100, Math.max(0, (progress * 100) / (form.progress?.of ?? 100))),
    estimatedSeconds: numberAt(form.estimatedSeconds, answer),
    videos: status === "completed" && videos ? videos : [],
    // Before the end it is an estimate, and a failure shows what was given back.
    cost: status === "completed" ? costs.find((cost): cost is Cost => cost.amount !== undefined) : undefined,
    createdAt: timeAt(form.createdAt, answer),
    completedAt: timeAt(form.completedAt, answer),
    error: ending && errorOf(status === "failed" ? (failure ?? ending) : ending, answer, form.error),
    raw,
  });
}

/** The look at a task that a body in this form gives; `undefined` when it shows no state at all. */
function readForm(form: Representation, words: States, answer: Answer, rule?: StateRule): TaskSnapshot | undefined {
  const read = decoded(answer, form.decode);
  const word = textAt(form.state, read);
  const status = rule?.is ?? STATUSES.find((one) => (form.states ?? words)[one]?.includes(word ?? ""));
  return rule || word !== undefined ? snapshot(form, status, read, answer.body) : undefined;
}

/** The error that an answer to any operation but a submit tells of; `undefined` when it is none. */
export function readError(contract: Contract, operationId: string, answer: Answer): AnswerError | undefined {
  const { operations, lifecycle } = contract;
  const rule = operations[operationId]?.errors?.find((one) => matches(one, answer));
  const isMissing = answer.status === 404 && operationId in lifecycle.read;
  const code = rule?.error ?? (isMissing ? "task_not_found" : codeOfStatus(answer.status));
  return code && errorOf(code, answer, lifecycle.errors, rule?.advice);
}

/**
 * What an answer to the read `operationId` says. `age` is the number of seconds since the submit; some answers mean
 * something else just after it.
 */
export function readTask(contract: Contract, operationId: string, answer: Answer, age = Infinity): Reading {
  const { read, representations, states, errors } = contract.lifecycle;
  const { as = "", next } = read[operationId] ?? {};
  const form = representations[as] ?? {};
  const first = form.first?.find(({ within = Infinity, ...rule }) => age <= within && matches(rule, answer));
  const error = first ? undefined : readError(contract, operationId, answer);
  const task = error ? undefined : readForm(form, states, answer, first);
  if (!task) return { error: error ?? errorOf("contract_violation", answer, errors) };
  return { task: task.status === "completed" && next ? { ...task, next } : task };
}

/** What a webhook's body says of the task; `undefined` when it shows none. */
export function readEvent(contract: Contract, webhook: string, body: unknown): TaskSnapshot | undefined {
  const { representations, webhooks, states } = contract.lifecycle;
  const form = representations[webhooks?.[webhook]?.as ?? ""];
  const answer = { status: 200, body };
  const rule = form?.first?.find((one) => matches(one, answer));
  return form && readForm(form, states, answer, rule);
}
