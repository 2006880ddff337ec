import {
  objectAt,
  operationsOf,
  requestContent,
  resolved,
  textOf,
  type Document,
  type Json,
  type JsonObject,
} from "@omni-contracts/specs";
import { isJson, parseJson, type MockRequest } from "../transport/http.js";

/** Where requests say where their events are to go. */
export interface AskedAddress {
  /** The address that a request names. */
  of(operationId: string, request: MockRequest): string | undefined;
  /** The request as the contract would see it: an address of this machine counts as one on https. */
  asPublic(request: MockRequest): MockRequest;
}

const ROLE = "webhookUrl";

/** Members of a request whose role is to name the address. */
function namesIn(document: Document, value: Json | undefined): string[] {
  const schema = resolved(document, value);
  const own = Object.entries(objectAt(schema.properties)).flatMap(([name, member]) => {
    const inputs = [resolved(document, member)["x-input"] ?? []].flat();
    return inputs.some((input) => objectAt(input).role === ROLE) ? [name] : [];
  });
  const branches = ["oneOf", "anyOf", "allOf"].flatMap((keyword) => schema[keyword] ?? []);
  return [...own, ...branches.flatMap((branch) => namesIn(document, branch))];
}

export function createAskedAddress(document: Document, submits: readonly string[]): AskedAddress {
  const entries = operationsOf(document).filter(({ id }) => submits.includes(id));
  const names = new Map(
    entries.map(({ id, operation }) => {
      const { schema } = requestContent(document, operation, "application/json");
      return [id, [...new Set(namesIn(document, schema))]] as const;
    }),
  );
  const all = [...new Set([...names.values()].flat())];
  // Most requests name none; they are not read a second time.
  const mayHold = (text: string): boolean => all.some((name) => text.includes(`"${name}"`));
  const machine = String.raw`localhost|\[::1\]|127(?:\.\d{1,3}){3}`;
  const insecure = new RegExp(
    String.raw`("(?:${all.join("|")})"\s*:\s*")http:(?=\\?/\\?/(?:${machine})[:/?#"\\])`,
    "g",
  );
  return {
    of(operationId, { text = "", headers }) {
      if (!mayHold(text) || !isJson(headers)) return undefined;
      const sent: JsonObject = objectAt(parseJson(text));
      const found = (names.get(operationId) ?? []).map((name) => textOf(sent[name]));
      return found.find((one) => one !== "");
    },
    asPublic(request) {
      const { text = "", headers } = request;
      if (!mayHold(text) || !isJson(headers)) return request;
      return { ...request, text: text.replace(insecure, "$1https:") };
    },
  };
}
