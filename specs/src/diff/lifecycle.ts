import { objectAt, textOf } from "../document.js";
import { isSame } from "./canonical.js";
import type { Report } from "./change.js";
import { compareDelivery } from "./delivery.js";
import type { Level } from "./levels.js";
import { childOf, membersOf, type Node } from "./node.js";
import { compareRepresentations } from "./representation.js";
import { compareSources } from "./sources.js";
import { compareStates } from "./states.js";
import { compareStrange } from "./strange.js";
import { code, shown } from "./words.js";

/** One part of `x-lifecycle` on both sides. */
interface Pair {
  readonly old: Node;
  readonly now: Node;
  readonly report: Report;
}

const child = ({ old, now, report }: Pair, key: string): Pair => ({
  old: childOf(old, key),
  now: childOf(now, key),
  report,
});
const names = ({ old, now }: Pair): string[] => [
  ...new Set([...membersOf(old), ...membersOf(now)].map(([name]) => name)),
];
const has = (node: Node): boolean => node.value !== undefined;
const differs = ({ old, now }: Pair): boolean => !isSame(old.value, now.value);

function say({ now, report }: Pair, level: Level, text: string): void {
  report.add(level, "", "", text, now);
}

const CHARGE: Readonly<Record<string, string>> = {
  at: "Money is taken when a task is",
  failed: "The money of a failed task is",
  cancelled: "The money of a cancelled task is",
};

/** The rest of a part, of which nobody said what it is worth. */
function compareRest({ old, now, report }: Pair, known: readonly string[], what: string): void {
  compareStrange(old, now, [...known, "evidence"], what, report);
}

function compareCharge(pair: Pair): void {
  compareRest(pair, Object.keys(CHARGE), "`charge`");
  for (const name of Object.keys(CHARGE)) {
    const part = child(pair, name);
    if (!differs(part)) continue;
    say(
      part,
      "major",
      `${CHARGE[name] ?? ""} ${shown(part.now.value ?? "unknown")} now; it was ${shown(part.old.value ?? "unknown")}`,
    );
  }
}

/** Entries by operationId or webhook: gone, new, or on both sides. */
function each(pair: Pair, what: string, compare: (part: Pair, name: string) => void): void {
  for (const name of names(pair)) {
    const part = child(pair, name);
    if (!has(part.now)) say(pair, "major", `${code(name)} is no longer ${what}`);
    else if (!has(part.old)) say(part, "minor", `${code(name)} is ${what} now`);
    else compare(part, name);
  }
}

function compareForms(pair: Pair, roots: Pair, name: string): void {
  const form = (node: Node, root: Node) => childOf(childOf(root, "representations"), textOf(objectAt(node.value).as));
  const [old, now] = [form(pair.old, roots.old), form(pair.now, roots.now)];
  compareRepresentations(old, now, {
    name,
    report: pair.report,
    words: [childOf(roots.old, "states"), childOf(roots.now, "states")],
  });
}

function compareExactly(pair: Pair, keys: Readonly<Record<string, string>>, name: string): void {
  for (const [key, what] of Object.entries(keys)) {
    const part = child(pair, key);
    if (differs(part))
      say(part, "major", `${what} of ${code(name)} is ${shown(part.now.value)} now; it was ${shown(part.old.value)}`);
  }
}

function compareSubmit(pair: Pair, roots: Pair, name: string): void {
  for (const capture of names(child(pair, "handle"))) {
    const part = child(child(pair, "handle"), capture);
    if (!has(part.now))
      say(child(pair, "handle"), "major", `The handle of ${code(name)} no longer keeps ${code(capture)}`);
    else if (!has(part.old)) say(part, "minor", `The handle of ${code(name)} also keeps ${code(capture)}`);
    else compareSources(part.old, part.now, `${code(capture)} in the handle of ${code(name)}`, pair.report);
  }
  compareExactly(pair, { read: "The first read" }, name);
  compareRest(pair, ["handle", "read", "as"], `the submit ${code(name)}`);
  compareForms(pair, roots, `the answer of ${name}`);
}

/** Seconds that a link lives: fewer of them break who fetches late. */
function compareLifetime(pair: Pair, what: string): void {
  if (!differs(pair)) return;
  const [old, now] = [pair.old.value, pair.now.value];
  const isLonger = old === undefined || (typeof old === "number" && typeof now === "number" && now > old);
  say(
    pair,
    isLonger ? "minor" : "major",
    `${what} works for ${now === undefined ? "an unknown time" : `${shown(now)} s`} now; it was ${old === undefined ? "unknown" : `${shown(old)} s`}`,
  );
}

