import { objectAt, textOf, type Input, type Json, type JsonObject } from "@omni-contracts/specs";

/** A normalized input and its value on the wire; media are always a list of links. */
export type Setting = readonly [role: string, value: Json];

/** A request body in the making; `undefined` once two settings want the same place for different things. */
type Draft = JsonObject | undefined;

/** Puts a value at a path of names, the last name or one before it a list (`$.clips[*].url`: one item a value). */
function put(draft: Draft, path: string, value: Json): Draft {
  const [key = "", ...rest] = path.split(".").slice(1);
  if (draft === undefined) return undefined;
  const name = key.replace("[*]", "");
  const below = `$.${rest.join(".")}`;
  if (key.endsWith("[*]")) {
    const items = [value].flat().map((one) => put({}, below, one) ?? null);
    return name in draft ? undefined : { ...draft, [name]: items };
  }
  if (rest.length > 0) {
    const inner = put(objectAt(draft[name]), below, value);
    return inner && { ...draft, [name]: inner };
  }
  return name in draft && draft[name] !== value ? undefined : { ...draft, [name]: value };
}

function propertyAt(schema: JsonObject, path: string): JsonObject {
  const keys = path.replaceAll("[*]", ".*").split(".").slice(1);
  return keys.reduce((at, key) => objectAt(key === "*" ? at.items : objectAt(at.properties)[key]), schema);
}

/** Puts the value where an input stands, together with the members that give the property this role. */
function apply(draft: Draft, input: Input, isList: boolean, value: Json): Draft {
  const takesOne = Array.isArray(value) && !isList && !input.path.includes("[*]");
  if (takesOne && value.length !== 1) return undefined;
  const placed = put(draft, input.path, takesOne ? (value[0] ?? null) : value);
  const conditions = Object.entries(objectAt(input.where));
  return conditions.reduce((body, [path, literals]) => put(body, path, [literals].flat()[0] ?? null), placed);
}

/** Asks the schema of one model whether it takes settings, wherever its properties carry them. */
export interface Probe {
  /** The inputs that the model has, in the order of its properties. */
  readonly roles: readonly string[];
  /** What the schema lists for an input: value on the wire, normalized value. */
  listed(role: string): { readonly wire: Json; readonly normalized: Json }[];
  takes(...settings: readonly Setting[]): boolean;
}

export function createProbe(
  schema: JsonObject,
  model: string,
  inputs: readonly Input[],
  accepts: (body: JsonObject) => boolean,
): Probe {
  const effective = inputs.filter(({ role, effect }) => typeof role === "string" && effect !== "ignored");
  const carriers = effective.map((input) => ({ input, property: propertyAt(schema, input.path) }));
  const base: JsonObject = "model" in objectAt(schema.properties) ? { model } : {};
  const ofRole = (role: string) => carriers.filter(({ input }) => input.role === role);
  return {
    roles: [...new Set(effective.map(({ role }) => textOf(role)))],
    listed: (role) =>
      ofRole(role).flatMap(({ input, property }) =>
        [property.enum ?? []].flat().map((wire) => {
          const normalized = typeof wire === "string" ? objectAt(input.values)[wire] : undefined;
          return { wire, normalized: normalized ?? wire };
        }),
      ),
    takes: (...settings) => {
      const bodies = settings.reduce<Draft[]>(
        (drafts, [role, value]) =>
          ofRole(role).flatMap(({ input, property }) =>
            drafts.map((draft) => apply(draft, input, property.type === "array", value)),
          ),
        [base],
      );
      return bodies.some((body) => body !== undefined && accepts(body));
    },
  };
}
