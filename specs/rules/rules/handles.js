// @ts-check
import { answersOf, listOf, operationsOf, placeOf } from "../document.js";
import { lifecycleOf, rulesOf } from "../lifecycle.js";
import { classify, matches, select } from "../reader.js";

/** Every accepted answer gives a handle, and every place of a handle has something in some answer. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const lifecycle = lifecycleOf(root);
    for (const operation of operationsOf(ctx, root)) {
      const submit = lifecycle.submit[operation.id];
      const outcomes = rulesOf(operation, "x-outcomes");
      if (!submit || !outcomes) continue;
      const contract = {
        lifecycle,
        operations: { submit: { method: /** @type {const} */ ("post"), path: "", outcomes } },
      };
      const judged = { ...contract, lifecycle: { ...lifecycle, submit: { submit } } };
      const accepted = answersOf(ctx, operation).filter(
        ({ answer }) => outcomes.find((one) => matches(one, answer))?.outcome === "accepted",
      );
      for (const { name, answer, location } of accepted)
        if (classify(judged, "submit", answer).outcome !== "accepted")
          ctx.report({
            message: `\`${name}\` is accepted, but the handle of \`${operation.id}\` finds nothing in it.`,
            location,
          });
      for (const [capture, source] of Object.entries(submit.handle))
        for (const place of listOf(source).filter((one) => typeof one === "string"))
          if (!accepted.some(({ answer }) => select(answer.body, String(place)).length > 0))
            ctx.report({
              message: `No accepted answer of \`${operation.id}\` has something at \`${String(place)}\`; correct the place, or add an example.`,
              location: ctx.location.child(["x-lifecycle", "submit", operation.id, "handle", capture]).key(),
            });
    }
  },
});
