// @ts-check
import { objectOf } from "../document.js";

/** @type {Record<string, (name: string) => string>} */
const FILES = {
  paths: (path) => `paths/${path.replace(/^\//, "").replaceAll("/", "_")}.yaml`,
  webhooks: (name) => `paths/webhook_${name}.yaml`,
};

/** Each URL and each webhook has a file of its own, which is named after it. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  Root(node, ctx) {
    for (const [group, file] of Object.entries(FILES))
      for (const [name, item] of Object.entries(objectOf(node[group]))) {
        const wanted = file(name);
        if (objectOf(item).$ref !== wanted)
          ctx.report({
            message: `\`${name}\` belongs in \`${wanted}\`.`,
            location: ctx.location.child([group, name]).key(),
          });
      }
  },
});
