import { objectAt, type Json, type JsonObject } from "@omni-contracts/specs";
import type { Input } from "./models.js";

/** Whether a model's schema accepts a request body. */
export type Accepts = (body: JsonObject) => boolean;

const URL = "https://example.com/file";
const DURATIONS = Array.from({ length: 60 }, (_, i) => i + 1);
const COUNTS = Array.from({ length: 20 }, (_, i) => i + 1);
/** Roles whose values a schema lists. */
const LISTED = ["resolution", "aspectRatio"];
/** Roles that carry media; a frame is always one. */
const FRAMES = ["firstFrame", "lastFrame"];
const MEDIA = [...FRAMES, "inputReferences", "video"];
const SINGLE: Readonly<Record<string, Json>> = {
  prompt: "a red apple",
  seed: 1,
  previousTask: "task",
  webhookUrl: URL,
  clientReference: "order-1",
};

/** A request body in the making; `undefined` once two settings want the same place for different things. */
type Draft = JsonObject | undefined;

function put(draft: Draft, path: string, value: Json): Draft {
  const keys = path.split(".").slice(1);
  const [key = "", ...rest] = keys;
  if (draft === undefined) return undefined;
  const name = key.replace("[*]", "");
  const below = `$.${rest.join(".")}`;
  if (key.endsWith("[*]")) {
    const items = (Array.isArray(value) ? value : [value]).map((one) =>
      rest.length > 0 ? (put({}, below, one) ?? {}) : one,
    );
    return name in draft ? undefined : { ...draft, [name]: items };
  }
  if (rest.length > 0) {
    const inner = put(objectAt(draft[name]), below, value);
    return inner && { ...draft, [name]: inner };
  }
  return name in draft && draft[name] !== value ? undefined : { ...draft, [name]: value };
}

/** Puts a setting into a draft, together with the members that give the property this role. */
function apply(draft: Draft, input: Input | undefined, value: Json, isList: boolean): Draft {
  if (!input) return undefined;
  const conditions = Object.entries(objectAt(input.where)).map(
    ([path, values]) => [path, [values].flat()[0] ?? null] as const,
  );
  const placed = put(
    draft,
    input.path,
    isList && !input.path.includes("[*]") && !Array.isArray(value) ? [value] : value,
  );
  return conditions.reduce<Draft>((body, [path, literal]) => put(body, path, literal), placed);
}

function propertyAt(schema: JsonObject, path: string): JsonObject {
  return path
    .replaceAll("[*]", ".*")
    .split(".")
    .slice(1)
    .reduce<JsonObject>((at, key) => objectAt(key === "*" ? at.items : objectAt(at.properties)[key]), schema);
}

/** One role of a model: how to put it into a body, and the values that stand for "it is used". */
class Role {
  readonly isList: boolean;
  constructor(
    readonly name: string,
    private readonly input: Input,
    private readonly property: JsonObject,
  ) {
    this.isList = property.type === "array";
  }

  get listed(): Json[] {
    return Array.isArray(this.property.enum) ? this.property.enum : [];
  }

  get takesMany(): boolean {
    return this.isList || this.input.path.includes("[*]");
  }

  normalized(value: Json): Json {
    return objectAt(this.input.values)[JSON.stringify(value).replaceAll('"', "")] ?? value;
  }

  put(draft: Draft, value: Json): Draft {
    return apply(draft, this.input, value, this.isList);
  }
}

const unique = (values: readonly Json[]): Json[] => [...new Set(values)];

/**
 * What a model can do, found by asking its schema: which values, how many files, which settings exclude or need each
 * other. Nothing of this is written down twice.
 */
export function capabilitiesOf(schema: JsonObject, id: string, inputs: Input[], accepts: Accepts): JsonObject {
  const roles = inputs.flatMap((input) =>
    typeof input.role === "string" && input.effect !== "ignored"
      ? [new Role(input.role, input, propertyAt(schema, input.path))]
      : [],
  );
  const named = (name: string) => roles.find((role) => role.name === name);
  const base: JsonObject = { model: id, prompt: "a red apple" };
  const fits = (draft: Draft): boolean => draft !== undefined && accepts(draft);
  const out: JsonObject = {};

  const duration = named("duration");
  if (duration) out.duration = DURATIONS.filter((seconds) => fits(duration.put(base, seconds)));
  for (const name of LISTED) {
    const role = named(name);
    if (role)
      out[name] = unique(
        role.listed.filter((value) => fits(role.put(base, value))).map((value) => role.normalized(value)),
      );
  }
  for (const name of MEDIA) {
    const counts = COUNTS.filter((count) =>
      roles.some(
        (role) =>
          role.name === name &&
          (count === 1 || (role.takesMany && !FRAMES.includes(name))) &&
          fits(role.put(base, role.takesMany ? Array(count).fill(URL) : URL)),
      ),
    );
    if (counts.length > 0) out[name] = counts;
    else if (named(name)) out[name] = [1];
  }
  for (const name of ["seed", "previousTask", "webhookUrl", "clientReference"]) if (named(name)) out[name] = true;

  const usual = (name: string): Json => {
    const known = out[name];
    if (MEDIA.includes(name)) return Array.isArray(known) && known[0] !== 1 ? Array(Number(known[0])).fill(URL) : URL;
    return SINGLE[name] ?? (Array.isArray(known) ? (named(name)?.listed[0] ?? known[0] ?? null) : null);
  };
  const uses = (draft: Draft, name: string): Draft[] =>
    roles.filter((role) => role.name === name).map((role) => role.put(draft, usual(name)));
  const together = (...names: string[]): boolean =>
    names
      .reduce<Draft[]>(
        (drafts, name) => drafts.flatMap((draft) => uses(draft, name)),
        [{ model: id, ...(named("prompt") ? {} : base) }],
      )
      .some(fits);

  const names = unique(roles.map((role) => role.name)).map(String);
  const withPrompt = (...settings: string[]) => together(...new Set(["prompt", ...settings]));
  out.requires = ["prompt", ...MEDIA].filter(
    (name) => names.includes(name) && (name === "prompt" ? together("prompt") : together(name)),
  );
  const alone = names.filter((name) => withPrompt(name));
  const excludes = alone.flatMap((a, i) => alone.slice(i + 1).flatMap((b) => (withPrompt(a, b) ? [] : [[a, b]])));
  const needs = names
    .filter((name) => !alone.includes(name))
    .flatMap((name) =>
      alone.filter((other) => other !== "prompt" && withPrompt(other, name)).map((other) => [name, other]),
    );
  return { ...out, ...(excludes.length > 0 && { excludes }), ...(needs.length > 0 && { needs }) };
}
