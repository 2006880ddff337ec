import { activate, isOver, type ActiveFault } from "./active.js";
import type { Fault } from "./fault.js";

/** Requests whose faults are remembered; the oldest go. */
const REMEMBERED = 1000;

/** Faults that requests asked for. Some go on when the same request comes again: a burst, a key that is revoked. */
export interface AskedFaults {
  /**
   * The faults as they stand for this request. When all that go on are over they begin anew, with the request after this.
   *
   * @param request what makes the request the same when it comes again
   * @param now milliseconds of the clients' clock
   */
  of(faults: readonly Fault[], request: string, now: number): ActiveFault[];
}

/** Whether it can be over. */
const goesOn = ({ times, sameKey, answer }: Fault): boolean =>
  times !== undefined || sameKey === true || answer?.retryAfter !== undefined;

export function createAskedFaults(): AskedFaults {
  const known = new Map<string, ActiveFault>();

  function activeOf(fault: Fault, request: string): { readonly id: string; readonly active: ActiveFault } {
    const id = JSON.stringify([fault.name, request]);
    // It was asked for of this request, so this request is struck.
    const active = known.get(id) ?? activate({ ...fault, skip: 0, every: 1 });
    if (goesOn(fault)) known.set(id, active);
    const [oldest = ""] = known.size > REMEMBERED ? known.keys() : [];
    known.delete(oldest);
    return { id, active };
  }

  return {
    of(faults, request, now) {
      const all = faults.map((fault) => activeOf(fault, request));
      const mortal = all.filter(({ active }) => goesOn(active.fault));
      if (mortal.length > 0 && mortal.every(({ active }) => isOver(active, now))) {
        for (const { id } of mortal) known.delete(id);
      }
      return all.flatMap(({ active }) => (goesOn(active.fault) && isOver(active, now) ? [] : [active]));
    },
  };
}
