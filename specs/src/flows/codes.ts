import { objectAt } from "../document.js";
import type { Fixture } from "../fixtures.js";
import { pointerOf, valueAtPointer } from "../pointer.js";
import type { Contract } from "./contract.js";
import { pathsOf } from "./places.js";

export interface Code {
  readonly place: string;
  readonly value: string | number;
}

/** Made up by us, as the rule `omni/synthetic-text` wants it; nobody may be held to it. */
const isMadeUp = (text: string): boolean => /^\(?synthetic/.test(text);

/** Every code that this answer shows, made up or not, and where. */
export function codesOf({ lifecycle }: Contract, { body }: Fixture): Code[] {
  const places = pathsOf(objectAt(lifecycle.errors).code).flatMap((path) => pointerOf(path) ?? []);
  return places.flatMap((place): Code[] => {
    const value = valueAtPointer(body, place);
    const isText = typeof value === "string" && value !== "" && !value.includes("'");
    return isText || typeof value === "number" ? [{ place, value }] : [];
  });
}

/** The code that an answer may be held to. */
export const codeOf = (contract: Contract, one: Fixture): Code | undefined =>
  codesOf(contract, one).find(({ value }) => !isMadeUp(String(value)));

/** As a condition writes it. */
export const literalOf = ({ value }: Code): string => (typeof value === "number" ? String(value) : `'${value}'`);
