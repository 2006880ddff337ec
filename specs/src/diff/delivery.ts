import { objectAt } from "../document.js";
import { isSame, membersAs } from "./canonical.js";
import type { Report } from "./change.js";
import type { Level } from "./levels.js";
import { childOf, type Node } from "./node.js";
import { isWithin } from "./outcomes.js";
import { endsEarlier } from "./patience.js";
import { compareStrange } from "./strange.js";
import { code, listed, shown } from "./words.js";

const secondsOf = (node: Node): string => (node.value === undefined ? "an unknown time" : `${shown(node.value)} s`);

/** Statuses that one list has and no range of the other covers. */
const uncovered = (statuses: readonly string[], by: readonly string[]): string[] =>
  statuses.filter((status) => !by.some((one) => isWithin(status, one)));

/**
 * Tells how an event reaches its receiver. Who was down, slow, or refused a delivery counts on the next one: fewer of them, or
 * less time to answer, lose events.
 */
export function compareDelivery(old: Node, now: Node, name: string, report: Report): void {
  const event = code(name);
  const say = (level: Level, text: string) => {
    report.add(level, "", "", text, now);
  };
  const [timeout, timeoutNow] = [childOf(old, "timeout"), childOf(now, "timeout")];
  if (!isSame(timeout.value, timeoutNow.value)) {
    const [from, to] = [timeout.value, timeoutNow.value];
    const isLonger = from === undefined || (typeof from === "number" && typeof to === "number" && to > from);
    say(
      isLonger ? "minor" : "major",
      `A receiver of ${event} has ${secondsOf(timeoutNow)} to answer now; it was ${secondsOf(timeout)}`,
    );
  }
  compareRepeat(childOf(old, "repeat"), childOf(now, "repeat"), event, say);
  compareStrange(old, now, ["timeout", "repeat", "evidence"], `the delivery of ${event}`, report);
  const repeat = `\`repeat\` of ${event}`;
  compareStrange(childOf(old, "repeat"), childOf(now, "repeat"), ["http", "after"], repeat, report);
}

function compareRepeat(old: Node, now: Node, event: string, say: (level: Level, text: string) => void): void {
  if (old.value === undefined || now.value === undefined) {
    if (now.value !== undefined) say("minor", `${event} is sent again now when a delivery fails`);
    else if (old.value !== undefined) say("major", `${event} is no longer sent again when a delivery fails`);
    return;
  }
  const [statuses, statusesNow] = [old, now].map(({ value }) => membersAs(objectAt(value).http).map(shown));
  const gone = uncovered(statuses ?? [], statusesNow ?? []);
  const come = uncovered(statusesNow ?? [], statuses ?? []);
  if (gone.length > 0) say("major", `${event} is no longer sent again after ${listed(gone, "or")}`);
  if (come.length > 0) say("minor", `${event} is also sent again after ${listed(come, "or")}`);
  const [delays, delaysNow] = [objectAt(old.value).after, objectAt(now.value).after];
  if (isSame(delays, delaysNow)) return;
  const level = endsEarlier(delays, delaysNow) ? "major" : "minor";
  say(level, `${event} is sent again after ${shown(delaysNow)} s now; it was ${shown(delays)} s`);
}
