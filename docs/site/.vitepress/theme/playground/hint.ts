// What stands under a field: its limits, with their units, and what it may not stand beside.
import type { Field } from "./fields.js";
import type { Words } from "./words.js";

const MEBIBYTE = 1024 * 1024;

function limitsOf(field: Field, words: Words): string[] {
  if (field.kind === "line") return field.maxLength === undefined ? [] : [words.atMostCharacters(field.maxLength)];
  const isSeconds = field.name === "duration";
  if (field.kind === "number") return [words.range(field.min, field.max, isSeconds)];
  if (field.kind === "choice") return [words.oneOf(isSeconds ? field.values.map(words.seconds) : field.values)];
  const { types, bytes, seconds, pixels, schemes } = field.limits;
  const parts = [
    ...(types ? [types.join(", ")] : []),
    ...(bytes === undefined ? [] : [words.megabytes(String(Math.floor((bytes / MEBIBYTE) * 10) / 10))]),
    ...(seconds ? [words.lengths(...seconds)] : []),
    ...(pixels === undefined ? [] : [words.pixels(pixels)]),
    ...(schemes ? [schemes.map((one) => `${one}:`).join(", ")] : []),
  ];
  return [words.counts(field.counts), ...(parts.length > 0 ? [`${parts.join("; ")}.`] : [])];
}

const isName = (name: string, words: Words): name is Field["name"] => Object.hasOwn(words.labels, name);

export function hintOf(field: Field, words: Words): string {
  const named = (names: readonly string[]) => names.map((name) => (isName(name, words) ? words.labels[name] : name));
  return [
    words.hints[field.name] ?? "",
    ...limitsOf(field, words),
    field.not.length > 0 ? words.not(named(field.not)) : "",
    field.oneOf.length > 0 ? words.anyOf(named(field.oneOf)) : "",
    field.with.length > 0 ? words.with(named(field.with)) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
