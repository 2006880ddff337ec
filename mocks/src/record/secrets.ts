/** What stands where a secret stood. Letters only, so that a link, a header and JSON keep their form. */
const REDACTED = "REDACTED";

/** Shorter values stand in an answer by chance; as values of a header that carries secrets they are still taken out. */
const SHORTEST = 8;

/** Takes secrets out of what is recorded. It learns them from headers and addresses, and never forgets one. */
export interface Scrubber {
  /** A header with its value as it may be written down. Secrets in it are learnt. */
  header(name: string, value: string): string;
  /** Learns the secrets in an address: a key in its query, a signature. */
  learn(url: string): void;
  text(text: string): string;
  /** Text that a member of this name carries. */
  member(name: string, text: string): string;
  /** Learns the secret that a member of this name carries, if it is a name of nothing else. */
  learnMember(name: string, text: string): void;
  /** Whether whatever lies in a member of this name is a secret. */
  covers(name: string): boolean;
}

const HEADER = /auth|key|token|secret|cookie|sign|session|\bsid\b|jwt|hmac|pass|pwd|ticket|credential/i;

/** Names of nothing but secrets, with whatever stands before them: `webhook_signing_secret`, `uploadToken`. */
const STRONG = [
  ...["secret", "token", "jwt", "password", "passwd", "pwd", "passphrase", "credentials?", "signature(?:provided)?"],
  ...["(?:api|app|access|secret|private|auth|signing|session)[_-]?key(?:[_-]?(?:id|secret))?", "authorization"],
  ...["access[_-]?id", "session[_-]?id", "hmac", "token__"],
]
  .map((name) => `[\\w-]{0,40}${name}`)
  .join("|");

/** Names that say something else elsewhere. */
const WEAK = [
  ...["key", "auth", "cookie", "ticket", "sid", "[as]k", "sig", "sign", "policy"],
  ...["q-ak", "key-pair-id", "wsauth", "hdnts"],
].join("|");

const NAMES = `${STRONG}|${WEAK}`;

const SURE = new RegExp(`^(?:${STRONG})$`, "i");
const MEMBER = new RegExp(`^(?:${NAMES})$`, "i");
/** `?name=value`, also where the address itself is escaped. */
const PARAMETER = new RegExp(
  `((?:[?&;#]|%3F|%26|%253F|%2526|\\\\u0026|&amp;|^)(?:${NAMES})(?:=|%3D|%253D|\\\\u003d))((?:(?!%26|%2526|\\\\u0026|&amp;)[^&\\s"'<>\\\\#])+)`,
  "gi",
);

/** A name and its value in what could not be read as a whole: half of a JSON, a stream of events, XML, settings. */
const WRITTEN: readonly RegExp[] = [
  new RegExp(`("(?:${NAMES})"\\s*:\\s*")((?:[^"\\\\]|\\\\[^])+)`, "gi"),
  new RegExp(`('(?:${NAMES})'\\s*:\\s*')([^'\\n]+)`, "gi"),
  // JSON in a text of JSON, however deep.
  new RegExp(`(\\\\+"(?:${NAMES})\\\\+"\\s*:\\s*\\\\+")([^"\\\\]+)`, "gi"),
  new RegExp(`(<(?:${NAMES})>)([^<]+)`, "gi"),
  new RegExp(`^([ \\t]*(?:${NAMES})[ \\t]*[:=][ \\t]*)([^\\s"']\\S{${SHORTEST - 1},})`, "gim"),
];

/** What looks like a secret wherever it stands. */
const SHAPES: readonly [RegExp, string][] = [
  [/\b(sk|pk|rk|ak|whsec)([-_])[\w-]{8,}/g, `$1$2${REDACTED}`],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/g, REDACTED],
  [/\bAIza[\w-]{30,}/g, REDACTED],
  [/\b(Bearer|Basic)(\s+|%20|\+)(?!REDACTED)[\w.~+/-]{8,}=*/gi, `$1$2${REDACTED}`],
  // A user alone may be a token, too.
  [/(\w:\/\/)[^/?#\s"'<>\\]+@/g, `$1${REDACTED}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

const hexOf = (bytes: Uint8Array): string[] => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));

