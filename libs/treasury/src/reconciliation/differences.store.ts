import type { Instant } from '#kernel';
import { columnsOf, inStates, lockRow, moveState, newId, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Comparison } from '../domain/difference.ts';
import {
  differenceLifecycle,
  unsettledDifferences,
  type DifferenceEvent,
} from '../domain/difference.lifecycle.ts';
import { MoneyDifference } from './money-difference.entity.ts';
import type { DatedSides } from './object-sides.queries.ts';

const differenceTable = stateTable('money_difference', differenceLifecycle);
const UNSETTLED = inStates(unsettledDifferences);

type Said = Partial<Pick<MoneyDifference, 'proposedBy' | 'confirmedBy'>>;

/** Writes and locks of differences. */
@Injectable()
export class Differences {
  find(tx: Tx, id: string): Promise<MoneyDifference | null> {
    return tx.manager.getRepository(MoneyDifference).findOneBy({ id });
  }

  /** Null where the process may not change it any more. */
  lock(tx: Tx, id: string): Promise<MoneyDifference | null> {
    return lockRow(tx, MoneyDifference, 'id = $1', [id]);
  }

  /** Those of these objects that are not settled, locked. */
  async unsettledOf(tx: Tx, objectIds: readonly string[]): Promise<MoneyDifference[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from money_difference where object_id = any($1) and ${UNSETTLED}
       order by id for update`,
      [objectIds],
    );
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    return tx.manager.getRepository(MoneyDifference).findBy({ id: In(ids) });
  }

  /** Objects of the processor's whose differences were last compared so long ago, or that somebody has had asked about. */
  async toCheck(tx: Tx, minutes: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ object_id: string }>(
      `select object_id from money_difference
       where ${UNSETTLED} and kind not in ('bank_only', 'not_at_bank') and (state = 'asked'
         or checked_at < clock_timestamp() - make_interval(mins => $1))
       order by checked_at limit ${limit}`,
      [minutes],
    );
    return rows.map((row) => row.object_id);
  }

  /** `checkedAt` is of the wall clock. */
  async add(
    tx: Tx,
    sides: DatedSides,
    { subject, kind }: Comparison,
    checkedAt: Instant,
  ): Promise<MoneyDifference> {
    const row = Object.assign(new MoneyDifference(), {
      ...{ id: newId(), objectId: sides.objectId, currency: sides.currency, subject, kind },
      ...figuresOf(sides),
      ...{ since: sides.since, foundAt: tx.now, checkedAt },
      ...{ takenBy: null, proposedBy: null, confirmedBy: null },
      ...{ state: differenceLifecycle.initial, stateSince: tx.now, version: 1 },
    });
    await tx.manager.insert(MoneyDifference, row);
    return row;
  }

  async checked(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      'update money_difference set checked_at = clock_timestamp() where id = any($1)',
      [ids],
    );
  }

  async move(
    tx: Tx,
    row: MoneyDifference,
    event: DifferenceEvent,
    fields: Said = {},
  ): Promise<void> {
    const values = columnsOf(tx, MoneyDifference, fields);
    row.state = await moveState(tx, differenceTable, row.id, row.state, event, { values });
    Object.assign(row, fields);
    row.version += 1;
  }

  async take(tx: Tx, id: string, takenBy: string | null): Promise<void> {
    await tx.manager.getRepository(MoneyDifference).update({ id }, { takenBy });
  }
}

type Figures = Pick<
  MoneyDifference,
  'movedMinor' | 'movedFeeMinor' | 'bookedMinor' | 'bookedFeeMinor'
>;

const figuresOf = ({ moved, booked }: DatedSides): Figures => ({
  movedMinor: moved?.amount.minor ?? null,
  movedFeeMinor: moved?.fee.minor ?? null,
  bookedMinor: booked?.amount.minor ?? null,
  bookedFeeMinor: booked?.fee.minor ?? null,
});

/** Both sides are as they were when it was found. */
export function isAsFound(row: MoneyDifference, sides: DatedSides, found: Comparison): boolean {
  const now = figuresOf(sides);
  const figures = Object.keys(now) as (keyof Figures)[];
  return row.kind === found.kind && figures.every((name) => row[name] === now[name]);
}
