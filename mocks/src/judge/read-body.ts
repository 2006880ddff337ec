/** Deeper than any contract; parsers and validators that recurse are not tried beyond it. */
const DEEPEST = 100;

const BACKSLASH = 0x5c;

/** The index behind the string that begins at `start`, or -1 if nothing closes it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return -1;
}

interface Flaw {
  readonly at: number;
  readonly what: string;
  readonly isDepth?: true;
}

const BAD_IN_STRING = /[\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|([^]?))/g; // eslint-disable-line no-control-regex
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function flawInString(text: string, start: number, end: number): Flaw | undefined {
  if (end < 0) return { at: start, what: "the string that begins here is not closed" };
  for (const found of text.slice(start + 1, end - 1).matchAll(BAD_IN_STRING)) {
    const at = start + 1 + found.index;
    if (found[0] < " ") return { at, what: "a control character in a string; write it as an escape, such as \\n" };
    if (found[1] !== undefined) return { at, what: "an escape that JSON does not know; write \\\\ for a backslash" };
  }
  return undefined;
}

/**
 * The first place where a text stops being JSON, or goes too deep: millions of brackets would cost a parser its memory. V8
 * often tells no place, and tells it differently from version to version. What strings hold is looked at only if asked for.
 */
function flawOf(text: string, inStrings: boolean): Flaw | undefined {
  const closers: string[] = [];
  let want: "value" | "first value" | "name" | "first name" | "colon" | "next" = "value";
  for (let i = 0; ;) {
    SPACE.lastIndex = i;
    SPACE.test(text);
    i = SPACE.lastIndex;
    const found = text.charAt(i);
    const closer = closers.at(-1);
    const expected = (what: string): Flaw => ({
      at: i,
      what: found ? `expected ${what}, found \`${text.slice(i, i + 1)}\`` : `the text ends; expected ${what}`,
    });
    if (want === "next" && closer === undefined) return found ? expected("the end") : undefined;
    if (found !== "" && found === closer && (want === "next" || want.startsWith("first"))) {
      closers.pop();
      want = "next";
      i += 1;
    } else if (want === "next") {
      if (found !== ",") return expected(`\`,\` or \`${closer ?? ""}\``);
      want = closer === "}" ? "name" : "value";
      i += 1;
    } else if (want === "colon") {
      if (found !== ":") return expected("`:`");
      want = "value";
      i += 1;
    } else if (found === '"') {
      const end = endOfString(text, i);
      const flaw = inStrings || end < 0 ? flawInString(text, i, end) : undefined;
      if (flaw) return flaw;
      i = end;
      want = want.endsWith("name") ? "colon" : "next";
    } else if (want.endsWith("name")) return expected("a name in double quotes");
    else if (found === "{" || found === "[") {
      if (closers.push(found === "{" ? "}" : "]") > DEEPEST) return { at: i, what: "too deep", isDepth: true };
      want = found === "{" ? "first name" : "first value";
      i += 1;
    } else {
      SCALAR.lastIndex = i;
      if (!SCALAR.test(text)) return expected("a value");
      i = SCALAR.lastIndex;
      want = "next";
    }
  }
}

const LONG = 1_000_000;

/** In a long text, counting lines takes too long, and helps nobody. */
function placeOf(text: string, at: number): string {
  if (at > LONG) return `character ${at + 1}`;
  const before = text.slice(0, at);
  return `line ${before.split("\n").length}, column ${at - before.lastIndexOf("\n")}`;
}

/** Whether a text has so few brackets that it cannot go too deep; most have. */
function isShallow(text: string): boolean {
  let openers = 0;
  for (let i = 0; i < text.length && openers <= DEEPEST; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) openers += 1;
  }
  return openers <= DEEPEST;
}

/** A JSON body, or why it cannot be read. */
export function readJson(text: string): { readonly body: unknown } | { readonly problem: string } {
  if (!isShallow(text) && flawOf(text, false)?.isDepth)
    return { problem: `The body is nested deeper than ${DEEPEST} levels; send it flatter.` };
  try {
    const body: unknown = JSON.parse(text);
    return { body };
  } catch {
    const flaw = flawOf(text, true);
    return { problem: `The body is no JSON; ${flaw ? `${placeOf(text, flaw.at)}: ${flaw.what}` : "write it anew"}.` };
  }
}

/** The parts of a form, files included, or why it cannot be read. `text` has one character a byte. */
export async function readForm(
  text: string,
  contentType: string,
): Promise<{ readonly parts: FormData } | { readonly problem: string }> {
  if (!/;\s*boundary=/i.test(contentType) && /^multipart\//i.test(contentType))
    return {
      problem: "`content-type` names no `boundary`; leave the header to the HTTP client, which sends it with one.",
    };
  try {
    const response = new Response(Buffer.from(text, "latin1"), { headers: { "content-type": contentType } });
    return { parts: await response.formData() };
  } catch {
    return { problem: "The form cannot be read; let the HTTP client write it, as with `FormData`." };
  }
}
