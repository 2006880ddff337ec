import { strikes, type ActiveFault, type Occasion } from "./active.js";
import { lifeOf, type Fault, type Life } from "./fault.js";

/** What goes wrong with a request. */
export interface Trouble {
  /** The fault that answers in place of the provider. */
  readonly instead?: ActiveFault;
  /** The faults that change an answer that the provider gave. */
  readonly after: readonly ActiveFault[];
  /** The faults of the way between. */
  readonly onTheWay: readonly ActiveFault[];
  /** All of them. */
  readonly struck: readonly ActiveFault[];
  /** The request came back before it was allowed to. */
  readonly isEarly: boolean;
}

export const NO_TROUBLE: Trouble = { after: [], onTheWay: [], struck: [], isEarly: false };

/** Whether it changes an answer or its way; what does not is about the life of a task. */
const isOfAnswer = ({ answer, delay, drip }: Fault): boolean => (answer ?? delay ?? drip) !== undefined;

/** Holds faults against a request, and counts those that strike it. */
export function troubleOf(active: readonly ActiveFault[], occasion: Occasion): Trouble {
  const early = () => active.reduce((sum, one) => sum + one.early, 0);
  const before = early();
  const isInstead = ({ fault }: ActiveFault): boolean => fault.answer !== undefined && !fault.served;
  const ofAnswer = active.filter(({ fault }) => isOfAnswer(fault));
  // Only one can answer; the others wait for their turn, and are not used up unseen.
  const instead = ofAnswer.filter(isInstead).find((one) => strikes(one, occasion));
  const others = ofAnswer.filter((one) => !isInstead(one) && strikes(one, occasion));
  const struck = instead ? [instead, ...others] : others;
  return {
    ...(instead && { instead }),
    after: struck.filter(({ fault }) => fault.answer && fault.served),
    onTheWay: struck.filter(({ fault }) => !fault.answer),
    struck,
    isEarly: early() > before,
  };
}

/** Whether it is no matter of the request that names it, but of the task that this makes. */
export const isOfTask = ({ on = "any" }: Fault, isRead: (operationId: string) => boolean): boolean =>
  on === "read" || on === "file" || isRead(on);

/**
 * How a task lives that is made under these faults. One that is about the submit holds only if it strikes it, and counts it:
 * of `times: 1`, the first task alone.
 */
export function lifeUnder(
  active: readonly ActiveFault[],
  submit: Occasion,
  { struck }: Trouble,
  isRead: (operationId: string) => boolean,
): Life {
  const holds = (one: ActiveFault): boolean => {
    if (one.fault.task === undefined) return false;
    if (isOfTask(one.fault, isRead)) return true;
    return isOfAnswer(one.fault) ? struck.includes(one) : strikes(one, submit);
  };
  return lifeOf(active.filter(holds).map(({ fault }) => fault));
}
