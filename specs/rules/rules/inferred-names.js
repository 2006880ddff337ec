// @ts-check
import { distinct, placeOf } from "../document.js";
import { evidentExamplesOf } from "../evidence.js";

/** The name of an example says whether a page shows its body. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const examples = evidentExamplesOf(ctx, placeOf(node, ctx));
    const isMarked = (/** @type {string} */ name) => name.startsWith("inferred-");
    for (const { name, level, from } of distinct(
      examples.filter((one) => !isMarked(one.name) && ["inferred", "observed"].includes(one.level)),
    ))
      ctx.report({
        message: `No page shows \`${name}\`, it is ${level}; name it \`inferred-${name}\`.`,
        location: from.key(),
      });
    for (const { name, from } of distinct(examples.filter((one) => isMarked(one.name) && one.level === "documented")))
      ctx.report({
        message: `\`${name}\` counts as documented; say in its x-evidence how it is known, or drop \`inferred-\`.`,
        location: from.key(),
      });
  },
});
