import type { Json } from "../document.js";
import { isSame, membersAs } from "./canonical.js";
import { code, shown } from "./words.js";

type Tell = (level: "major" | "minor", says: string) => void;

/** What core does after a plain 429, of which no rule has to say it. */
const USUAL: ReadonlyMap<string, Json> = new Map([["usual", { after: "Retry-After", else: [1, 2, 4] }]]);

/** Whether a list of delays ends earlier: what somebody waited for may come too late now. */
export function endsEarlier(old: Json | undefined, now: Json | undefined): boolean {
  const [from, to] = [old, now].map((value) =>
    membersAs(value).flatMap((delay) => (typeof delay === "number" ? [delay] : [])),
  );
  const sum = (delays: readonly number[] = []) => delays.reduce((all, delay) => all + delay, 0);
  return (to?.length ?? 0) < (from?.length ?? 0) || sum(to) < sum(from);
}

const partsOf = (resend: Json): ReadonlyMap<string, Json> => {
  const named = typeof resend === "string" ? (USUAL.get(resend) ?? resend) : resend;
  return new Map(typeof named === "object" && named !== null ? Object.entries(named) : []);
};

/**
 * Tells what became of the leave to send a refused request again. A resend that is new may pay twice, and one that gives up
 * earlier ends with an error what went through before: both are breaks. More patience is not.
 */
export function compareResend(old: Json | undefined, now: Json | undefined, tell: Tell): void {
  if (old === undefined || now === undefined) {
    if (old === now) return;
    // Beside a plain 429 a resend goes without saying.
    tell(
      "major",
      now === undefined
        ? "is no longer a reason to send the request again"
        : "lets the client send the request again now",
    );
    return;
  }
  const [from, to] = [partsOf(old), partsOf(now)];
  const [header, headerNow] = [from.get("after"), to.get("after")];
  if (header === undefined && headerNow !== undefined)
    tell("minor", `tells in ${code(shown(headerNow))} when to send the request again`);
  else if (headerNow === undefined && header !== undefined)
    tell("major", `no longer tells in ${code(shown(header))} when to send the request again`);
  else if (header !== headerNow)
    tell(
      "major",
      `tells in ${code(shown(headerNow))} when to send the request again now; it was ${code(shown(header))}`,
    );
  const [delays, delaysNow] = [from.get("else"), to.get("else")];
  if (!isSame(delays, delaysNow)) {
    const level = endsEarlier(delays, delaysNow) ? "major" : "minor";
    tell(level, `is followed by other delays: ${shown(delaysNow)} s now; it was ${shown(delays)} s`);
  }
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    if (key === "after" || key === "else" || isSame(from.get(key), to.get(key))) continue;
    tell(
      "major",
      `has another ${code(key)} in its ${code("resend")}: ${shown(to.get(key))}, not ${shown(from.get(key))}`,
    );
  }
}
