// @ts-check
import { at, listOf, objectOf, operationsOf, placeOf } from "../document.js";

/** Every operation documents the refusals that it can meet. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    const root = placeOf(node, ctx);
    for (const operation of operationsOf(ctx, root)) {
      const security = listOf(operation.node.security ?? node.security);
      // `{}` in the list means that a key is optional.
      const asksForKey = security.some((one) => Object.keys(objectOf(one)).length > 0);
      const costs = operation.node["x-outcomes"] !== undefined;
      const wanted = ["400", ...(asksForKey ? ["401"] : []), ...(asksForKey && costs ? ["402"] : []), "429", "500"];
      const documented = objectOf(at(ctx, operation, "responses")?.node);
      for (const status of wanted.filter((one) => !(one in documented)))
        ctx.report({
          message: `\`${operation.id}\` does not document ${status}; add it, with a named example.`,
          location: operation.location.child(["responses"]).key(),
        });
    }
  },
});
