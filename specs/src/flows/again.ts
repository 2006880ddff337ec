import { isObject, objectAt, textOf, type Json, type JsonObject } from "../document.js";
import { pointerOf } from "../pointer.js";
import { formOf, type Contract } from "./contract.js";
import { isThere, stateIs, succeeds } from "./criteria.js";
import { literalOf } from "./codes.js";
import { IN_BODY } from "./places.js";

/** Longer than any task takes at the documented interval; a flow that waits longer has failed. */
const LOOKS = 200;

const listOf = (value: Json | undefined): Json[] => [value ?? []].flat();

/** A status, or a range as OpenAPI writes it. */
function statusCondition(status: Json): string {
  if (typeof status === "number") return `$statusCode == ${status}`;
  const hundred = textOf(status).slice(0, 1);
  return `$statusCode >= ${hundred}00 && $statusCode <= ${hundred}99`;
}

function valueCondition(path: string, values: Json): JsonObject | undefined {
  const place = pointerOf(path);
  const literals = listOf(values).flatMap((value) =>
    typeof value === "number" || (typeof value === "string" && !value.includes("'"))
      ? [literalOf({ place: path, value })]
      : [],
  );
  if (place === undefined || literals.length < listOf(values).length) return undefined;
  return { condition: literals.map((literal) => `${IN_BODY}${place} == ${literal}`).join(" || ") };
}

/** What a rule of `first` asks of an answer; `undefined` where Arazzo's simple conditions cannot say it: a pattern, a media type. */
function criteriaOf({ http, type, where, has }: JsonObject): JsonObject[] | undefined {
  const place = has === undefined ? undefined : pointerOf(textOf(has));
  const criteria = [
    ...(http === undefined ? [] : [{ condition: listOf(http).map(statusCondition).join(" || ") }]),
    ...Object.entries(objectAt(where)).map(([path, values]) => valueCondition(path, values)),
    ...(has === undefined ? [] : [place === undefined ? undefined : isThere(place)]),
    ...(type === undefined ? [] : [undefined]),
  ];
  const known = criteria.filter((one) => one !== undefined);
  return known.length === criteria.length ? known : undefined;
}

/**
 * What follows a look that shows no video. It is repeated while the contract says that the task runs: by a word that is not an end
 * (an unknown one is none), or by a rule of `first`, as long as that holds. Where no action fits, Arazzo ends the flow.
 *
 * @param places where the state may stand
 * @param over words after which no video comes any more
 */
export function lookAgain(
  contract: Contract,
  id: string,
  places: readonly string[],
  over: readonly string[],
): JsonObject[] {
  const [interval] = listOf(objectAt(contract.lifecycle.poll).every).map(Number);
  const retry = { type: "retry", retryAfter: interval ?? 0 };
  const rules = listOf(formOf(contract, id).first)
    .filter(isObject)
    .flatMap((rule, at) => {
      const { is, within } = rule;
      const criteria = criteriaOf(rule);
      const name = `${textOf(is)}-${at + 1}`;
      if (criteria === undefined) return [];
      if (is !== "queued" && is !== "in_progress") return [{ name, type: "end", criteria }];
      const limit = typeof within === "number" ? Math.max(1, Math.floor(within / (interval ?? within))) : LOOKS;
      return [{ name, ...retry, retryLimit: limit, criteria }];
    });
  const named = (name: string, at: number): string => (at === 0 ? name : `${name}-${at + 1}`);
  return [
    ...rules,
    // A task that says that it is completed, and shows no video, will show none.
    ...places.map((place, at) => ({ name: named("no-video", at), type: "end", criteria: [stateIs(place, over)] })),
    ...places.map((place, at) => ({
      ...{ name: named("look-again", at), ...retry, retryLimit: LOOKS },
      criteria: [succeeds(contract, id), isThere(place)],
    })),
  ];
}
