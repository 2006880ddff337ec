// @ts-check
import { at, isObject, listOf, membersOf, objectOf, placeOf } from "../document.js";

/** A mapping names every value of each branch, and nothing else. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Schema(node, ctx) {
    const { propertyName, mapping } = objectOf(node.discriminator);
    if (typeof propertyName !== "string") return;
    const schema = placeOf(node, ctx);
    const location = ctx.location.child(["discriminator"]);
    if (!isObject(mapping)) {
      ctx.report({
        message: `Add a \`mapping\`: each value of \`${propertyName}\` with the file of its schema.`,
        location: location.key(),
      });
      return;
    }
    const branches = membersOf(ctx, at(ctx, schema, "oneOf")).map((branch) => {
      const property = objectOf(at(ctx, branch, "properties", propertyName)?.node);
      return { branch, values: listOf(property.enum ?? property.const).map(String) };
    });
    for (const { branch, values } of branches)
      if (values.length === 0)
        ctx.report({
          message: `This branch does not say its \`${propertyName}\`; give that property an \`enum\`.`,
          location: branch.from,
        });
    const known = new Map(branches.flatMap(({ branch, values }) => values.map((value) => [value, branch])));
    for (const value of known.keys())
      if (!(value in mapping))
        ctx.report({
          message: `\`${value}\` is missing in the mapping; map it to its schema.`,
          location: location.child(["mapping"]).key(),
        });
    for (const [value, target] of Object.entries(mapping)) {
      const branch = known.get(value);
      const message = branch
        ? ctx.resolve({ $ref: target }, ctx.location.source.absoluteRef).node !== branch.node &&
          `\`${value}\` is a value of another branch; map it to that one.`
        : `No branch has \`${value}\`; take it out of the mapping, or add it to the \`enum\` of its schema.`;
      if (message) ctx.report({ message, location: location.child(["mapping", value]).key() });
    }
  },
});
