import type { Lifecycle, TaskStatus } from "@omni-contracts/core/language";
import type { Price } from "./price.js";
import { standOf, type Task } from "./tasks.js";

/** What became of the money of one task. */
export interface LedgerEntry {
  readonly provider: string;
  /** operationId of its submit. */
  readonly operation: string;
  /** Its id, as the provider would tell it. */
  readonly task: string | undefined;
  /** As the request says it, whatever that is. */
  readonly model: unknown;
  /** Its state now. */
  readonly status: TaskStatus;
  /** As the contract tells it; absent where no page does. */
  readonly price?: Price;
  /** Money was taken for it, also where it was given back. */
  readonly isCharged: boolean;
  /** The money was given back. */
  readonly isRefunded: boolean;
  /** Nobody was told of it, and nobody has looked at it. */
  readonly isOrphaned: boolean;
  /** How often it was looked at. */
  readonly reads: number;
}

/** A submit that was not served. */
export interface Refused {
  readonly provider: string;
  /** operationId of the submit. */
  readonly operation: string;
  /** Why: our code, or the name of the fault. */
  readonly reason: string;
  /** It came back before Retry-After was over. */
  readonly isEarly: boolean;
}

/** The account of a namespace. */
export interface Ledger {
  /** Every accepted submit, oldest first. */
  readonly accepted: readonly LedgerEntry[];
  /** The last refused submits, oldest first. */
  readonly refused: readonly Refused[];
  /** What else went on: uploads that had to go, addresses that lead nowhere. The last ones, oldest first. */
  readonly notes: readonly string[];
  /** Numbers of tasks, of refused submits, and of those among them that came back before Retry-After was over. */
  readonly totals: {
    readonly accepted: number;
    readonly charged: number;
    readonly refunded: number;
    /** Nobody was told of them, and nobody has looked at them. */
    readonly orphaned: number;
    readonly refused: number;
    readonly earlyRetries: number;
    /** Currency → what was charged and not given back, where the price is known. */
    readonly spent: Readonly<Record<string, number>>;
  };
}

function moneyOf(
  { life }: Task,
  { charge }: Lifecycle,
  status: TaskStatus,
): { isCharged: boolean; isRefunded: boolean } {
  const hasFailed = status === "failed" || status === "expired" || status === "cancelled";
  const byContract = status === "cancelled" ? (charge.cancelled ?? charge.failed) : charge.failed;
  const ending = hasFailed ? (life.charge ?? byContract) : undefined;
  // Where no page says when or whether, a mock says what costs the client most. What was taken is given back, not undone.
  const isLater = charge.at === "completed";
  const isCharged = !isLater || status === "completed" || ending === "kept" || ending === "refunded";
  return { isCharged, isRefunded: isCharged && (ending === "refunded" || ending === "free") };
}

/** The account of a task at a time, by its contract's `charge`. */
export function entryOf(task: Task, lifecycle: Lifecycle, now: number): LedgerEntry {
  const { status } = standOf(task, now);
  const { provider, submit: operation, handle, model, price, reads } = task;
  const money = moneyOf(task, lifecycle, status);
  const facts = {
    provider,
    operation,
    task: handle.id,
    model,
    status,
    ...(price && { price: { ...price } }),
    ...money,
  };
  return { ...facts, isOrphaned: isOrphaned(task), reads };
}

/** Nobody was told of it, and nobody has looked at it. */
const isOrphaned = ({ isTold, reads }: Task): boolean => !isTold && reads === 0;

/** What the submits that were not served come to. */
interface Refusals {
  readonly last: readonly Refused[];
  readonly count: number;
  readonly early: number;
}

/** What `ledgerOf` is told. */
export interface Account {
  /** Oldest first. */
  readonly accepted: readonly Task[];
  /** Of a provider. */
  readonly lifecycleOf: (provider: string) => Lifecycle | undefined;
  readonly refusals: Refusals;
  readonly notes: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** So many of the newest entries of each list are told; the totals are of all. */
  readonly newest: number;
}

/** The last so many. */
export const lastOf = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  count < items.length ? items.slice(items.length - count) : items;

/** Adds up. It is done at every look at the status page: no entry is made that nobody sees. */
export function ledgerOf({ accepted, lifecycleOf, refusals, notes, now, newest }: Account): Ledger {
  const { last, count: refused, early: earlyRetries } = refusals;
  const sums = { charged: 0, refunded: 0, orphaned: 0 };
  const spent = new Map<string, number>();
  for (const task of accepted) {
    const lifecycle = lifecycleOf(task.provider);
    if (!lifecycle) continue;
    const { isCharged, isRefunded } = moneyOf(task, lifecycle, standOf(task, now).status);
    sums.charged += Number(isCharged);
    sums.refunded += Number(isRefunded);
    sums.orphaned += Number(isOrphaned(task));
    const { price } = task;
    if (price && isCharged && !isRefunded) spent.set(price.currency, (spent.get(price.currency) ?? 0) + price.amount);
  }
  // A thousandth of a cent is no money: what is left of adding binary fractions.
  const rounded = [...spent].map(([currency, amount]) => [currency, Number(amount.toFixed(6))] as const);
  return {
    accepted: lastOf(accepted, newest).flatMap((task) => {
      const lifecycle = lifecycleOf(task.provider);
      return lifecycle ? [entryOf(task, lifecycle, now)] : [];
    }),
    refused: lastOf(last, newest),
    notes: lastOf(notes, newest),
    totals: { accepted: accepted.length, ...sums, refused, earlyRetries, spent: Object.fromEntries(rounded) },
  };
}

/** What was charged and not given back, and what will be charged if it goes well. */
const isPaid = ({ status, isCharged, isRefunded }: LedgerEntry): boolean =>
  isCharged ? !isRefunded : status === "queued" || status === "in_progress";

/**
 * Passes when exactly one task was paid for and its client knows of it: "this client paid once".
 *
 * @throws Error that lists every task that was accepted
 */
export function assertPaidOnce(ledger: Ledger): void {
  const { accepted } = ledger;
  const paid = accepted.filter(isPaid);
  if (paid.length === 1 && !paid.some((one) => one.isOrphaned)) return;
  const lines = accepted.map(({ provider, operation, task, status, price, isOrphaned }) => {
    const cost = price ? `${price.amount} ${price.currency}` : "price unknown";
    return `  ${provider} ${operation} ${task ?? "(no id)"}: ${status}, ${cost}${isOrphaned ? ", nobody knows of it" : ""}`;
  });
  const what = paid.length === 1 ? "The task was paid for and lost" : `${paid.length} tasks were paid for, not one`;
  throw new Error([`${what}.`, ...lines].join("\n"));
}
