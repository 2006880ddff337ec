import type { MockRequest } from "../transport/http.js";
import type { Fault, Scenarios } from "./fault.js";

/** What a request itself asks for. */
export interface Choice {
  /** Status of a documented answer. */
  readonly code?: number;
  /** Name of a documented example. */
  readonly example?: string;
  readonly faults: readonly Fault[];
  /** Names that mean nothing here. */
  readonly unknown: readonly string[];
}

interface Words {
  readonly code: readonly string[];
  readonly example: readonly string[];
  readonly scenario: readonly string[];
}

const isNoStatus = (code: string): boolean => !/^[1-5]\d\d$/.test(code);

const wordsOf = (text = ""): string[] => text.split(/[\s,]+/).filter((word) => word !== "");

/** A value is a word, or several in quotes. */
const PREFERENCE = /([^\s,;=]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;"]*)))?/g;

/** `Prefer: code=402, example=name, scenario=stuck` (RFC 7240); code and example as Prism's users know them. */
function preferred(header: string): Words {
  const pairs = [...header.matchAll(PREFERENCE)].map(
    ([, name = "", quoted, value]) => [name, quoted ?? value] as const,
  );
  const of = (wanted: string) =>
    pairs.flatMap(([name, value]) => (name.toLowerCase() === wanted ? wordsOf(value) : []));
  return { code: of("code"), example: of("example"), scenario: of("scenario") };
}

/** `?__code=402&__example=name`, `?__scenario=stuck,latency` */
function queried(query: URLSearchParams): Words {
  const of = (name: string) => query.getAll(name).flatMap(wordsOf);
  return { code: of("__code"), example: of("__example"), scenario: of("__scenario") };
}

// Without a `[` inside: from each beginning the look ends at the next one, so that a long text is read once.
const MAGIC = /\[mock:([^[\]\r\n]{1,400})\]/g;
/** So many are heeded in a text; nobody means more, and each name that means nothing stands in the answer. */
const MOST = 100;

function magicIn(text: string): string[][] {
  const found: string[][] = [];
  for (const [, words] of text.matchAll(MAGIC)) {
    if (found.length === MOST) break;
    found.push(wordsOf(words));
  }
  return found;
}

/**
 * `[mock:402]`, `[mock:402 name]` or `[mock:stuck, latency]`: in the prompt, or wherever else a client lets people write, as
 * in an id, a file's name or the key.
 */
function magic({ text = "", path, headers }: MockRequest, keyHeader: string): Words[] {
  const key = headers[keyHeader] ?? "";
  // Nearly every request is plain, and each is looked at. Without the bracket: a body of nothing but brackets would be
  // looked at for half a second.
  if (!text.includes("mock:") && !/[[%]/.test(path) && !key.includes("mock:")) return [];
  const written = [text, decodeURIComponent(path), key];
  const places = written.filter((place) => place.includes("mock:"));
  const found = places.flatMap(magicIn);
  return found.map((words) => {
    const code = words.filter((word) => /^\d{3}$/.test(word));
    const rest = words.filter((word) => !code.includes(word));
    return { code, example: code.length > 0 ? rest : [], scenario: code.length > 0 ? [] : rest };
  });
}

const NOTHING: Choice = { faults: [], unknown: [] };

/**
 * What a request asks for: by `Prefer`, by its query, or by a magic text. The first that names a status wins; faults add up.
 *
 * @param keyHeader name of the header with the key, in lower case
 */
export function choiceOf(request: MockRequest, scenarios: Scenarios, keyHeader: string): Choice {
  const { headers, query } = request;
  const all = magic(request, keyHeader);
  if (query.size > 0) all.unshift(queried(query));
  if (headers.prefer !== undefined) all.unshift(preferred(headers.prefer));
  if (all.length === 0) return NOTHING;
  const [code] = all.flatMap((words) => words.code);
  const [example] = all.flatMap((words) => words.example);
  const names = all.flatMap((words) => words.scenario);
  return {
    faults: names.flatMap((name) => scenarios.get(name) ?? []),
    unknown: [
      ...names.filter((name) => !scenarios.has(name)),
      ...all.flatMap((words) => words.code.filter(isNoStatus)),
    ],
    ...(code !== undefined && !isNoStatus(code) && { code: Number(code) }),
    ...(example !== undefined && { example }),
  };
}
