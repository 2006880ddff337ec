import { isObject, objectAt, textOf, type Document, type Json, type JsonObject } from "../document.js";
import { meaningOf, membersAs } from "./canonical.js";
import { childOf, expanded, itemsOf, membersOf, type Node } from "./node.js";

/** A choice between schemas. */
export interface Choice {
  readonly node: Node;
  readonly kind: "anyOf" | "oneOf";
  readonly description: string;
  readonly branches: readonly Node[];
}

/** A schema with all that it refers to and all of its `allOf`, as one. */
export interface Flat {
  readonly node: Node;
  /** Plain keywords; where two parts of an `allOf` differ, the tighter or a list of both. */
  readonly keywords: ReadonlyMap<string, Json>;
  /** The types that it takes; `undefined` for all of them. */
  readonly types: readonly string[] | undefined;
  /** The values that it takes, where they are listed. */
  readonly values: readonly Json[] | undefined;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Node>;
  readonly items: Node | undefined;
  /** What other members are: a schema, or none; `undefined` where nothing is said. */
  readonly others: Node | false | undefined;
  readonly choices: readonly Choice[];
  readonly nots: readonly Node[];
  /** Nothing fits. */
  readonly isNever: boolean;
}

const IGNORED = new Set([
  "title",
  "description",
  "examples",
  "example",
  "$comment",
  "x-evidence",
  "x-sources",
  "$schema",
  "externalDocs",
]);
/** Hold schemas, which may stand in files of their own. */
const SCHEMAS = new Set([
  ...["prefixItems", "contains", "patternProperties", "propertyNames", "dependentSchemas", "unevaluatedItems"],
  ...["contentSchema"],
]);
/** What belongs to one `if` must not be mixed with what belongs to another. */
const CASES = ["if", "then", "else"];
const CASE = CASES.join("/");
const LOOSE: Readonly<Record<string, Json>> = { minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false };
const isLowest = (keyword: string): boolean => /^(min|exclusiveMin)/.test(keyword);
const isHighest = (keyword: string): boolean => /^(max|exclusiveMax)/.test(keyword);

function tighter(keyword: string, a: Json | undefined, b: Json): Json {
  if (a === undefined || meaningOf(a) === meaningOf(b)) return b;
  if (typeof a === "number" && typeof b === "number") {
    if (isLowest(keyword)) return Math.max(a, b);
    if (isHighest(keyword)) return Math.min(a, b);
  }
  return [a, b].toSorted((x, y) => meaningOf(x).localeCompare(meaningOf(y)));
}

const both = <T extends Json>(a: readonly T[] | undefined, b: readonly T[]): T[] =>
  a === undefined ? [...b] : b.filter((one) => a.some((other) => meaningOf(other) === meaningOf(one)));

const typesIn = (value: Json): string[] => membersAs(value).flatMap((one) => (typeof one === "string" ? [one] : []));

/** Whether everything fits, as in `{}`. */
const isAny = (node: Node): boolean =>
  node.value === true || (isObject(node.value) && Object.keys(node.value).every((key) => IGNORED.has(key)));

function isClosed(node: Node): boolean {
  return node.value === false || (isObject(node.value) && isObject(node.value.not) && isAny(childOf(node, "not")));
}

class Builder {
  readonly keywords = new Map<string, Json>();
  types: readonly string[] | undefined;
  values: readonly Json[] | undefined;
  readonly required = new Set<string>();
  readonly properties = new Map<string, Node>();
  items: Node | undefined;
  others: Node | false | undefined;
  readonly choices: Choice[] = [];
  readonly nots: Node[] = [];
  isNever = false;
  constructor(readonly node: Node) {}

  #and(a: Node | undefined, b: Node): Node {
    if (a === undefined || (isObject(a.value) && isObject(b.value) && meaningOf(a.value) === meaningOf(b.value)))
      return b;
    return { ...b, value: { allOf: [a.value ?? true, b.value ?? true] } };
  }

  add(node: Node): void {
    if (node.value === false) this.isNever = true;
    if (!isObject(node.value)) return;
    for (const [keyword, value] of Object.entries(node.value)) this.#keyword(node, keyword, value);
    const cases = CASES.filter((keyword) => childOf(node, keyword).value !== undefined);
    if (cases.length > 0)
      this.#plain(CASE, Object.fromEntries(cases.map((keyword) => [keyword, expanded(childOf(node, keyword))])));
  }

  #plain(keyword: string, value: Json): void {
    this.keywords.set(keyword, tighter(keyword, this.keywords.get(keyword), value));
  }

  #keyword(node: Node, keyword: string, value: Json): void {
    if (IGNORED.has(keyword) || CASES.includes(keyword) || (keyword in LOOSE && LOOSE[keyword] === value)) return;
    const inside = childOf(node, keyword);
    switch (keyword) {
      case "type":
        this.types = both(this.types, typesIn(value));
        return;
      case "enum":
      case "const":
        this.values = both(this.values, keyword === "const" ? [value] : membersAs(value));
        return;
      case "required":
        for (const name of membersAs(value)) this.required.add(textOf(name));
        return;
      case "properties":
        for (const [name, member] of membersOf(inside)) {
          this.properties.set(name, this.#and(this.properties.get(name), member));
        }
        return;
      case "items":
        this.items = this.#and(this.items, inside);
        return;
      case "additionalProperties":
      case "unevaluatedProperties":
        if (isClosed(inside)) this.others = false;
        else if (this.others !== false && !isAny(inside)) this.others = inside;
        return;
      case "allOf":
        for (const branch of itemsOf(inside)) this.add(branch);
        return;
      case "anyOf":
      case "oneOf":
        this.#choice(inside, keyword, textOf(objectAt(node.value).description));
        return;
      case "not":
        if (isAny(inside)) this.isNever = true;
        else this.nots.push(inside);
        return;
      case "discriminator":
        // The mapping follows from the branches; the rest is what says which member tells them apart.
        this.keywords.set(keyword, isObject(value) ? (value.propertyName ?? "") : value);
        return;
      default:
        this.#plain(keyword, SCHEMAS.has(keyword) ? expanded(inside) : value);
    }
  }

  #choice(node: Node, kind: Choice["kind"], description: string): void {
    const branches = itemsOf(node);
    const [only] = branches;
    if (branches.length === 1 && only) this.add(only);
    else this.choices.push({ node, kind, description, branches });
  }
}

