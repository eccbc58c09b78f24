import { instantFromDate, type Instant } from '#kernel';
import {
  inStates,
  listPage,
  type ListPage,
  type ListWish,
  type Measured,
  type Metric,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { deskStates, type InboxState } from '../domain/inbox.lifecycle.ts';

export interface DeskEvent {
  readonly id: string;
  readonly type: string;
  readonly objectId: string | null;
  readonly state: InboxState;
  readonly attempts: number;
  /** How often a person had it tried again. */
  readonly askedAgain: number;
  /** A code. */
  readonly problem: string | null;
  readonly receivedAt: Instant;
}

/** What is applied is over, and grows without end: it is not counted. */
export type OpenState = Exclude<InboxState, 'applied'>;

/** SQL, so that the list and the desk's count mean the same. */
export const FOR_A_PERSON = inStates(deskStates);

/** As the table has them: the processor's events, and our own looks at an object. */
export const isEventId = (id: string): boolean =>
  /^(evt_\w{1,250}|look:[a-z]{2}_\w{1,250})$/.test(id);

/** The inbox as people and metrics see it. For officer, worker and auditor. */
@Injectable()
export class InboxQueries implements Measured {
  async metrics(tx: Tx): Promise<Metric[]> {
    const counts = Object.entries(await this.counts(tx));
    return [
      {
        name: 'processor_events',
        help: 'Processor events that are not applied, by state',
        labelNames: ['state'],
        samples: counts.map(([state, n]) => ({ labels: { state }, value: n })),
      },
    ];
  }

  /** How many events are open, by state. */
  async counts(tx: Tx): Promise<Record<OpenState, number>> {
    const rows = await tx.query<{ state: OpenState; n: number }>(
      `select state, count(*)::int as n from processor_event where state <> 'applied' group by state`,
    );
    const none = { received: 0, parked: 0, failed: 0 };
    return rows.reduce((all, r) => ({ ...all, [r.state]: r.n }), none);
  }

  /** Seconds that the oldest open event has waited; 0 when none waits. */
  async oldestWaitSeconds(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ seconds: number }>(
      `select coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)::int as seconds
       from processor_event where state = 'received'`,
    );
    return row?.seconds ?? 0;
  }

  /** What a person must look at: parked or failed, newest first. */
  async desk(tx: Tx, wish: ListWish = {}): Promise<ListPage<DeskEvent>> {
    const found = await listPage<Omit<DeskEvent, 'receivedAt'> & { receivedAt: Date }>(
      tx,
      {
        columns: `e.id, e.type, e.object_id as "objectId", e.state, e.attempts, e.problem,
          e.asked_again as "askedAgain", e.received_at as "receivedAt"`,
        ...{ from: 'processor_event e', where: FOR_A_PERSON },
        ...{ at: 'e.received_at', type: 'timestamptz', id: 'e.id', order: 'desc' },
      },
      wish,
    );
    const rows = found.rows.map((r) => ({ ...r, receivedAt: instantFromDate(r.receivedAt) }));
    return { ...found, rows };
  }
}
