import type { Contract } from "@omni-contracts/core/language";
import { objectAt, type Document } from "@omni-contracts/specs";
import type { Answers } from "../engine/answers.js";
import type { Space } from "../engine/space.js";
import { standOf, transitionsOf, type Task, type Transition } from "../engine/tasks.js";
import type { EventTrouble } from "../faults/fault.js";
import type { MockAnswer, MockRequest } from "../transport/http.js";
import { isLocalOrigin } from "../transport/origin.js";
import { createAskedAddress } from "./asked.js";
import { compose, type Composed } from "./compose.js";
import { deliver, sendForged, type Parcel } from "./deliver.js";
import type { EventCheck } from "./event-check.js";
import { eventsOf, type EventKind } from "./events.js";
import { createKeys } from "./keys.js";
import { keyIdIn, showKey, signed, type Headers } from "./signature.js";
import { shownAddress, targetOf, type Target } from "./target.js";

/** Tells receivers of a provider's tasks. */
export interface Teller {
  /** The request as the contract would see it: an address of this machine counts as one on https. */
  asPublic(request: MockRequest): MockRequest;
  /** Follows a task that was just made, if its request names an address. */
  watch(task: Task, request: MockRequest, space: Space): void;
  /** A task was looked at, which may have ended it. */
  looked(task: Task, space: Space): void;
  /** Puts the mock's own key into an answer that tells the keys. */
  showKey(operationId: string, answer: MockAnswer): void;
}

/** A kind of event that somebody waits for. */
interface Watch {
  readonly kind: EventKind;
  readonly url: URL;
  readonly base: string;
}

/** Where a stranger's event says that the video lies; `.invalid` leads nowhere (RFC 2606). */
const ELSEWHERE = "https://elsewhere.invalid/video";
/** The share of a task's time after which a stranger tells that it is done. */
const TOO_SOON = 0.5;

export function createTeller(
  document: Document,
  contract: Contract,
  answers: Answers,
  { secret, seed }: { readonly secret: string; readonly seed: number },
  check: EventCheck,
): Teller {
  const { provider } = document;
  const kinds = eventsOf(document, contract);
  const asked = createAskedAddress(document, Object.keys(contract.lifecycle.submit));
  const keys = createKeys(secret, seed);
  const strangersKeys = createKeys(`${secret}, but another one`, `${seed}, but another one`);
  const waited = new WeakMap<Task, readonly Watch[]>();

  const keySets = kinds.flatMap(({ signature }) =>
    signature && signature.key !== "secret" ? [signature.key.jwks] : [],
  );

  function sign({ signature }: EventKind, { headers, body }: Composed, seconds: number, by = keys): Headers {
    if (!signature) return headers;
    const keyId = signature.key === "secret" ? "" : keyIdIn(answers.success(signature.key.jwks)?.body);
    return signed(signature, { headers, body, seconds, keys: by, keyId });
  }

  const parcelOf = (
    { kind, url }: Watch,
    { handle, life }: Task,
    { says, composed }: Pick<Parcel, "says" | "composed">,
  ): Parcel => ({
    ...{ provider, kind, task: handle.id, says, url, composed },
    sign: (seconds) => sign(kind, composed, seconds),
    ...(life.webhook?.by && { fault: life.webhook.by.join(", ") }),
  });

  /** Tells of a state, if the contract has an event for it. */
  async function tell(watch: Watch, task: Task, { status, at }: Transition, space: Space): Promise<void> {
    const { outbox } = space;
    const composed = compose(contract, watch.kind, task, { status }, { base: watch.base, now: outbox.now() });
    if (!composed) return;
    // What a fault has changed is off contract on purpose.
    const isAsked = task.life.word !== undefined || task.life.without !== undefined;
    const sent = { headers: sign(watch.kind, composed, outbox.seconds()), body: composed.body };
    const problem = isAsked ? undefined : check(watch.kind.name, sent);
    if (problem !== undefined) {
      refuse(watch.url.href, watch.kind, task, space, `off contract: ${problem}`);
      return;
    }
    await deliver(parcelOf(watch, task, { says: status, composed }), outbox, task.life.webhook ?? {}, at);
  }

  /** A stranger tells that a task is completed, and where its video lies. */
  async function forge(watch: Watch, task: Task, how: NonNullable<EventTrouble["forged"]>, space: Space) {
    const { outbox } = space;
    const { kind, base } = watch;
    const at = { base, now: outbox.now() };
    const says = { status: "completed" } as const;
    const composed = compose(contract, kind, task, says, { ...at, file: ELSEWHERE });
    if (!composed) return;
    const parcel = parcelOf(watch, task, { says: "completed", composed });
    const right = compose(contract, kind, task, says, at) ?? composed;
    const signs: Readonly<Record<typeof how, (seconds: number) => Headers>> = {
      "wrong-signature": (seconds) => sign(kind, composed, seconds, strangersKeys),
      "changed-body": (seconds) => sign(kind, { ...composed, body: right.body }, seconds),
      "no-signature": (seconds) => {
        const headers = Object.entries(sign(kind, composed, seconds));
        return Object.fromEntries(headers.filter(([name]) => name !== kind.signature?.header));
      },
    };
    await sendForged({ ...parcel, sign: signs[how] }, outbox);
  }

  /** Where the events of a request go, or why they go nowhere. */
  function targetFor(address: string, { target }: EventKind, { isRemote, headers }: MockRequest): Target {
    // Whoever cannot reach a port of this machine must not reach it through the mock.
    if (isRemote) return { refusal: "another machine asks for it" };
    if (!isLocalOrigin(headers.origin)) return { refusal: "a page of another origin asks for it" };
    return targetOf(address, target);
  }

  function refuse(address: string, kind: EventKind, task: Task, space: Space, problem: string): void {
    const url = shownAddress(address);
    const { name: webhook } = kind;
    space.outbox.note({ provider, webhook, task: task.handle.id, url, attempt: 0, outcome: "refused", problem });
    space.note(`${provider} ${task.submit}: nothing will be sent to ${url}: ${problem}.`);
  }

  return {
    asPublic: (request) => asked.asPublic(request),
    watch(task, request, space) {
      if (kinds.length === 0) return;
      const address = asked.of(task.submit, request);
      if (address === undefined) return;
      const watches = kinds.flatMap((kind): Watch[] => {
        const target = targetFor(address, kind, request);
        if ("url" in target) return [{ kind, url: target.url, base: request.base ?? "" }];
        refuse(address, kind, task, space, target.refusal);
        return [];
      });
      waited.set(task, watches);
      const { forged } = task.life.webhook ?? {};
      for (const watch of watches) {
        const soon = task.createdAt + TOO_SOON * task.runSeconds * 1000;
        if (forged) space.outbox.plan(soon, () => forge(watch, task, forged, space));
        const told = transitionsOf(task).filter(({ status }) => watch.kind.tells.has(status));
        for (const transition of told) {
          space.outbox.plan(transition.at, () => tell(watch, task, transition, space));
        }
      }
    },
    looked(task, space) {
      if (task.life.reads === undefined) return;
      const watches = waited.get(task) ?? [];
      const now = space.outbox.now();
      const { status, progress } = standOf(task, now);
      if (progress < 1) return;
      waited.delete(task);
      for (const watch of watches) space.outbox.plan(now, () => tell(watch, task, { status, at: now }, space));
    },
    showKey(operationId, { body }) {
      if (keySets.includes(operationId)) showKey(objectAt(body), keys);
    },
  };
}