function compareUpload(pair: Pair, name: string): void {
  compareExactly(pair, { file: "The part that holds the file" }, name);
  compareSources(childOf(pair.old, "url"), childOf(pair.now, "url"), `The link that ${code(name)} gives`, pair.report);
  compareLifetime(child(pair, "lifetime"), `A link of ${code(name)}`);
  if (["shows", "refuses"].some((key) => differs(child(pair, key))))
    say(pair, "patch", `Mocks answer ${code(name)} otherwise`);
  compareRest(pair, ["file", "url", "lifetime", "shows", "refuses"], `the upload ${code(name)}`);
}

function compareWebhook(pair: Pair, roots: Pair, name: string): void {
  const [old, now] = [pair.old.value, pair.now.value].map((value) => textOf(objectAt(value).target) || "{url}");
  if (old !== now) say(pair, "major", `${code(name)} is sent to ${shown(now)} now; it was ${shown(old)}`);
  compareForms(pair, roots, name);
  compareDelivery(childOf(pair.old, "delivery"), childOf(pair.now, "delivery"), name, pair.report);
  if (differs(child(pair, "shows"))) say(pair, "patch", `Mocks send ${code(name)} otherwise`);
  compareRest(pair, ["as", "target", "delivery", "shows"], `the event ${code(name)}`);
}

/** Who waited long enough before gets an error now. */
const levelOfPatience = ({ old, now }: Pair): Level =>
  typeof old.value === "number" && typeof now.value === "number" && now.value < old.value ? "major" : "minor";

const POLL = ["first", "every", "giveUp", "typical", "perMinute", "submitsPerMinute"];

function comparePoll(pair: Pair): void {
  for (const name of POLL) {
    const part = child(pair, name);
    if (!differs(part)) continue;
    const level = name === "giveUp" ? levelOfPatience(part) : "patch";
    say(part, level, `${code(`poll.${name}`)} is ${shown(part.now.value)} now; it was ${shown(part.old.value)}`);
  }
  compareRest(pair, POLL, "`poll`");
}

function compareBalance(pair: Pair, name: string): void {
  for (const key of ["amount", "unlimited"]) {
    compareSources(childOf(pair.old, key), childOf(pair.now, key), `${code(key)} in ${code(name)}`, pair.report);
  }
  compareExactly(pair, { unit: "The unit" }, name);
  compareRest(pair, ["amount", "unlimited", "unit"], `the balance ${code(name)}`);
}

function compareResult(pair: Pair): void {
  compareLifetime(child(pair, "lifetime"), "A video's link");
  const auth = child(pair, "auth");
  const [was, is] = [shown(auth.old.value), shown(auth.now.value)];
  if (differs(auth)) say(auth, "major", `A video's link wants ${is} as \`auth\` now; it was ${was}`);
  compareRest(pair, ["lifetime", "auth"], "`result`");
}

const ERRORS = ["message", "code", "requestId"];

/** Where an error answer says what it is. */
function compareErrors(pair: Pair): void {
  for (const name of ERRORS) {
    compareSources(childOf(pair.old, name), childOf(pair.now, name), `${code(name)} in an error`, pair.report);
  }
  compareRest(pair, ERRORS, "`errors`");
}

const KNOWN = [
  "charge",
  "states",
  "submit",
  "read",
  "webhooks",
  "representations",
  "errors",
  "result",
  "poll",
  "upload",
  "balance",
];

/** Tells what changed in how a task lives. Representations count where they are used, whatever their name. */
export function compareLifecycles(old: Node, now: Node, report: Report): void {
  const all: Pair = { old, now, report };
  compareCharge(child(all, "charge"));
  compareStates(childOf(old, "states"), childOf(now, "states"), "", report);
  each(child(all, "submit"), "a submit", (part, name) => {
    compareSubmit(part, all, name);
  });
  each(child(all, "read"), "a read", (part, name) => {
    compareExactly(part, { with: "What is sent", url: "The address", next: "The read that follows" }, name);
    compareForms(part, all, `the answer of ${name}`);
    compareRest(part, ["with", "url", "next", "as"], `the read ${code(name)}`);
  });
  each(child(all, "webhooks"), "read as an event", (part, name) => {
    compareWebhook(part, all, name);
  });
  compareErrors(child(all, "errors"));
  compareResult(child(all, "result"));
  comparePoll(child(all, "poll"));
  each(child(all, "upload"), "an upload", compareUpload);
  each(child(all, "balance"), "a balance", compareBalance);
  compareStrange(old, now, KNOWN, "`x-lifecycle`", report);
}