/** What was found of the values of a document; the same schema is asked for many times. */
class Memory<T> {
  readonly #known = new WeakMap<Document, WeakMap<JsonObject, T>>();

  of({ document, value }: Node): { get: () => T | undefined; keep: (found: T) => T } {
    const known = this.#known.get(document) ?? new WeakMap<JsonObject, T>();
    this.#known.set(document, known);
    return {
      get: () => (isObject(value) ? known.get(value) : undefined),
      keep: (found) => {
        if (isObject(value)) known.set(value, found);
        return found;
      },
    };
  }
}

const flats = new Memory<Builder>();

/** What a schema says, whatever way it is written. */
export function flat(node: Node): Flat {
  const memory = flats.of(node);
  const known = memory.get();
  // A shared value stands at several places.
  if (known?.node.file === node.file && known.node.keys.join("/") === node.keys.join("/")) return known;
  const builder = new Builder(node);
  builder.add(node);
  return memory.keep(builder);
}

/** Whether a schema is nothing but a choice. */
export const isPureChoice = ({ choices, properties, values, items, required }: Flat): boolean =>
  choices.length === 1 && properties.size === 0 && values === undefined && items === undefined && required.size === 0;

/** A form with what its choice says beside the forms: that holds for each of them. */
function withBeside(form: Node, { keywords, types, others, nots }: Flat): Node {
  const own = flat(form);
  const plain = [...keywords].filter(
    ([name, value]) => name !== "discriminator" && meaningOf(own.keywords.get(name)) !== meaningOf(value),
  );
  const beside: JsonObject = {
    ...Object.fromEntries(plain),
    ...(types && types.join() !== own.types?.join() && { type: [...types] }),
    ...(others !== undefined && own.others !== false && { additionalProperties: others && (others.value ?? true) }),
  };
  const parts = [beside, ...nots.map(({ value = true }) => ({ not: value }))].filter(
    (one) => !isAny({ ...form, value: one }),
  );
  if (parts.length === 0) return form;
  const value = objectAt(form.value);
  return { ...form, value: { ...value, allOf: [...membersAs(value.allOf), ...parts] } };
}

/** The forms that a value may have; choices of choices count as one. */
export function variantsOf(node: Node): Node[] {
  const schema = flat(node);
  return isPureChoice(schema) ? formsOf(schema).flatMap((form) => variantsOf(withBeside(form, schema))) : [node];
}

/** The same for one that is compared with another choice, and what stands beside the forms with what stands there. */
export const variantsInside = (schema: Flat): Node[] => formsOf(schema).flatMap(variantsOf);

const formsOf = ({ choices }: Flat): readonly Node[] => choices[0]?.branches ?? [];

const meanings = new Memory<string>();

/** The text of two schemas is the same exactly when they mean the same. */
export function schemaMeaning(node: Node, above: readonly (Json | undefined)[] = []): string {
  const memory = meanings.of(node);
  const known = memory.get();
  if (known !== undefined) return known;
  const text = meaningInside(node, above);
  // What refers to a schema above it means that only there.
  return text.includes(ABOVE) ? text : memory.keep(text);
}

const ABOVE = "\u2191";

function meaningInside(node: Node, above: readonly (Json | undefined)[]): string {
  // A schema that holds itself: it means the same when its parts do, down to where it begins anew.
  const depth = above.indexOf(node.value);
  if (isObject(node.value) && depth >= 0) return `${ABOVE}${above.length - depth}`;
  const way = [...above, node.value];
  const inner = (one: Node): string => schemaMeaning(one, way);
  const schema = flat(node);
  const map = (entries: Iterable<readonly [string, string]>) =>
    Array.from(entries, ([name, text]) => `${JSON.stringify(name)}:${text}`)
      .toSorted()
      .join();
  const choice = ({ kind, branches }: Choice) => `${kind}(${branches.map(inner).toSorted().join("|")})`;
  return [
    schema.isNever ? "never" : "",
    map(Array.from(schema.keywords, ([name, value]) => [name, meaningOf(value)] as const)),
    schema.types?.toSorted().join() ?? "*",
    schema.values?.map(meaningOf).toSorted().join() ?? "*",
    [...schema.required].toSorted().join(),
    map(Array.from(schema.properties, ([name, member]) => [name, inner(member)] as const)),
    schema.items ? inner(schema.items) : "*",
    schema.others === false ? "closed" : schema.others ? inner(schema.others) : "open",
    schema.choices.map(choice).toSorted().join("&"),
    schema.nots.map(inner).toSorted().join("&"),
  ].join(";");
}
