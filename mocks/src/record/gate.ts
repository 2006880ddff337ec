import { operationsOf, type Document } from "@omni-contracts/specs";
import { createRouter, type Route } from "../engine/routes.js";
import { encodedPath } from "../transport/http.js";
import { valueOf, type RawHeaders } from "./upstream.js";

/** What a request is for, by the contract. */
export interface Admission {
  readonly route?: Route;
  /** It costs money, or nobody knows that it does not. */
  readonly isPaid: boolean;
}

const HARMLESS = ["GET", "HEAD", "OPTIONS"];
/** A server may read these as another path than the contract does. */
const AMBIGUOUS = /%2f|%5c|%2e|\\|\/\/|\/\.{1,2}(?:\/|$)|;/i;
const OVERRIDES = ["x-http-method-override", "x-http-method", "x-method-override"];

/** Tells what may cost money: submits, and whatever changes something that the contract does not know. */
export function createGate(document: Document): (method: string, target: string, headers: RawHeaders) => Admission {
  const route = createRouter(document);
  const paid = new Set(operationsOf(document).flatMap(({ id, operation }) => ("x-outcomes" in operation ? [id] : [])));
  return (method, target, headers) => {
    const [path = ""] = target.split("?");
    const found = AMBIGUOUS.test(path) ? undefined : route(method, encodedPath(path));
    const isHarmless = HARMLESS.includes(method) && OVERRIDES.every((name) => valueOf(headers, name) === "");
    const isPaid = found ? paid.has(found.entry.id) || (HARMLESS.includes(method) && !isHarmless) : !isHarmless;
    return { isPaid, ...(found && { route: found }) };
  };
}
