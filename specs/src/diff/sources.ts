import { isSame, membersAs, missingFrom } from "./canonical.js";
import type { Report } from "./change.js";
import type { Node } from "./node.js";
import { listed } from "./words.js";

/** Tells where something stands now. A further place after the old ones hurts nobody; the first that has something wins. */
export function compareSources(old: Node, now: Node, what: string, report: Report): void {
  const [from, to] = [membersAs(old.value), membersAs(now.value)];
  if (isSame(from, to)) return;
  if (to.length === 0) report.add("major", "", "", `${what} is no longer known`, now);
  else if (from.length === 0) report.add("minor", "", "", `${what} is known now`, now);
  else if (isSame(from, to.slice(0, from.length))) {
    report.add("minor", "", "", `${what} is also looked for at ${listed(missingFrom(to, from))}`, now);
  } else
    report.add("major", "", "", `${what} is looked for at ${listed(to, "or")} now; it was ${listed(from, "or")}`, now);
}
