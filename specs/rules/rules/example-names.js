// @ts-check
import { objectOf } from "../document.js";

/** The key of an example is kebab-case, and the name of its file. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  ExamplesMap(node, ctx) {
    for (const [key, example] of Object.entries(node)) {
      const location = ctx.location.child([key]).key();
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))
        ctx.report({ message: `Write the name \`${key}\` in kebab-case.`, location });
      const { $ref } = objectOf(example);
      const file = String($ref)
        .replace(/^.*\//, "")
        .replace(/\.yaml$/, "");
      if (typeof $ref !== "string")
        ctx.report({ message: `Put \`${key}\` into components/examples/${key}.yaml.`, location });
      else if (file !== key)
        ctx.report({ message: `\`${key}\` lies in \`${file}.yaml\`; key and file have one name.`, location });
    }
  },
});
