// @ts-check
import { at, isObject, membersOf, placeOf } from "../document.js";

/** Every property is described, except where a rule under `allOf` only narrows it. @type {import("../redocly.js").Rule} */
export const rule = () => {
  const narrowing = new WeakSet();
  return {
    Schema(node, ctx) {
      const schema = placeOf(node, ctx);
      const properties = membersOf(ctx, at(ctx, schema, "properties"));
      if (narrowing.has(node)) {
        const inner = ["anyOf", "oneOf", "allOf"].flatMap((key) => membersOf(ctx, at(ctx, schema, key)));
        for (const one of [...properties, ...inner, at(ctx, schema, "items")])
          if (one && isObject(one.node) && one.location.source === ctx.location.source) narrowing.add(one.node);
        return;
      }
      for (const one of membersOf(ctx, at(ctx, schema, "allOf")))
        for (const branch of membersOf(ctx, at(ctx, one, "anyOf")))
          if (isObject(branch.node)) narrowing.add(branch.node);
      for (const { key, node: property, from } of properties)
        if (!isObject(property) || typeof property.description !== "string")
          ctx.report({ message: `Describe \`${key}\`.`, location: from.key() });
    },
  };
};
