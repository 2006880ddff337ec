import { isObject } from "@omni-contracts/specs";
import openapiTS, {
  astToString,
  NEVER,
  transformSchemaObject,
  type SchemaObject,
  type TransformNodeOptions,
} from "openapi-typescript";
import ts from "typescript";

const { factory } = ts;

const reference = (name: string): ts.TypeNode => factory.createTypeReferenceNode(name);

// `^(a/|b/)`: the text begins with one of these and goes on as it likes.
const PREFIXES = /^\^\(([\w/-]+(?:\|[\w/-]+)*)\)$/;

/** `${"a/" | "b/"}${string}` for a pattern that is nothing but a list of prefixes. */
function prefixedText(pattern: string): ts.TypeNode | undefined {
  const [, list] = PREFIXES.exec(pattern) ?? [];
  if (list === undefined) return undefined;
  const prefixes = list.split("|").map((one) => factory.createLiteralTypeNode(factory.createStringLiteral(one)));
  return factory.createTemplateLiteralType(factory.createTemplateHead(""), [
    factory.createTemplateLiteralTypeSpan(factory.createUnionTypeNode(prefixes), factory.createTemplateMiddle("")),
    factory.createTemplateLiteralTypeSpan(
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTemplateTail(""),
    ),
  ]);
}

/**
 * Where openapi-typescript says less than the contract does:
 * - a property that must be absent (`not: {}`) is `never`;
 * - binary content is a Blob or bytes;
 * - a pattern that lists prefixes is a template literal, so that text with another beginning does not compile;
 * - an array of at most one item is a tuple, so that a second one does not compile. Longer ones stay arrays: people build
 *   those at run time.
 */
function transform(schema: SchemaObject, options: TransformNodeOptions): ts.TypeNode | undefined {
  if ("not" in schema && isObject(schema.not) && Object.keys(schema.not).length === 0) return NEVER;
  if ("format" in schema && schema.format === "binary") {
    return factory.createUnionTypeNode([reference("Blob"), reference("Uint8Array")]);
  }
  if ("pattern" in schema && typeof schema.pattern === "string") return prefixedText(schema.pattern);
  if (!("maxItems" in schema) || schema.maxItems === undefined || schema.maxItems > 1) return undefined;
  const none = factory.createTupleTypeNode([]);
  if (schema.maxItems === 0) return none;
  const items = "items" in schema && schema.items && !Array.isArray(schema.items) ? schema.items : undefined;
  const item = items
    ? transformSchemaObject(items, options)
    : factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  const one = factory.createTupleTypeNode([item]);
  return schema.minItems ? one : factory.createUnionTypeNode([none, one]);
}

/** TypeScript types of a bundle: `paths`, `operations`, `components`, `webhooks`. */
export async function openapiTypes(bundle: string): Promise<string> {
  return astToString(await openapiTS(bundle, { transform, defaultNonNullable: false, emptyObjectsUnknown: true }));
}
