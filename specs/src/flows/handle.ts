import { objectAt, textOf, type JsonObject } from "../document.js";
import type { Fixture } from "../fixtures.js";
import { valueAtPointer } from "../pointer.js";
import { answersOf, type Contract } from "./contract.js";
import { IN_BODY } from "./places.js";

/** Which capture stands for which parameter of a read's path, in the address that an answer to the submit shows. */
function pathParts(path: string, url: string, captures: JsonObject, { body }: Fixture): Record<string, string>[] {
  const valueOf = (capture: string): string =>
    textOf(valueAtPointer(body, textOf(captures[capture]).slice(IN_BODY.length)));
  const [address = ""] = valueOf(url).split("?");
  const theirs = address.split("/").toReversed();
  const ours = path.split("/").toReversed().slice(0, -1);
  const parts = ours.flatMap((part, at) => {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    const capture = Object.keys(captures).find((one) => valueOf(one) !== "" && valueOf(one) === theirs[at]);
    return name === undefined ? [] : [[name, capture] as const];
  });
  const known = parts.flatMap(([name, capture]) => (capture === undefined ? [] : [[name, capture] as const]));
  return known.length > 0 && known.length === parts.length ? [Object.fromEntries(known)] : [];
}

/**
 * What a read is asked with: captures of the handle, or, where one is the whole address, those that stand in its path.
 *
 * @param captures outputs of the submit
 */
export function whereToLook(contract: Contract, id: string, submit: string, captures: JsonObject): JsonObject[] {
  const { with: places, url } = objectAt(contract.reads[id]);
  const sent = (capture: string): string => `$steps.submit.outputs.${capture}`;
  if (typeof url === "string") {
    const path = contract.operations.get(id)?.path ?? "";
    const found = answersOf(contract, submit).flatMap((one) => pathParts(path, url, captures, one))[0] ?? {};
    return Object.entries(found).map(([name, capture]) => ({ name, in: "path", value: sent(capture) }));
  }
  return Object.entries(objectAt(places)).flatMap(([place, names]) => {
    const [where = "", name = ""] = place.split(".");
    const known = [names]
      .flat()
      .map(textOf)
      .find((one) => one in captures);
    return known === undefined ? [] : [{ name, in: where, value: sent(known) }];
  });
}
