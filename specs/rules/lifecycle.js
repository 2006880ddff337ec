// @ts-check
// The bodies in which a contract shows a task, read as the clients read them.
import { answersOf, at, examplesOf, objectOf, operationsOf } from "./document.js";
import { validatorOf } from "./language.js";
import { matches, readTask } from "./reader.js";

/**
 * @import {Context, Place} from "./redocly.js"
 * @import {Answer} from "../../packages/core/src/language/match.js"
 * @import {ErrorRule, Lifecycle, Operation, OutcomeRule, Representation} from "../../packages/core/src/language/contract.js"
 * @import {Reading} from "../../packages/core/src/language/task.js"
 */

/** @type {Lifecycle} */
const NOTHING = {
  charge: { at: "unknown", failed: "unknown" },
  states: {},
  submit: {},
  read: {},
  representations: {},
  poll: { first: 1, every: [1, 1], giveUp: 1 },
};

/**
 * The lifecycle as the reader takes it. Members that are not in the language are left out; `omni/extensions` reports them.
 * @param {Place} root
 * @returns {Lifecycle}
 */
export function lifecycleOf({ node }) {
  const members = Object.entries(objectOf(objectOf(node)["x-lifecycle"]));
  const valid = members.filter(([name, value]) => validatorOf(`x-lifecycle/properties/${name}`)?.(value));
  return { ...NOTHING, ...Object.fromEntries(valid) };
}

/**
 * The rules by which an operation's answers are told; none where they are not in the language.
 * @template {"x-outcomes" | "x-errors"} T
 * @param {Place} operation
 * @param {T} extension
 */
export function rulesOf({ node }, extension) {
  const rules = objectOf(node)[extension];
  const isValid = validatorOf(extension)?.(rules) === true;
  return isValid ? /** @type {(T extends "x-errors" ? ErrorRule : OutcomeRule)[]} */ (rules) : undefined;
}

/**
 * The documented answers that are errors, by their status or by a rule.
 * @param {Context} ctx
 * @param {Place} root
 */
export const errorsOf = (ctx, root) =>
  operationsOf(ctx, root).flatMap((operation) => {
    const rules = rulesOf(operation, "x-outcomes") ?? rulesOf(operation, "x-errors") ?? [];
    return answersOf(ctx, operation).filter(({ answer }) => {
      const told = rules.find((one) => matches(one, answer));
      return answer.status >= 400 || (told && !("outcome" in told && told.outcome === "accepted"));
    });
  });

/**
 * What an answer says of a task when it is read in a form.
 * @param {Lifecycle} lifecycle
 * @param {Representation} form
 * @param {Answer} answer
 * @param {Pick<Operation, "errors">} [rules] the rules of the operation that gave it
 * @returns {Reading}
 */
export function readAs(lifecycle, form, answer, rules = {}) {
  const operations = { read: { method: /** @type {const} */ ("get"), path: "", ...rules } };
  return readTask(
    { operations, lifecycle: { ...lifecycle, representations: { form }, read: { read: { as: "form" } } } },
    "read",
    answer,
  );
}

/**
 * Every documented body that shows a task, with the representation by which it is read.
 * @param {Context} ctx
 * @param {Place} root
 */
export function looksOf(ctx, root) {
  const { submit, read, webhooks = {}, representations } = lifecycleOf(root);
  const operations = operationsOf(ctx, root);
  const events = operationsOf(ctx, root, "webhooks");
  /** @type {Record<string, {as?: string}>} */
  const forms = { ...submit, ...read };

  const answers = operations.flatMap((operation) => {
    const { as } = forms[operation.id] ?? {};
    // The answers of a submit that are no success are told by x-outcomes.
    const shown = answersOf(ctx, operation).filter(({ answer }) => operation.id in read || answer.status < 300);
    return shown.map((example) => ({ ...example, operation, as, rules: { errors: rulesOf(operation, "x-errors") } }));
  });
  const bodies = events.flatMap((operation) =>
    examplesOf(ctx, at(ctx, operation, "requestBody")).map((example) => ({
      ...{ ...example, operation, as: webhooks[operation.name]?.as, rules: {} },
      answer: { status: 200, body: example.body },
    })),
  );
  return [...answers, ...bodies].flatMap((look) => {
    const form = representations[look.as ?? ""];
    return form ? [{ ...look, form }] : [];
  });
}
