import type { Paint } from "@omni-contracts/specs/terminal";
import type { WebhookDelivery } from "../webhooks/outbox.js";
import { clockTime, harmless } from "./live.js";

const COLOURS = { taken: "green", repeat: "yellow", failed: "red", lost: "yellow", refused: "yellow" } as const;

/** What came of it, in words: `again in 10 s`. */
function outcomeOf({ outcome, status, problem, again }: WebhookDelivery): string {
  const answer = status === undefined ? problem : String(status);
  if (outcome === "repeat") return `${answer}, again in ${again} s`;
  if (outcome === "taken") return String(status);
  if (outcome === "lost") return "not sent";
  return outcome === "refused" ? `refused: ${problem}` : `${answer}, given up`;
}

/** One line of an event: time, where to, what came of it, the state that it tells, the fault. No query. */
export function webhookLine(paint: Paint, delivery: WebhookDelivery, time = new Date()): string {
  const { url, says = "", attempt, fault = "" } = delivery;
  const parts = [
    paint("dim", clockTime(time)),
    "hook",
    harmless(url),
    paint(COLOURS[delivery.outcome], harmless(outcomeOf(delivery))),
    paint("bold", says),
    paint("yellow", fault),
    attempt > 1 ? paint("dim", `attempt ${attempt}`) : "",
  ];
  return parts.filter((part) => part !== "").join("  ");
}
