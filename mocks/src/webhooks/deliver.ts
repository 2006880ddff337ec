import { matches, type TaskStatus } from "@omni-contracts/core/language";
import type { EventTrouble } from "../faults/fault.js";
import type { Composed } from "./compose.js";
import type { EventKind } from "./events.js";
import type { Outbox, WebhookDelivery } from "./outbox.js";
import type { Headers } from "./signature.js";
import { shownAddress } from "./target.js";

/** An event that is on its way. */
export interface Parcel {
  readonly provider: string;
  readonly kind: EventKind;
  readonly task: string | undefined;
  readonly says: TaskStatus;
  readonly url: URL;
  readonly composed: Composed;
  /** The headers of one attempt, signed now. */
  sign(seconds: number): Headers;
  readonly fault?: string;
}

const noteOf = (
  { provider, kind, task, says, url, fault }: Omit<Parcel, "composed" | "sign">,
  rest: Pick<WebhookDelivery, "attempt" | "outcome" | "status" | "problem" | "again">,
): Omit<WebhookDelivery, "at"> => ({
  ...{ provider, webhook: kind.name, task, says, url: shownAddress(url.href) },
  ...rest,
  ...(fault !== undefined && { fault }),
});

const isTaken = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;

/** Sends one attempt and writes down what became of it. Gives the headers that it had, if it was taken. */
async function attemptOf(parcel: Parcel, outbox: Outbox, attempt: number, again: Again): Promise<Headers | undefined> {
  const { kind, url, composed } = parcel;
  const headers = parcel.sign(outbox.seconds());
  const answer = await outbox.post(url, { headers, body: composed.body }, kind.timeout);
  const status = "status" in answer ? answer.status : undefined;
  const wait = isTaken(status) ? undefined : again(status);
  const outcome = isTaken(status) ? "taken" : wait === undefined ? "failed" : "repeat";
  const told = { attempt, outcome, ...answer, ...(wait !== undefined && { again: wait }) } as const;
  outbox.note(noteOf(parcel, told));
  return isTaken(status) ? headers : undefined;
}

/** Seconds until an event is sent again that was answered so, or not at all. */
type Again = (status: number | undefined) => number | undefined;

/** Sends until it is taken, or the contract's patience is over; ends with the headers that it was taken with. */
function send(parcel: Parcel, outbox: Outbox, onEnd: (taken: Headers | undefined) => Promise<void>): Promise<void> {
  const { http, after } = parcel.kind.repeat;
  async function turn(attempt: number): Promise<void> {
    const wait: { seconds?: number } = {};
    const again: Again = (status) => {
      const isListed = status === undefined || (http !== undefined && matches({ http }, { status }));
      const seconds = isListed ? after[attempt - 1] : undefined;
      if (seconds !== undefined) wait.seconds = seconds;
      return seconds;
    };
    const taken = await attemptOf(parcel, outbox, attempt, again);
    if (wait.seconds === undefined) return onEnd(taken);
    outbox.plan(outbox.now() + wait.seconds * 1000, () => turn(attempt + 1));
  }
  return turn(1);
}

/** Sends a stranger's event, once. */
export async function sendForged(parcel: Parcel, outbox: Outbox): Promise<void> {
  await attemptOf(parcel, outbox, 1, () => undefined);
}

/**
 * Delivers an event, with whatever goes wrong with it.
 *
 * @param since when the task came into the state that it tells; milliseconds since 1970
 */
export async function deliver(parcel: Parcel, outbox: Outbox, trouble: EventTrouble, since: number): Promise<void> {
  const { copies = 1, late = 0, overtaken, replayed, lost } = trouble;
  if (lost) {
    outbox.note(noteOf(parcel, { attempt: 0, outcome: "lost" }));
    return;
  }

  const copy = (left: number) =>
    send(parcel, outbox, async (taken) => {
      // Another one has arrived meanwhile: what was kept back comes after it.
      await outbox.release();
      if (left > 1) await copy(left - 1);
      else if (taken && replayed !== undefined) {
        const caught: Parcel = { ...parcel, sign: () => taken };
        outbox.plan(outbox.now() + replayed * 1000, () => sendForged(caught, outbox));
      }
    });
  const go = () => copy(copies);
  const start = async () => {
    // Of two, one overtakes the other; more than one is not kept back.
    if (overtaken === undefined || !outbox.hold(since + (late + overtaken) * 1000, go)) await go();
  };
  if (late > 0) outbox.plan(since + late * 1000, start);
  else await start();
}
