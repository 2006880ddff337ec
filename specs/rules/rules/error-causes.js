// @ts-check
import { distinct, placeOf } from "../document.js";
import { errorsOf } from "../lifecycle.js";

/** The example of an error tells its cause, and what to do. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const silent = errorsOf(ctx, placeOf(node, ctx)).filter(
      (example) => !/Cause: .*(Fix|Advice)[^.:]*: /s.test(String(example.node.description)),
    );
    for (const { name, location } of distinct(silent.map((one) => ({ ...one, from: one.location }))))
      ctx.report({ message: `Write into the description of \`${name}\`: "Cause: … Fix: …".`, location });
  },
});
