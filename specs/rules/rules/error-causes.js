// @ts-check
import { answersOf, distinct, operationsOf, placeOf } from "../document.js";
import { rulesOf } from "../lifecycle.js";
import { matches } from "../reader.js";

/** The example of an error tells its cause, and what to do. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const errors = operationsOf(ctx, placeOf(node, ctx)).flatMap((operation) => {
      const rules = rulesOf(operation, "x-outcomes") ?? rulesOf(operation, "x-errors") ?? [];
      return answersOf(ctx, operation).filter(({ answer }) => {
        const told = rules.find((one) => matches(one, answer));
        return answer.status >= 400 || (told && !("outcome" in told && told.outcome === "accepted"));
      });
    });
    const silent = errors.filter(
      ({ node: { description } }) => !/Cause: .*(Fix|Advice)[^.:]*: /s.test(String(description)),
    );
    for (const { name, location } of distinct(silent.map((one) => ({ ...one, from: one.location }))))
      ctx.report({ message: `Write into the description of \`${name}\`: "Cause: … Fix: …".`, location });
  },
});
