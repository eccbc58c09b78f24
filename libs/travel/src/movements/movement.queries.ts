import { instantFromDate, toDate, type Instant } from '#kernel';
import { inStates, listPage, type ListPage, type ListWish } from '#platform';
import type { Tx, UnfinishedLists, WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  underWayStates,
  type MovementKind,
  type MovementState,
} from '../domain/movement.lifecycle.ts';
import type { MovementSource } from './movement.entity.ts';

const PAGE_MAX = 50;
export const NEWEST_MOVEMENTS_MAX = 50;
const SWEEP_MAX = 500;
// The queue's own tries are over by then.
const OVERDUE_HOURS = 1;

/** Records of `movement m` that wait for a person. SQL, so that lists, counts and metrics agree. */
const deskOf = {
  unmatched: `m.state = 'unmatched'`,
  set_aside: `m.state = 'set_aside'`,
  /** Their job failed or was lost: nothing has become of them for minutes. */
  unfinished: `${inStates(underWayStates, 'm.state')}
    and m.state_since < (select app.legal_now()) - interval '5 minutes'`,
} as const;
export type MovementDesk = keyof typeof deskOf;

/** Records that wait for a person, in any of the lists. */
export const movementsWaiting = {
  movements: `select from movement m where ${Object.values(deskOf)
    .map((waits) => `(${waits})`)
    .join(' or ')}`,
} as const satisfies WaitingLists;

/** Records of which nothing has become. */
export const movementsUnfinished = {
  movements: `select m.state_since as at from movement m
    where ${deskOf.unfinished} order by m.state_since`,
} as const satisfies UnfinishedLists;

export interface MovementLine {
  readonly id: string;
  readonly recordId: string;
  /** The earlier record that it corrects or deletes. */
  readonly corrects: string | null;
  readonly kind: MovementKind;
  readonly portCode: string;
  readonly happenedAt: Instant;
  readonly state: MovementState;
  readonly stateSince: Instant;
  /** Who reported it; null for what people brought in. */
  readonly clientName: string | null;
  readonly source: MovementSource;
  /** With what people brought it in. */
  readonly importId: string | null;
  readonly personId: string | null;
  /** The traveller's document that it names; null while no traveller is known. */
  readonly documentId: string | null;
  /** Why it was set aside: a code; null in every other state. */
  readonly reason: string | null;
}

interface Row {
  id: string;
  record_id: string;
  corrects: string | null;
  kind: MovementKind;
  port_code: string;
  happened_at: Date;
  state: MovementState;
  state_since: Date;
  client_name: string | null;
  source: MovementSource;
  import_id: string | null;
  person_id: string | null;
  document_id: string | null;
  reason: string | null;
}

/** Border records as the officer's desk shows them: no document, no name. */
@Injectable()
export class MovementQueries {
  /** The desk's lists, the longest waiting first. */
  async queue(tx: Tx, list: MovementDesk, wish: ListWish = {}): Promise<ListPage<MovementLine>> {
    const found = await listPage<Row>(
      tx,
      {
        ...{ columns: `${COLUMNS}, ${REASON}`, from: 'movement m', join: CLIENT },
        where: `(${deskOf[list]})`,
        ...{ at: 'm.state_since', type: 'timestamptz', id: 'm.id', order: 'asc' },
      },
      wish,
    );
    return { ...found, rows: found.rows.map(asLine) };
  }

  /**
   * The newest records, whatever became of them. By arrival: ids are made in the order of time, so
   * this walks the primary key backwards.
   */
  async newest(tx: Tx): Promise<MovementLine[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS}, null as reason ${FROM} order by m.id desc limit ${NEWEST_MOVEMENTS_MAX}`,
    );
    return rows.map(asLine);
  }

  async find(tx: Tx, id: string): Promise<MovementLine | null> {
    const [row] = await tx.query<Row>(`${LINES} where m.id = $1`, [id]);
    return row ? asLine(row) : null;
  }

  /** One traveller's latest records, the oldest of them first. */
  async ofPerson(tx: Tx, personId: string): Promise<MovementLine[]> {
    const rows = await tx.query<Row>(
      `${LINES} where m.person_id = $1 order by m.happened_at desc, m.id desc limit $2`,
      [personId, PAGE_MAX],
    );
    return rows.map(asLine).reverse();
  }

  /** Records without a traveller whose document an officer has confirmed in the meantime. */
  async nowKnown(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select m.id from movement m join travel_document d on d.number_token = m.document_token
         and d.confirmed_at is not null
       where m.state = 'unmatched' order by m.happened_at, m.id limit $1`,
      [SWEEP_MAX],
    );
    return rows.map((r) => r.id);
  }

  /** Records that still wait for their first decision although their job should be over. */
  async overdue(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from movement
       where ${inStates(underWayStates)} and state_since < $1
       order by happened_at, id limit $2`,
      [toDate(tx.now.subtract({ hours: OVERDUE_HOURS })), SWEEP_MAX],
    );
    return rows.map((r) => r.id);
  }
}

const COLUMNS = `m.id, m.record_id, m.corrects, m.kind, m.port_code, m.happened_at, m.state,
    m.state_since, m.person_id, m.document_id, m.source, m.import_id, c.name as client_name`;
const CLIENT = 'left join border_client c on c.id = m.client_id';
const FROM = `from movement m ${CLIENT}`;
const REASON = `
    (select h.reason_code from movement_history h
     where m.state = 'set_aside' and h.owner_id = m.id and h.event = 'set_aside'
     order by h.seq desc limit 1) as reason`;
const LINES = `select ${COLUMNS}, ${REASON} ${FROM}`;

const asLine = (r: Row): MovementLine => ({
  id: r.id,
  recordId: r.record_id,
  corrects: r.corrects,
  kind: r.kind,
  portCode: r.port_code,
  happenedAt: instantFromDate(r.happened_at),
  state: r.state,
  stateSince: instantFromDate(r.state_since),
  clientName: r.client_name,
  source: r.source,
  importId: r.import_id,
  personId: r.person_id,
  documentId: r.document_id,
  reason: r.reason,
});
