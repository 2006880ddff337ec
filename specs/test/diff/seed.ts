import type { Level } from "../../src/diff/levels.js";
import { isObject, type Json, type JsonObject } from "../../src/index.js";

/** One change of a real contract, made by hand, and what must be said of it. */
export interface Seed {
  readonly provider: string;
  /** What was done. */
  readonly what: string;
  /** `none` and `patch` hurt nobody. */
  readonly level: Level;
  /** A part of what is told; nothing for `none`. A function where it names a value that the contract has before. */
  readonly says: string | ((before: Contract) => string);
  /** What the released contract had before, where no contract of today has it. */
  readonly given?: (contract: Contract) => void;
  readonly change: (contract: Contract) => void;
}

/** A bundle that may be written to. Ways are keys joined by a space, because keys hold dots and slashes. */
export class Contract {
  constructor(readonly root: JsonObject) {}

  /** @throws Error when the way leads nowhere: a seed that changes nothing is no test */
  get(way: string): Json {
    return way.split(" ").reduce<Json>((value, key) => {
      const next = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
      if (next === undefined) throw new Error(`"${key}" of "${way}" leads nowhere.`);
      return next;
    }, this.root);
  }

  /** The value as it stands in a sentence. */
  text(way: string): string {
    const value = this.get(way);
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  object(way: string): JsonObject {
    const value = way === "" ? this.root : this.get(way);
    if (!isObject(value)) throw new Error(`"${way}" is no object.`);
    return value;
  }

  list(way: string): Json[] {
    const value = this.get(way);
    if (!Array.isArray(value)) throw new Error(`"${way}" is no list.`);
    return value;
  }

  #parent(way: string): [JsonObject | Json[], string] {
    const keys = way.split(" ");
    const last = keys.pop() ?? "";
    const parent = keys.length === 0 ? this.root : this.get(keys.join(" "));
    if (!isObject(parent) && !Array.isArray(parent)) throw new Error(`"${way}" has no parent.`);
    return [parent, last];
  }

  /** Writes a value; the way to its parent must be there. */
  set(way: string, value: Json): void {
    const [parent, key] = this.#parent(way);
    if (Array.isArray(parent)) parent[Number(key)] = value;
    else parent[key] = value;
  }

  delete(way: string): void {
    this.get(way);
    const [parent, key] = this.#parent(way);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }

  /** Takes a value out of a list. */
  drop(way: string, value: Json): void {
    const list = this.list(way);
    const index = list.indexOf(value);
    if (index < 0) throw new Error(`${JSON.stringify(value)} is not in "${way}".`);
    list.splice(index, 1);
  }
}
