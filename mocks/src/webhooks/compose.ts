import { select, type Contract } from "@omni-contracts/core/language";
import { textOf } from "@omni-contracts/specs";
import { idsLike } from "../engine/ids.js";
import { randomFrom } from "../engine/random.js";
import { showEvent, withoutVideos } from "../engine/places.js";
import { factsOf } from "../engine/serve.js";
import { taskShower, type TaskFacts } from "../engine/show-task.js";
import { standOf, type Task, type Transition } from "../engine/tasks.js";
import type { EventKind } from "./events.js";
import type { Headers } from "./signature.js";

/** An event as it goes out, but for its signature: every attempt has one of its own. */
export interface Composed {
  readonly headers: Headers;
  readonly body: string;
}

/** Drawn from the task itself, so that sending takes no number from what makes the ids of tasks. */
function idOf(kind: EventKind, body: unknown, { handle, namespace }: Task, status: string): string {
  const [place = "$"] = [kind.shows.id ?? []].flat();
  const shown: unknown[] =
    typeof place === "string" ? select(body, place) : "header" in place ? [kind.headers[place.header]] : [];
  const example = textOf(shown[0]);
  const text = JSON.stringify([namespace, handle.id, kind.name, status]);
  return idsLike(example)(randomFrom(Array.from(text).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7)));
}

/** The headers in which an event tells its own id. */
const idHeaders = ({ shows: { id = [] } }: EventKind): string[] =>
  [id].flat().flatMap((place) => (typeof place === "object" && "header" in place ? [place.header] : []));

/**
 * The contract's example of an event about such a state, made to tell of this task; `undefined` where it has none.
 *
 * @param now when the event is made; milliseconds since 1970
 */
export function compose(
  contract: Contract,
  kind: EventKind,
  task: Task,
  { status }: Pick<Transition, "status">,
  { base, now, file }: { readonly base: string; readonly now: number; readonly file?: string },
): Composed | undefined {
  const body = kind.bodyOf(status, task.life.error);
  if (body === undefined) return undefined;
  // Whatever is told has ended, or is on its way.
  const progress = status === "in_progress" ? standOf(task, now).progress : 1;
  const facts: TaskFacts = factsOf(contract, task, { status, progress }, base);
  const id = idOf(kind, body, task, status);
  showEvent(body, kind.shows, { id, sentAt: now });
  taskShower(body, kind.form)(body, file === undefined ? facts : { ...facts, file });
  if (task.life.without) withoutVideos(body, kind.form);
  const headers = { ...kind.headers, ...Object.fromEntries(idHeaders(kind).map((name) => [name, id])) };
  return { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}