/** A secret with each of its characters as it is, or as JSON (RFC 8259, section 7), an address (once or twice) or HTML writes it. */
function anyWriting(secret: string): string {
  return Array.from(secret, (one) => {
    const units = Array.from(
      { length: one.length },
      (_, i) => `\\\\u${one.charCodeAt(i).toString(16).padStart(4, "0")}`,
    );
    const octets = hexOf(Buffer.from(one));
    const percent = octets.map((octet) => `%(?:25)?${octet}`).join("");
    const code = one.codePointAt(0) ?? 0;
    return `(?:\\\\?${escaped(one)}|${units.join("")}|${percent}|&#(?:${code}|x0*${code.toString(16)});)`;
  }).join("");
}

/** The part of a secret's Base64 that is the same whatever stands around it, for each of the three ways it can lie. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    const inner = text.slice(Math.ceil((before * 8) / 6), whole);
    return Array.from(inner, (one) => (one === "+" ? "(?:[+-]|%2B)" : one === "/" ? "(?:\\\\?\\/|_|%2F)" : one)).join(
      "",
    );
  });
}

/** What is left of it is Base64 as well, and tells of the secret's ends. */
const around = (pattern: string): string => `[\\w+/-]{0,2}${pattern}[\\w+/-]{0,2}=*`;

function patternOf(secret: string): RegExp[] {
  const hex = hexOf(Buffer.from(secret)).join("");
  return [
    new RegExp([anyWriting(secret), hex].join("|"), "gi"),
    // Letters of Base64 mean what their case says.
    new RegExp(inBase64(secret).map(around).join("|"), "g"),
  ];
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The secrets in the value of a header: the whole, what follows the scheme, the two halves of a Basic one, each cookie. */
function secretsIn(name: string, value: string): string[] {
  if (/cookie/i.test(name)) {
    const pairs = /^set-/i.test(name) ? value.split(";").slice(0, 1) : value.split(";");
    const values = pairs.map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
    // What a cookie carries is mostly quoted, or escaped, and shown elsewhere as it is.
    return values.flatMap((value) => [value, value.replace(/^"(.*)"$/, "$1"), decoded(value)]);
  }
  const [, scheme = "", rest = value] = /^([\w-]+)\s+(.+)$/.exec(value.trim()) ?? [];
  if (scheme.toLowerCase() !== "basic") return [rest, value];
  const plain = Buffer.from(rest, "base64").toString();
  return [rest, plain, ...plain.split(":")];
}

export function createScrubber(): Scrubber {
  const patterns = new Map<string, RegExp[]>();

  function remember(secret: string): void {
    if (secret.length < SHORTEST || secret.includes(REDACTED) || patterns.has(secret)) return;
    patterns.set(secret, patternOf(secret));
  }

  function text(given: string): string {
    // Long ones first: one secret may hold another.
    const known = [...patterns].toSorted(([a], [b]) => b.length - a.length).flatMap(([, all]) => all);
    const without = known.reduce((shown, pattern) => shown.replace(pattern, REDACTED), given);
    const shaped = SHAPES.reduce((shown, [shape, by]) => shown.replace(shape, by), without);
    return [...WRITTEN, PARAMETER].reduce((shown, pattern) => shown.replace(pattern, `$1${REDACTED}`), shaped);
  }

  return {
    text,
    header(name, value) {
      if (!HEADER.test(name)) return text(value);
      for (const secret of secretsIn(name, value)) remember(secret);
      const [, scheme] = /^(Bearer|Basic|Token|Key|ApiKey)\s/i.exec(value) ?? [];
      return scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
    },
    learn(url) {
      for (const [, , value = ""] of url.matchAll(PARAMETER)) {
        remember(value);
        remember(decoded(value));
      }
    },
    member: (name, value) => (MEMBER.test(name) && value !== "" ? REDACTED : text(value)),
    learnMember(name, value) {
      if (SURE.test(name)) remember(value);
    },
    covers: (name) => SURE.test(name),
  };
}
