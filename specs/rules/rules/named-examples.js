// @ts-check
import { at, distinct, examplesOf, membersOf, operationsOf, placeOf } from "../document.js";

const isJson = (/** @type {string} */ type) => /^application\/(.+\+)?json$/.test(type);

/** Every error and every JSON body has a named example: the fixture. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const operations = operationsOf(ctx, root);
    const events = operationsOf(ctx, root, "webhooks");

    for (const operation of operations)
      for (const response of membersOf(ctx, at(ctx, operation, "responses"))) {
        if (!/^[45]/.test(response.key) || examplesOf(ctx, response).length > 0) continue;
        ctx.report({
          message: `\`${operation.id}\` shows no body for ${response.key}; add a named example under \`examples\`.`,
          location: response.from.key(),
        });
      }
    const bodies = [...operations, ...events].map((operation) => at(ctx, operation, "requestBody"));
    const successes = operations.flatMap((operation) =>
      membersOf(ctx, at(ctx, operation, "responses")).filter(({ key }) => key.startsWith("2")),
    );
    const contents = [...bodies, ...successes].flatMap((holder) => membersOf(ctx, at(ctx, holder, "content")));
    const silent = contents.filter(
      (content) => isJson(content.key) && membersOf(ctx, at(ctx, content, "examples")).length === 0,
    );
    for (const { location } of distinct(silent.map((one) => ({ ...one, from: one.location }))))
      ctx.report({
        message: "This JSON body has no named example; add one under `examples`.",
        location: location.key(),
      });
  },
});
