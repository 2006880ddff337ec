import type { MockAnswer } from "@omni-contracts/mocks";
import { isObject } from "@omni-contracts/specs";

/** Members that tell a client where its job is read, or cancelled. */
const LINK = /^(?:get|cancel|stream|(?:response|status|cancel)_url)$/;

/** Where the mocks' own files are. */
const FILE = "/__files/";

/** Links of which kind lead away. */
export type Kind = "job" | "video";

const isLink = (value: string, name: string, kind: Kind): boolean =>
  kind === "job" ? LINK.test(name) : value.includes(FILE) && URL.canParse(value);

interface Led {
  readonly value: unknown;
  readonly links: number;
}

function lead(value: unknown, to: string, kind: Kind, name = ""): Led {
  if (typeof value === "string" && isLink(value, name, kind)) {
    // Some links are whole addresses, others paths.
    const { pathname, search } = new URL(value, "http://here");
    return { value: to + pathname + search, links: 1 };
  }
  if (Array.isArray(value)) {
    const led = value.map((one) => lead(one, to, kind));
    return { value: led.map((one) => one.value), links: led.reduce((sum, { links }) => sum + links, 0) };
  }
  if (!isObject(value) || value instanceof Uint8Array) return { value, links: 0 };
  const led = Object.entries(value).map(([member, one]) => [member, lead(one, to, kind, member)] as const);
  const links = led.reduce((sum, [, one]) => sum + one.links, 0);
  return { value: Object.fromEntries(led.map(([member, one]) => [member, one.value])), links };
}

/**
 * Members of the contracts' answers that may be there, and are not in the mocks' own: for each the path of the job that it links
 * to.
 */
const MAY_BE_THERE: Readonly<Record<string, (id: string) => string>> = {
  atlascloud: (id) => `/api/v1/model/prediction/${id}`,
};

function withLink(body: unknown, protocol: string): unknown {
  const pathOf = MAY_BE_THERE[protocol];
  if (!pathOf || !isObject(body) || !isObject(body.data) || typeof body.data.id !== "string") return body;
  return { ...body, data: { ...body.data, urls: { get: pathOf(body.data.id) } } };
}

/** An answer of which the links of a kind lead to another host, and how many they are. */
export function leadAway(
  answer: MockAnswer,
  protocol: string,
  to: string,
  kind: Kind = "job",
): { answer: MockAnswer; links: number } {
  const { value, links } = lead(kind === "job" ? withLink(answer.body, protocol) : answer.body, to, kind);
  return { answer: links === 0 ? answer : { ...answer, body: value }, links };
}
