// @ts-check
import { quoted } from "../document.js";

/** @type {Record<string, RegExp>} */
const FILES = {
  Schema: /\/schemas\/[A-Z][A-Za-z0-9]*\.yaml$/,
  Parameter: /\/parameters\/[A-Z][A-Za-z0-9]*\.yaml$/,
  Header: /\/headers\/[A-Z][A-Za-z0-9]*\.yaml$/,
  Response: /\/responses\/[A-Z][A-Za-z0-9]*\.yaml$/,
  Example: /\/examples\/[a-z0-9]+(-[a-z0-9]+)*\.yaml$/,
};

/** A reference stands alone and names a whole file, which is named as its kind asks. @type {import("../redocly.js").Rule} */
export const rule = () => ({
  ref(node, ctx) {
    const target = String(node.$ref);
    const { location } = ctx;
    const siblings = Object.keys(node).filter((key) => key !== "$ref");
    if (siblings.length > 0)
      ctx.report({
        message: `${quoted(siblings)} beside a $ref is lost; put it into the file that is named.`,
        location: location.child(siblings.slice(0, 1)).key(),
      });
    if (target.includes("#")) {
      ctx.report({ message: `\`${target}\` names a part of a file; give that part a file of its own.`, location });
      return;
    }
    const pattern = FILES[ctx.type.name];
    const file = ctx.resolve(node).location?.source.absoluteRef.replaceAll("\\", "/");
    if (pattern && file && !pattern.test(file)) {
      const style = ctx.type.name === "Example" ? "kebab-case" : "PascalCase";
      ctx.report({
        message: `A ${ctx.type.name.toLowerCase()} lies in components/${ctx.type.name.toLowerCase()}s/ and has a name in ${style}; \`${target}\` does not.`,
        location,
      });
    }
  },
});
