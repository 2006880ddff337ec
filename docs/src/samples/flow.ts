import { isObject, listAt, numberAt, objectAt, textAt, type Document, type Json, type JsonObject } from "./json.js";
import { placesOf, type Places } from "./places.js";
import { refusedOf } from "./refused.js";
import { listOf, ruleOf, speaksOf, type Rule, type Rules } from "./rules.js";
import type { Entry } from "./request.js";
import type { Flow, TaskRead, TaskView } from "./sample.js";

/** Our words for an end without a video. */
const ENDS = ["failed", "cancelled", "expired"];
/** Errors that pass: the same read may do better next time. */
const PASSING: readonly (Json | undefined)[] = ["provider_unavailable", "rate_limited"];
const PLAIN: Flow = { kind: "plain" };

const lifecycleOf = ({ root }: Document): JsonObject => objectAt(root["x-lifecycle"]);

/** The places of the address of the first video. */
const urlsOf = (videos: Json | undefined): Places =>
  listAt(videos)
    .map(objectAt)
    .flatMap(({ each, url }) => placesOf(url, each === undefined ? "$" : textAt(each)));

/** Where a representation shows a task; `undefined` where it shows none that a sample could print. */
function viewOf(document: Document, name: string): TaskView | undefined {
  const { representations, states: common } = lifecycleOf(document);
  const form = objectAt(objectAt(representations)[name]);
  const words = (state: string) => listAt(objectAt(form.states ?? common)[state]).map(textAt);
  const state = placesOf(form.state);
  const url = urlsOf(form.videos);
  if (state.length === 0 || url.length === 0 || form.decode !== undefined) return undefined;
  const ends = listAt(form.first).map(objectAt);
  const shownWith = ends.flatMap(({ is, http, where }) =>
    ENDS.includes(textAt(is)) && where !== undefined ? listAt(http).filter((one) => typeof one === "number") : [],
  );
  const message = placesOf(objectAt(form.error).message);
  return { shownWith: [200, ...shownWith], state, done: words("completed"), ended: ENDS.flatMap(words), url, message };
}

function readOf(document: Document, readId: string, entries: readonly Entry[]): TaskRead | undefined {
  const lifecycle = lifecycleOf(document);
  const { with: places, as, next, url } = objectAt(objectAt(lifecycle.read)[readId]);
  const entry = entries.find(({ operation }) => operation.operationId === readId);
  const view = viewOf(document, textAt(as));
  const [[place] = [""]] = Object.entries(objectAt(places)).filter(([, names]) => listAt(names).includes("id"));
  const [where, name = ""] = place.split(".");
  // An address that the provider tells, and a second call for the result, are for the clients.
  if (!entry || !view || next !== undefined || url !== undefined || (where !== "path" && where !== "query"))
    return undefined;
  const errors = listAt(entry.operation["x-errors"]).map(objectAt);
  const final = errors
    .filter((rule) => speaksOf(rule, 200) && !PASSING.includes(rule.error))
    .flatMap(({ where: what }) => listOf(ruleOf(what)));
  const form = objectAt(objectAt(lifecycle.representations)[textAt(as)]);
  const early = listAt(form.first)
    .map(objectAt)
    .find(({ within, http }) => within !== undefined && http !== undefined);
  const statuses = listAt(early?.http).filter((one) => typeof one === "number");
  return {
    method: entry.method,
    path: entry.path,
    id: { name, in: where },
    view,
    final,
    ...(early && { early: { statuses, seconds: numberAt(early.within, 0) } }),
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What must hold of an accepted answer beside its id. Where one rule asks for no more than an id, nothing. */
function acceptedOf(operation: JsonObject, id: Places): Rules {
  const rules = listAt(operation["x-outcomes"])
    .map(objectAt)
    .filter(({ outcome }) => outcome === "accepted");
  const left = rules.map(({ where, has }): Rule | undefined => {
    const [at] = placesOf(has);
    const isId = at === undefined || id.some((place) => isSame(place, at));
    return where === undefined ? (isId ? undefined : [{ at }]) : [...(ruleOf(where) ?? []), ...(isId ? [] : [{ at }])];
  });
  return left.every((rule) => rule !== undefined) ? left : [];
}

/** What a sample does with the answer of an operation; `success` is the status of one that it likes. */
export function flowOf(document: Document, operationId: string, success: number, entries: readonly Entry[]): Flow {
  const { submit, read, upload, balance, poll } = lifecycleOf(document);
  const operation = entries.find((one) => one.operation.operationId === operationId)?.operation ?? {};

  const submitted = objectAt(submit)[operationId];
  if (isObject(submitted)) {
    const id = placesOf(objectAt(submitted.handle).id);
    const look = readOf(document, textAt(submitted.read), entries);
    const { first, every, giveUp } = objectAt(poll);
    const pauses = listAt(every).map((one) => numberAt(one, 5));
    const waits = { first: numberAt(first, 5), every: Math.min(...pauses, 60), giveUp: numberAt(giveUp, 600) };
    if (id.length === 0 || !look) return PLAIN;
    const told = { accepted: acceptedOf(operation, id), refused: refusedOf(operation, success) };
    return { kind: "submit", id, ...told, read: look, poll: waits };
  }

  const view = viewOf(document, textAt(objectAt(objectAt(read)[operationId]).as));
  if (view) return { kind: "read", view };

  const url = placesOf(objectAt(objectAt(upload)[operationId]).url);
  if (url.length > 0) return { kind: "upload", url };

  const { amount, unit, unlimited } = objectAt(objectAt(balance)[operationId]);
  const amounts = placesOf(amount);
  if (amounts.length > 0)
    return { kind: "balance", amount: amounts, unit: textAt(unit), unlimited: placesOf(unlimited) };
  return PLAIN;
}
