// Which fields a model has, and within which limits: from its client and its contract.
import type { RequestSchema } from "@omni-contracts/core/language";
import type { Capabilities, Input, Model } from "./provider.js";

export type MediaName = "firstFrame" | "lastFrame" | "inputReferences" | "video";
export type ChoiceName = "aspectRatio" | "resolution" | "duration";
export type LineName = "prompt" | "webhookUrl" | "clientReference" | "previousTask";

interface Common {
  readonly isRequired: boolean;
  /** Settings that may not stand beside it. */
  readonly not: readonly string[];
  /** Settings that must stand beside it. */
  readonly with: readonly string[];
  /** Of these one at least must be there, itself among them. */
  readonly oneOf: readonly string[];
}

export type Field = Common &
  (
    | { readonly kind: "line"; readonly name: LineName; readonly maxLength?: number | undefined }
    | {
        readonly kind: "choice";
        readonly name: ChoiceName;
        readonly values: readonly string[];
        /** What the provider takes when it is left out. */
        readonly usual?: string | undefined;
      }
    | {
        readonly kind: "number";
        readonly name: "duration" | "seed";
        readonly min?: number | undefined;
        readonly max?: number | undefined;
        readonly usual?: string | undefined;
      }
    | {
        readonly kind: "media";
        readonly name: MediaName;
        /** How many at once. */
        readonly counts: readonly number[];
        readonly limits: NonNullable<Input["media"]>;
      }
  );

const MEDIA = ["firstFrame", "lastFrame", "inputReferences", "video"] as const;
/** From so many values in a row on, a number is typed and not chosen. */
const MANY = 6;

/** The form of a body that is meant by a model's id. */
function branchOf(schema: RequestSchema, model: string): RequestSchema {
  const { oneOf = [], anyOf = [], discriminator } = schema;
  const at = discriminator && Object.hasOwn(discriminator.mapping, model) ? discriminator.mapping[model] : undefined;
  if (at !== undefined) return oneOf[at] ?? schema;
  const knows = ({ discriminator: inner }: RequestSchema) => inner !== undefined && Object.hasOwn(inner.mapping, model);
  const inner = anyOf.find(knows);
  return inner ? branchOf(inner, model) : schema;
}

/** The schema of a member such as `$.image.urls[*]`. */
const memberOf = (schema: RequestSchema, path: string): RequestSchema | undefined =>
  path
    .split(".")
    .slice(1)
    .reduce<RequestSchema | undefined>((at, name) => {
      const member = at?.properties?.[name.replace("[*]", "")];
      return name.endsWith("[*]") ? member?.items : member;
    }, schema);

/** A pair of which both exclude each other, as what one of them may not stand beside. */
const rivals = ({ excludes = [] }: Capabilities, name: string): string[] =>
  excludes.flatMap(([a, b]) => (a === name ? [b] : b === name ? [a] : []));

const inRow = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);

/** The fields of a model, in the order in which they are shown. */
export function fieldsOf(id: string, model: Model, schema: RequestSchema): Field[] {
  const { capabilities, inputs } = model;
  const { always = [], requires, needs = [] } = capabilities;
  const form = branchOf(schema, id);
  const inputOf = (role: string) => inputs.find((input) => input.role === role);
  const limitsOf = (role: string) => memberOf(form, inputOf(role)?.path ?? "$");
  const common = (name: string): Common => ({
    isRequired: always.includes(name) || (requires.length === 1 && requires.includes(name)),
    not: rivals(capabilities, name),
    oneOf: requires.length > 1 && requires.includes(name) ? requires : [],
    with: needs.flatMap(([one, other]) => (one === name ? [other] : [])),
  });
  const usualOf = (role: string): string | undefined => {
    const { default: usual, values = {} } = inputOf(role) ?? {};
    if (typeof usual === "number") return String(usual);
    return typeof usual === "string" ? (values[usual] ?? usual) : undefined;
  };
  const line = (name: LineName): Field => ({
    ...common(name),
    ...{ kind: "line", name, maxLength: limitsOf(name)?.maxLength },
  });
  const choice = (name: ChoiceName, values: readonly (string | number)[]): Field => ({
    ...common(name),
    ...{ kind: "choice", name, values: values.map(String), usual: usualOf(name) },
  });

  const fields: Field[] = [];
  if (inputOf("prompt")) fields.push(line("prompt"));
  for (const name of MEDIA) {
    const counts = capabilities[name];
    if (counts) fields.push({ ...common(name), kind: "media", name, counts, limits: inputOf(name)?.media ?? {} });
  }
  const { aspectRatio, resolution, duration = [], seed } = capabilities;
  if (aspectRatio) fields.push(choice("aspectRatio", aspectRatio));
  if (duration.length >= MANY && inRow(duration)) {
    const [min, max] = [Math.min(...duration), Math.max(...duration)];
    fields.push({ ...common("duration"), kind: "number", name: "duration", min, max, usual: usualOf("duration") });
  } else if (duration.length > 0) fields.push(choice("duration", duration));
  if (resolution) fields.push(choice("resolution", resolution));
  if (seed) {
    const { minimum, maximum } = limitsOf("seed") ?? {};
    fields.push({
      ...common("seed"),
      kind: "number",
      name: "seed",
      min: minimum,
      max: maximum,
      usual: usualOf("seed"),
    });
  }
  for (const name of ["previousTask", "clientReference", "webhookUrl"] as const)
    if (capabilities[name]) fields.push(line(name));
  return fields;
}

/** Fields that most people leave alone. */
export const isAdvanced = ({ name }: Field): boolean =>
  ["previousTask", "clientReference", "webhookUrl"].includes(name);
