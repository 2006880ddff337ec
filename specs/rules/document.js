// @ts-check
// Ways through a split contract. A place keeps the location of what it holds, so that a rule can point at it.

/** @import {Context, JsonObject, Place} from "./redocly.js" */

/**
 * @param {unknown} value
 * @returns {value is JsonObject}
 */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(value: unknown) => JsonObject} */
export const objectOf = (value) => (isObject(value) ? value : {});

/** @type {(value: unknown) => unknown[]} */
export const listOf = (value) => (value === undefined ? [] : [value].flat());

/** @type {(names: Iterable<unknown>) => string} */
export const quoted = (names) => [...names].map((name) => `\`${String(name)}\``).join(", ");

/**
 * The member `key` of a place, with references followed.
 * @param {Context} ctx
 * @param {Place} place
 * @param {string | number} key
 * @returns {Place | undefined}
 */
function member(ctx, { node, location }, key) {
  const value =
    typeof node === "object" && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
  if (value === undefined) return undefined;
  const from = location.child([key]);
  if (!isObject(value) || typeof value.$ref !== "string") return { node: value, location: from, from };
  const target = ctx.resolve(value, location.source.absoluteRef);
  return target.location && { node: target.node, location: target.location, from };
}

/**
 * What stands at the end of `keys`, with references followed on the way.
 * @param {Context} ctx
 * @param {Place | undefined} place
 * @param {(string | number)[]} keys
 */
export function at(ctx, place, ...keys) {
  /** @type {Place | undefined} */
  let found = place;
  for (const key of keys) found = found && member(ctx, found, key);
  return found;
}

/**
 * The members of a map or a list, with references followed.
 * @param {Context} ctx
 * @param {Place | undefined} place
 * @returns {(Place & {key: string})[]}
 */
export function membersOf(ctx, place) {
  if (!place || typeof place.node !== "object" || place.node === null) return [];
  return Object.keys(place.node).flatMap((key) => {
    const found = member(ctx, place, Array.isArray(place.node) ? Number(key) : key);
    return found ? [{ ...found, key }] : [];
  });
}

/**
 * The node that a visitor is at.
 * @param {JsonObject} node
 * @param {Context} ctx
 * @returns {Place}
 */
export const placeOf = (node, { location }) => ({ node, location, from: location });

const METHODS = ["get", "post", "put", "patch", "delete"];

/**
 * Every operation under `paths` or `webhooks`; `name` is the path or the webhook.
 * @param {Context} ctx
 * @param {Place} root
 * @param {"paths" | "webhooks"} group
 */
export const operationsOf = (ctx, root, group = "paths") =>
  membersOf(ctx, at(ctx, root, group)).flatMap((item) =>
    membersOf(ctx, item).flatMap((place) => {
      const node = objectOf(place.node);
      const id = String(node.operationId);
      return METHODS.includes(place.key) ? [{ ...place, node, id, name: item.key, item }] : [];
    }),
  );

/**
 * The named examples of a `content` map.
 * @param {Context} ctx
 * @param {Place | undefined} holder a response or a request body
 */
export const examplesOf = (ctx, holder) =>
  membersOf(ctx, at(ctx, holder, "content")).flatMap((content) =>
    membersOf(ctx, at(ctx, content, "examples")).map((place) => {
      const node = objectOf(place.node);
      return { ...place, node, name: place.key, mediaType: content.key, body: node.value };
    }),
  );

/**
 * The documented answers of an operation: every named example of every status.
 * @param {Context} ctx
 * @param {Place} operation
 */
export const answersOf = (ctx, operation) =>
  membersOf(ctx, at(ctx, operation, "responses")).flatMap((response) =>
    examplesOf(ctx, response).map((example) => ({
      ...example,
      response,
      answer: {
        status: Number(response.key.replaceAll("X", "0")),
        body: example.body,
        headers: headersOf(ctx, response, example.mediaType),
      },
    })),
  );

/**
 * The headers of a documented answer, as `Headers` gives them.
 * @param {Context} ctx
 * @param {Place} response
 * @param {string} mediaType
 */
function headersOf(ctx, response, mediaType) {
  const examples = membersOf(ctx, at(ctx, response, "headers")).map(({ key, node }) => {
    const { example, schema } = objectOf(node);
    return /** @type {const} */ ([key.toLowerCase(), String(example ?? objectOf(schema).example ?? "")]);
  });
  const values = new Map([...examples, ["content-type", mediaType]]);
  return { get: (/** @type {string} */ name) => values.get(name.toLowerCase()) ?? null };
}

/**
 * One of each place; what several operations share is one problem.
 * @template {{readonly from: import("./redocly.js").Location}} T
 * @param {T[]} places
 * @returns {T[]}
 */
export const distinct = (places) => [
  ...new Map(places.map((place) => [`${place.from.source.absoluteRef}${place.from.pointer}`, place])).values(),
];
