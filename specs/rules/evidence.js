// @ts-check
// How we know: x-evidence, inherited downwards.
import { answersOf, at, examplesOf, isObject, objectOf, operationsOf } from "./document.js";

/** @import {Context, Place} from "./redocly.js" */

/**
 * The level that holds at the end of a way down from the root.
 * @param {(Place | undefined)[]} way
 */
function levelOf(way) {
  const evidence = way.map((place) => objectOf(place?.node)["x-evidence"]).findLast((one) => one !== undefined);
  return isObject(evidence) ? String(evidence.level) : "documented";
}

/**
 * Every named example of a request, an answer or an event, with the level of its evidence.
 * @param {Context} ctx
 * @param {Place} root
 */
export function evidentExamplesOf(ctx, root) {
  const operations = operationsOf(ctx, root);
  const events = operationsOf(ctx, root, "webhooks");
  const bodies = [...operations, ...events].flatMap((operation) => {
    const holder = at(ctx, operation, "requestBody");
    return examplesOf(ctx, holder).map((example) => ({
      ...{ ...example, operation, answer: undefined },
      level: levelOf([root, operation.item, operation, holder, example]),
    }));
  });
  const answers = operations.flatMap((operation) =>
    answersOf(ctx, operation).map((example) => ({
      ...{ ...example, operation },
      level: levelOf([root, operation.item, operation, example.response, example]),
    })),
  );
  return [...bodies, ...answers];
}
