// @ts-check
import { answersOf, operationsOf, placeOf } from "../document.js";
import { rulesOf } from "../lifecycle.js";
import { matches } from "../reader.js";

/** Each rule about answers has an example that it is the first to match. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    for (const operation of operationsOf(ctx, placeOf(node, ctx))) {
      const answers = answersOf(ctx, operation).map(({ answer }) => answer);
      for (const extension of /** @type {const} */ (["x-outcomes", "x-errors"])) {
        const rules = rulesOf(operation, extension) ?? [];
        const matched = new Set(answers.map((answer) => rules.findIndex((one) => matches(one, answer))));
        for (const i of rules.keys())
          if (!matched.has(i))
            ctx.report({
              message: `No example of \`${operation.id}\` is told by this rule; add one, or take the rule out.`,
              location: operation.location.child([extension, i]),
            });
      }
    }
  },
});
