// What both kinds of TypeScript samples share.
import type { Json } from "./json.js";
import { literal, type TextStyle } from "./text.js";

/** As Prettier has it when nobody tells it otherwise. */
export const WIDTH = 80;

/** With the quotes that need fewer escapes, as Prettier chooses them. */
export function textLiteral(text: string): string {
  const doubled = JSON.stringify(text);
  const [double, single] = [text.split('"').length, text.split("'").length];
  return double > single ? `'${doubled.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : doubled;
}

const STYLE: TextStyle = {
  indent: "  ",
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name)),
  scalar: (value) => (typeof value === "string" ? textLiteral(value) : JSON.stringify(value)),
};

/** A value that stands at this indent, with so many characters before it on its line. */
export const valueText = (value: Json, indent = "", before = 0): string => literal(value, STYLE, WIDTH, indent, before);

/** `acme` → `Acme`, as in the names of its package. */
const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** The lines that make a client of the package of a provider. */
export function clientLines(
  provider: string,
  name: string,
  suffix: "" | "Api",
  baseURL: string | undefined,
): { readonly imported: string; readonly made: readonly string[] } {
  const create = `create${capital(provider)}${suffix}`;
  const options = baseURL === undefined ? "" : `{ baseURL: ${textLiteral(baseURL)} }`;
  const made = `const ${name} = ${create}(${options});`;
  return {
    imported: `import { ${create} } from "@omni-contracts/${provider}";`,
    made:
      made.length <= WIDTH
        ? [made]
        : [`const ${name} = ${create}({`, `  baseURL: ${textLiteral(baseURL ?? "")},`, "});"],
  };
}

/** `before` + `parts` joined + `after`, or, where that is too long, one part a line, as Prettier breaks it. */
export function brokenAt(operator: string, parts: readonly string[], before: string, after: string): string {
  const short = `${before}${parts.join(` ${operator} `)}${after}`;
  if (short.length <= WIDTH) return short;
  const indent = /^ */.exec(before)?.[0] ?? "";
  const lower = `${indent}  ${parts.join(` ${operator} `)}${after}`;
  if (after === ";" && lower.length <= WIDTH) return [before.trimEnd(), lower].join("\n");
  const lines = parts.map((part, i) => `${indent}  ${part}${i < parts.length - 1 ? ` ${operator}` : ""}`);
  // A condition has a bracket to close; a value has not.
  return [before.trimEnd(), ...lines].join("\n") + (after === ";" ? after : `\n${indent}${after}`);
}

/** `before(a, b)after`, or one argument a line where that is too long, as Prettier breaks it. */
export function callText(before: string, args: readonly string[], after: string): string {
  const short = `${before}(${args.join(", ")})${after}`;
  if (short.length <= WIDTH) return short;
  const indent = /^ */.exec(before)?.[0] ?? "";
  return [`${before}(`, ...args.map((one) => `${indent}  ${one},`), `${indent})${after}`].join("\n");
}

/** `before(path, {init})after`: Prettier breaks the arguments when the first line is too long. */
export function callLines(
  before: string,
  path: string,
  init: (indent: string) => readonly string[],
  after: string,
): readonly string[] {
  const first = `${before}(${textLiteral(path)}, {`;
  const indent = /^ */.exec(before)?.[0] ?? "";
  if (first.length <= WIDTH) return [first, ...init(`${indent}  `), `${indent}})${after}`];
  const inner = `${indent}  `;
  const object = [`${inner}{`, ...init(`${inner}  `), `${inner}},`];
  return [`${before}(`, `${inner}${textLiteral(path)},`, ...object, `${indent})${after}`];
}

/** `throw new Error(…);` of a template. */
export function thrown(template: string, indent: string): string {
  const short = `${indent}throw new Error(${template});`;
  return short.length <= WIDTH
    ? short
    : [`${indent}throw new Error(`, `${indent}  ${template},`, `${indent});`].join("\n");
}
