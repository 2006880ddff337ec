import { isObject, objectAt, type Json } from "../document.js";
import { isSame, meaningOf } from "./canonical.js";
import type { Report } from "./change.js";
import { childOf, itemsOf, membersOf, rootOf, type Node } from "./node.js";
import { compareStrange } from "./strange.js";
import { code, shown } from "./words.js";

/** `bearerFormat` is a hint for people. */
const schemeMeaning = ({ value }: Node): string => meaningOf({ ...objectAt(value), bearerFormat: "" });

/** The ways to prove who calls, each as what really is sent, whatever the scheme's name. */
function waysOf(requirements: Node): string[] {
  const schemes = childOf(childOf(rootOf(requirements.document), "components"), "securitySchemes");
  return itemsOf(requirements).map((requirement) =>
    membersOf(requirement)
      .map(([name, scopes]) => `${schemeMeaning(childOf(schemes, name))} ${meaningOf(scopes.value)}`)
      .toSorted()
      .join(" and "),
  );
}

const securityOf = (operation: Node): Node => {
  const own = childOf(operation, "security");
  return own.value === undefined ? childOf(rootOf(operation.document), "security") : own;
};

const isFree = (ways: readonly string[]): boolean => ways.length === 0 || ways.includes("");

/** Tells whether a call proves otherwise who makes it. */
export function compareSecurity(old: Node, now: Node, context: string, report: Report): void {
  const [from, to] = [waysOf(securityOf(old)), waysOf(securityOf(now))];
  if (isSame(from.toSorted(), to.toSorted())) return;
  const at = securityOf(now);
  if (isFree(to) && !isFree(from)) report.add("minor", "", "", `${code(context)} no longer wants a key`, at);
  else if (isFree(from) && !isFree(to)) report.add("major", "", "", `${code(context)} wants a key now`, at);
  else {
    const isMore = from.every((way) => to.includes(way));
    report.add(
      isMore ? "minor" : "major",
      "The key",
      context,
      isMore ? "may be sent in a further way" : "is sent in another way",
      at,
    );
  }
}

const urlsOf = (servers: Json | undefined): string[] =>
  (Array.isArray(servers) ? servers : []).flatMap((server) =>
    isObject(server) && typeof server.url === "string" ? [server.url] : [],
  );

/** Tells which addresses came and went; the first is the one that clients use unless they are told another. */
export function compareServers(old: Node, now: Node, report: Report): void {
  const [from, to] = [urlsOf(old.value), urlsOf(now.value)];
  if (from[0] !== to[0])
    report.add("major", "The main server", "", `is ${shown(to[0])} now; it was ${shown(from[0])}`, now);
  for (const url of from.slice(1)) if (!to.includes(url)) report.add("major", "The mirror", "", `${url} is gone`, now);
  // Variables of an address, and whatever else a server says beside it.
  for (const server of membersOf(old).map(([, one]) => one)) {
    const url = urlsOf([server.value ?? null])[0];
    const next = membersOf(now).find(([, one]) => urlsOf([one.value ?? null])[0] === url)?.[1];
    if (url !== undefined && next)
      compareStrange(server, next, ["url", "description", "x-evidence"], `the server ${url}`, report);
  }
  for (const url of to.slice(1)) if (!from.includes(url)) report.add("minor", "The mirror", "", `${url} is new`, now);
}
