// @ts-check
import { distinct, placeOf } from "../document.js";
import { evidentExamplesOf } from "../evidence.js";
import { lifecycleOf, looksOf, readAs } from "../lifecycle.js";
import { textAt } from "../reader.js";

/** The text of an inferred error says that it is made up. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    const lifecycle = lifecycleOf(root);
    const inferred = evidentExamplesOf(ctx, root).filter(({ level }) => level === "inferred");
    const errors = inferred.map((example) => ({
      ...example,
      text: example.answer && textAt(lifecycle.errors?.message, example.answer),
    }));
    const files = new Set(inferred.map(({ node: example }) => example));
    const failures = looksOf(ctx, root)
      .filter((look) => files.has(look.node))
      .map((look) => ({ ...look, text: readAs(lifecycle, look.form, look.answer, look.rules).task?.error?.message }));
    const texts = [...errors, ...failures].filter(({ text }) => text !== undefined && !text.includes("(synthetic)"));
    for (const { location, text } of distinct(texts.map((one) => ({ ...one, from: one.location }))))
      ctx.report({
        message: `No page shows this text; begin it with "(synthetic) ", not "${text}".`,
        location: location.child(["value"]).key(),
      });
  },
});
