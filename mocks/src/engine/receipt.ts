import {
  classify,
  locate,
  select,
  valueAt,
  type Contract,
  type Handle,
  type Location,
  type Source,
} from "@omni-contracts/core/language";
import type { JsonObject } from "@omni-contracts/specs";
import { fieldsOf, type MockAnswer } from "../transport/http.js";
import { idMinter } from "./mint.js";
import { isLink, pointLinks } from "./places.js";

/** What becomes of copies of the example that accepts a submit. */
export interface Receipt {
  /** Gives a copy ids of its own, and makes its links lead to them. */
  mint(copy: unknown, random: () => number, isTaken: (id: string) => boolean): void;
  /** What the task of a copy is found by; `undefined` where it tells of none. */
  handleOf(copy: MockAnswer, sent: JsonObject): Handle | undefined;
}

/** A capture that every copy has. */
interface Shown {
  readonly name: string;
  readonly text: string;
  /** Where it stands in the body; what is in a header is the same in all copies. */
  readonly location: Location | undefined;
}

const holdsLink = (value: unknown): boolean =>
  typeof value === "object" && value !== null ? Object.values(value).some(holdsLink) : isLink(value);

/** Where in the body a text of the source stands; `undefined` where a header, named before, tells it. */
function locationOf({ headers, body }: MockAnswer, source: Source, text: string): Location | undefined {
  for (const place of [source].flat()) {
    if (typeof place === "string") {
      const found = locate(body, place).find((one) => String(valueAt(body, one)) === text);
      if (found) return found;
    } else if ("header" in place && fieldsOf(headers).get(place.header) === text) return undefined;
  }
  return undefined;
}

/** The parts of a request that a source names. */
const askedBy = (source: Source): string[] =>
  [source].flat().flatMap((place) => (typeof place === "object" && "request" in place ? [place.request] : []));

/**
 * Copies differ from the example by their ids alone, which look alike. So the example is read by the contract's rules once, and
 * a copy is not, unless its request has a say.
 */
export function receiptOf(contract: Contract, operationId: string, example: MockAnswer): Receipt {
  const { body } = example;
  const sources = Object.entries(contract.lifecycle.submit[operationId]?.handle ?? {});
  const minters = sources.flatMap(([, source]) => idMinter(body, source) ?? []);
  const hasLinks = holdsLink(body);
  const asked = sources.flatMap(([, source]) => askedBy(source));

  function read({ status, headers, body: shown }: MockAnswer, request: unknown): Handle | undefined {
    const outcome = classify(contract, operationId, { status, headers: fieldsOf(headers), body: shown, request });
    return outcome.outcome === "accepted" ? outcome.handle : undefined;
  }

  const known = read(example, undefined);
  const shown = sources.flatMap(([name, source]): Shown[] => {
    const text = known?.[name];
    return text === undefined ? [] : [{ name, text, location: locationOf(example, source, text) }];
  });

  return {
    mint(copy, random, isTaken) {
      for (const mint of minters) {
        const { before, id } = mint(copy, random, isTaken);
        if (hasLinks) pointLinks(copy, before, id);
      }
    },
    handleOf(copy, sent) {
      if (!known || asked.some((path) => select(sent, path).length > 0)) return read(copy, sent);
      const handle: Record<string, string> = {};
      for (const { name, text, location } of shown) {
        handle[name] = location ? String(valueAt(copy.body, location)) : text;
      }
      return handle;
    },
  };
}
