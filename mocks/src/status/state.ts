import type { Ledger } from "../engine/ledger.js";
import type { TaskReport } from "../engine/task-report.js";
import type { FaultReport, Mock } from "../mock.js";
import type { WebhookDelivery } from "../webhooks/outbox.js";

/** What the status page shows of a namespace, at one moment: the newest of each list, newest first. */
export interface Status {
  readonly providers: readonly string[];
  readonly namespace: string;
  readonly namespaces: readonly string[];
  /** Milliseconds since 1970, by the clock of the namespace. */
  readonly now: number;
  readonly speed: number;
  readonly tasks: readonly TaskReport[];
  readonly ledger: Ledger;
  readonly faults: readonly FaultReport[];
  readonly webhooks: readonly WebhookDelivery[];
}

/** More on a page nobody reads; the other reads of the control API have all. */
const SHOWN = 100;

const newestFirst = <Item>(items: readonly Item[]): readonly Item[] => items.slice(-SHOWN).reverse();

export function statusOf(mock: Mock, namespace: string): Status {
  const { accepted, refused, notes, totals } = mock.ledger(namespace, SHOWN);
  const { providers, namespaces, speed } = mock;
  return {
    ...{ providers, namespace, namespaces, speed },
    now: mock.now(namespace),
    tasks: newestFirst(mock.tasks(namespace, SHOWN)),
    ledger: { accepted: newestFirst(accepted), refused: newestFirst(refused), notes: newestFirst(notes), totals },
    faults: mock.faults(namespace),
    webhooks: newestFirst(mock.webhooks(namespace)),
  };
}
