// @ts-check
import { at, membersOf, objectOf, placeOf } from "../document.js";

/** Under `allOf` stand rules: an `anyOf` with a description that says what to do. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Schema(node, ctx) {
    for (const item of membersOf(ctx, at(ctx, placeOf(node, ctx), "allOf"))) {
      const { anyOf, description, required, properties } = objectOf(item.node);
      const problems = [
        anyOf !== undefined && typeof description !== "string" && "Describe this rule; a refused person reads it.",
        required !== undefined &&
          properties === undefined &&
          "Put `required` beside `allOf`; inside a branch it is lost in the types.",
      ];
      for (const message of problems) if (message) ctx.report({ message, location: item.location });
    }
  },
});
