// @ts-check
import { quoted } from "../document.js";
import { extensions, validatorOf } from "../language.js";

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
  "x-key-prefix": ["SecurityScheme"],
};

/** A key of a JSON pointer as it is written in YAML. @param {string} key */
const unescape = (key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~"));

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

/**
 * What is wrong with the value of an extension, and the keys that lead there.
 * @param {string} name
 * @param {unknown} value
 * @param {string} holder the type of the object that it stands on
 * @returns {{message: string, keys: (string | number)[]} | undefined}
 */
function problemOf(name, value, holder) {
  const validate = validatorOf(name);
  if (!validate) {
    return { message: `\`${name}\` is not in extensions.schema.yaml; use one of ${quoted(extensions)}.`, keys: [] };
  }
  const holders = HOLDERS[name] ?? [holder];
  if (!holders.includes(holder)) {
    return { message: `\`${name}\` stands on ${holders.join(" or ")}, not on ${holder}.`, keys: [] };
  }
  if (validate(value)) return undefined;
  // A rule between members is a described `anyOf` under `allOf`, as in requests; its words say it best.
  const rule = validate.errors?.find(
    ({ keyword, schemaPath }) => keyword === "anyOf" && schemaPath.includes("/allOf/"),
  );
  if (rule?.parentSchema?.description) {
    const keys = rule.instancePath.split("/").slice(1).map(unescape);
    return { message: `\`${[name, ...keys].join(".")}\`: ${rule.parentSchema.description}`, keys };
  }
  const { instancePath = "", message = "is wrong", params = {} } = clearest(validate.errors ?? []) ?? {};
  const keys = instancePath.split("/").slice(1).map(unescape);
  const detail = Object.values(params).flat().join(", ");
  const path = [name, ...keys].join(".");
  return { message: `\`${path}\` ${message} (${detail}); see extensions.schema.yaml.`, keys };
}

/** Every x- member is in the language, at its place. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  any(node, ctx) {
    if (typeof node !== "object" || Array.isArray(node) || ctx.type.name === "SpecExtension") return;
    // Here `x-…` is a name that the provider chose: of a header, of a property.
    if (/(Map|Properties)$/.test(ctx.type.name)) return;
    for (const [name, value] of Object.entries(node).filter(([key]) => key.startsWith("x-"))) {
      const problem = problemOf(name, value, ctx.type.name);
      if (problem)
        ctx.report({ message: problem.message, location: ctx.location.child([name, ...problem.keys]).key() });
    }
  },
});
