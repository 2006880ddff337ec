// @ts-check
import { distinct, placeOf } from "../document.js";
import { evidentExamplesOf } from "../evidence.js";
import { errorsOf, lifecycleOf, looksOf, readAs } from "../lifecycle.js";
import { textAt } from "../reader.js";

/** The text of an inferred error says that it is made up. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const lifecycle = lifecycleOf(root);
    const files = new Set(
      evidentExamplesOf(ctx, root).flatMap(({ level, node: example }) => (level === "inferred" ? [example] : [])),
    );
    const errors = errorsOf(ctx, root)
      .filter((example) => files.has(example.node))
      .map((example) => ({ ...example, text: textAt(lifecycle.errors?.message, example.answer) }));
    const failures = looksOf(ctx, root)
      .filter((look) => files.has(look.node))
      .map((look) => ({ ...look, text: readAs(lifecycle, look.form, look.answer, look.rules).task?.error?.message }));
    const texts = [...errors, ...failures].filter(({ text }) => text !== undefined && !text.includes("(synthetic)"));
    for (const { location, text } of distinct(texts.map((one) => ({ ...one, from: one.location }))))
      ctx.report({
        message: `No page shows this text; write "(synthetic) " before it, not only "${text}".`,
        location: location.child(["value"]).key(),
      });
  },
});
