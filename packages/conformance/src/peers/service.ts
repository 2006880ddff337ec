import type { Fault, MockAnswer, MockRequest } from "@omni-contracts/mocks";
import type { Books, Seen } from "../stage.js";
import { createFaultState, lifeOf, strike, type Active } from "./faults.js";
import type { Answered, Asked, Protocol, Stand } from "./protocol.js";

/** A stand-in for a peer's server: jobs that live, faults, and a ledger; the same for every protocol. */
export interface Service {
  readonly handle: (request: MockRequest) => Promise<MockAnswer>;
  readonly kindOf: (method: string, path: string) => Seen["kind"];
  readonly books: () => Books;
  readonly advance: (seconds: number) => void;
}

interface Job {
  readonly id: string;
  readonly acceptedAt: number;
  reads: number;
  isCancelled: boolean;
}

/** Seconds that a job takes, as long as one of the mocks. */
const USUAL = 180;

export function createService(protocol: Protocol, faults: readonly Fault[], now: () => number): Service {
  const jobs = new Map<string, Job>();
  const life = lifeOf(faults);
  const isImpossible = life.ends !== undefined && !protocol.ends.includes(life.ends);
  const active = faults.filter(({ task }) => !task).map(createFaultState);
  const state = { next: 1, ahead: 0 };
  const clock = () => now() + state.ahead;

  function standOf({ id, acceptedAt, reads, isCancelled }: Job): Stand {
    const share =
      life.reads === undefined ? (clock() - acceptedAt) / 1000 / (life.seconds ?? USUAL) : reads / life.reads;
    const isOver = share >= 1;
    const status = isCancelled ? "cancelled" : isOver ? endOf(life.ends) : share < 0.2 ? "queued" : "in_progress";
    return {
      ...{ id, status },
      word: !isOver && !isCancelled && share >= 0.5 ? life.word : undefined,
      hasVideo: status === "completed" && life.without === undefined,
    };
  }

  const refuse = (status: number, message: string): Answered => ({ status, body: protocol.refusal(status, message) });

  function serve({ kind, id, show }: Asked, path: string): Answered {
    if (kind === "submit") {
      if (isImpossible) return refuse(400, "No job of this protocol ends so.");
      const made: Job = { id: `job-${state.next++}`, acceptedAt: clock(), reads: 0, isCancelled: false };
      jobs.set(made.id, made);
      return show(standOf(made), path);
    }
    const job = jobs.get(id ?? "");
    if (!job) return refuse(404, "There is no such job.");
    if (kind === "read") job.reads += 1;
    if (kind === "cancel" && !isFinal(standOf(job))) job.isCancelled = true;
    return show(standOf(job), path);
  }

  return {
    kindOf(method, path) {
      const { kind = "other" } = protocol.route(method, path) ?? {};
      return kind === "file" ? "other" : kind;
    },
    handle({ method, path }) {
      const asked = protocol.route(method, path);
      if (!asked) return Promise.resolve(wire(refuse(404, `There is no ${method} ${path}.`)));
      const struck = active.filter((one: Active) => one.strikes(asked.kind, now()));
      const isServed = struck.every(({ fault }) => fault.served === true || !fault.answer);
      const plain = wire(isServed ? serve(asked, path) : refuse(500, "Something went wrong."));
      return Promise.resolve(struck.reduce((so, one) => strike(so, one, protocol.refusal, now()), plain));
    },
    books: () => ({
      jobs: [...jobs.keys()],
      charged: [...jobs.values()].filter(({ isCancelled }) => !isCancelled).length,
    }),
    advance(seconds) {
      state.ahead += seconds * 1000;
    },
  };
}

const endOf = (ends: string | undefined): "completed" | "failed" | "cancelled" =>
  ends === "failed" || ends === "cancelled" ? ends : "completed";

const isFinal = ({ status }: Stand): boolean => status !== "queued" && status !== "in_progress";

const wire = ({ status, body }: Answered): MockAnswer => ({
  status,
  headers: { "content-type": body instanceof Uint8Array ? "video/mp4" : "application/json" },
  body,
});
