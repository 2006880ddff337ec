import { isObject, type Json } from "../document.js";

/** A value as a person would write it. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return /^[\w.:/*$@{}[\]-]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return isObject(value) ? JSON.stringify(value) : String(value);
}

/** "a", "a and b", "a, b and c". */
export const listed = (values: readonly Json[], last = "and"): string => {
  const words = values.map(shown);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
};

/** A name of code in Markdown. */
export const code = (name: string): string => `\`${name}\``;

/** The first sentence of a text, for a title. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 90 ? `${line.slice(0, 88)}…` : line}”`;
};
