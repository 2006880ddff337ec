import { InputError } from "./input-error.js";
import type { Wish } from "./plan.js";

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * The wishes of a list; what a model takes of them is not looked at.
 *
 * @param text `undefined` where the file cannot be read
 * @throws {InputError} for a list that is none, with the place
 */
export function readWishes(path: string, text: string | undefined): readonly Wish[] {
  if (text === undefined) throw new InputError(`${path} cannot be read.`);
  const list = parse(path, text);
  if (!Array.isArray(list) || list.length === 0)
    throw new InputError(`${path} must be a JSON list of one video at least, such as prompts.json of this package.`);
  const names = new Set<string>();
  return list.map((item: unknown, i) => {
    const at = `${path}: video ${i + 1}`;
    if (!isMembers(item)) throw new InputError(`${at} is no object.`);
    const { name, provider, model, ...request } = item;
    if (typeof name !== "string" || !/^[\w-]{1,60}$/.test(name))
      throw new InputError(`${at} needs a \`name\` of 1 to 60 letters, digits, _ and -; its file is called so.`);
    if (names.has(name.toLowerCase())) throw new InputError(`${at} is called ${name}, and so is one before it.`);
    names.add(name.toLowerCase());
    if (typeof provider !== "string" || typeof model !== "string")
      throw new InputError(`${at} (${name}) needs a \`provider\` and a \`model\`.`);
    return { name, provider, model, request };
  });
}
