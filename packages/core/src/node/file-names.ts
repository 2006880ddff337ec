/** What a name in the folder of a journal says. */
export interface FileName {
  readonly intent: string;
  /** `json` is the record, `next` the room for the record that comes after it, `tmp` a record that is being written. */
  readonly kind: "json" | "next" | "tmp";
}

const PREFIX = "intent-";
/** Characters of a name that every file system takes, with room for the ending. */
const LONGEST = 200;

/**
 * A name that stays inside the folder on every system, whatever the id holds: bytes other than a–z, 0–9 and the hyphen are
 * written as `_` and two hex digits. Capitals, too: some systems do not tell them apart.
 *
 * @throws RangeError for an id that would need a longer name than file systems have
 */
export function stemOf(intent: string): string {
  const bytes = Array.from(new TextEncoder().encode(intent));
  const safe = bytes.map((byte) => {
    const one = String.fromCharCode(byte);
    return /[a-z0-9-]/.test(one) ? one : `_${byte.toString(16).padStart(2, "0")}`;
  });
  const stem = PREFIX + safe.join("");
  if (stem.length > LONGEST)
    throw new RangeError(`The id of the intent has ${intent.length} characters, too many for a file's name.`);
  return stem;
}

const OWN = /^intent-((?:[a-z0-9-]|_[0-9a-f]{2})*)\.(json|next|tmp)$/;
const KINDS = ["json", "next", "tmp"] as const;

/** What a file's name says; `undefined` for a file that is not of a journal. */
export function readName(file: string): FileName | undefined {
  const [, safe, ending] = OWN.exec(file) ?? [];
  const kind = KINDS.find((one) => one === ending);
  if (safe === undefined || kind === undefined) return undefined;
  const bytes = Array.from(safe.matchAll(/_([0-9a-f]{2})|(.)/g), ([, hex, one = ""]) =>
    hex === undefined ? one.charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return { intent: new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes)), kind };
}
