// @ts-check
import { at, distinct, listOf, membersOf, operationsOf, placeOf } from "../document.js";
import { lifecycleOf } from "../lifecycle.js";

/** @import {Context, Place} from "../redocly.js" */

/** @param {string} path the segments of a path: a name, or `undefined` for anything in brackets */
const segmentsOf = (path) =>
  [...path.matchAll(/\.(\w+)|\['([^']+)'\]|\[[^\]]*\]/g)].map(([, name, key]) => name ?? key);

/**
 * The schemas of what stands at a path, in every branch.
 * @param {Context} ctx
 * @param {Place | undefined} schema
 * @param {(string | undefined)[]} segments
 * @returns {Place[]}
 */
function schemasAt(ctx, schema, [segment, ...rest], isEnd = false) {
  if (!schema) return [];
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((key) => membersOf(ctx, at(ctx, schema, key)));
  const below = branches.flatMap((branch) => schemasAt(ctx, branch, [segment, ...rest], isEnd));
  if (isEnd) return [schema, ...below];
  const next = segment === undefined ? at(ctx, schema, "items") : at(ctx, schema, "properties", segment);
  return [...below, ...schemasAt(ctx, next, rest, rest.length === 0)];
}

/** Each value that a status can have in a schema is a word of the lifecycle. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const { submit, read, webhooks = {}, representations, states } = lifecycleOf(root);
    /** @type {Record<string, {as?: string}>} */
    const forms = { ...submit, ...read };
    const answers = operationsOf(ctx, root).flatMap((operation) =>
      membersOf(ctx, at(ctx, operation, "responses")).flatMap((response) =>
        response.key.startsWith("2") ? [{ as: forms[operation.id]?.as, holder: response }] : [],
      ),
    );
    const events = operationsOf(ctx, root, "webhooks").map((operation) => ({
      as: webhooks[operation.name]?.as,
      holder: at(ctx, operation, "requestBody"),
    }));
    const strangers = [...answers, ...events].flatMap(({ as = "", holder }) => {
      const form = representations[as] ?? {};
      const paths = listOf(form.state).filter((place) => typeof place === "string");
      const schemas = membersOf(ctx, at(ctx, holder, "content")).map((content) => at(ctx, content, "schema"));
      return paths.flatMap((path) => {
        const told = (form.first ?? []).flatMap(({ where }) => where?.[path] ?? []);
        const words = [...Object.values(form.states ?? states).flat(), ...told];
        return schemas
          .flatMap((schema) => schemasAt(ctx, schema, segmentsOf(path)))
          .flatMap((found) => membersOf(ctx, at(ctx, found, "enum")))
          .filter(({ node: word }) => typeof word === "string" && !words.includes(word));
      });
    });
    for (const words of [states, ...Object.values(representations).flatMap((form) => form.states ?? [])]) {
      const all = Object.values(words).flat();
      for (const word of all.filter((one, i) => all.indexOf(one) !== i))
        ctx.report({
          message: `The word \`${String(word)}\` stands for two states; it can mean only one.`,
          location: ctx.location.child(["x-lifecycle"]).key(),
        });
    }
    for (const { node: word, location } of distinct(strangers))
      ctx.report({
        message: `No state has the word \`${String(word)}\`; add it to \`states\` of the lifecycle.`,
        location,
      });
  },
});
