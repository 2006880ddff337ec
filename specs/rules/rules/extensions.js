// @ts-check
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";
import { quoted } from "../document.js";

const language = parse(readFileSync(new URL("../../extensions.schema.yaml", import.meta.url), "utf8"));
const ajv = formats.default(
  new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true }),
);
ajv.addSchema(language, "language");

/** @type {Record<string, string[]>} */
const HOLDERS = {
  "x-contract": ["Root"],
  "x-sources": ["Root"],
  "x-lifecycle": ["Root"],
  "x-outcomes": ["Operation"],
  "x-errors": ["Operation"],
  "x-signature": ["Operation"],
  "x-model": ["Schema"],
  "x-input": ["Schema"],
};

/**
 * The error that says most: the one that lies deepest, and rather one that tells what is missing than which branch of an
 * `anyOf` was not meant.
 * @param {import("ajv").ErrorObject[]} errors
 */
function clearest(errors) {
  const vague = ["required", "enum", "type", "anyOf", "const"];
  const rank = (/** @type {import("ajv").ErrorObject} */ { keyword, instancePath }) =>
    keyword === "const" ? -1 : instancePath.split("/").length * vague.length - vague.indexOf(keyword);
  return errors.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** Every x- member is in the language, at its place. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  any(node, ctx) {
    if (typeof node !== "object" || Array.isArray(node) || ctx.type.name === "SpecExtension") return;
    for (const [name, value] of Object.entries(node).filter(([key]) => key.startsWith("x-"))) {
      const location = ctx.location.child([name]);
      const validate = ajv.getSchema(`language#/$defs/${name}`);
      if (!validate) {
        const message = `\`${name}\` is not in extensions.schema.yaml; use one of ${quoted(Object.keys(language.properties))}.`;
        ctx.report({ message, location: location.key() });
        continue;
      }
      const holders = HOLDERS[name];
      if (holders && !holders.includes(ctx.type.name))
        ctx.report({
          message: `\`${name}\` stands on ${holders.join(" or ")}, not on ${ctx.type.name}.`,
          location: location.key(),
        });
      if (validate(value)) continue;
      const error = clearest(validate.errors ?? []);
      const keys = (error?.instancePath ?? "").split("/").slice(1);
      const detail = Object.values(error?.params ?? {})
        .flat()
        .join(", ");
      ctx.report({
        message: `\`${[name, ...keys].join(".")}\` ${error?.message ?? "is wrong"} (${detail}); see extensions.schema.yaml.`,
        location: location
          .child(keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~"))))
          .key(),
      });
    }
  },
});
