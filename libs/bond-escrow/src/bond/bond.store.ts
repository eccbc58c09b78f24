import { instantFromDate, toDate, type Instant } from '#kernel';
import {
  columnsOf,
  lockRow,
  lockRows,
  moveStates,
  stateTable,
  type Tx,
  inStates,
  notInStates,
} from '#platform';
import { Injectable } from '@nestjs/common';
import {
  bondLifecycle,
  type BondEvent,
  type BondState,
  emptyStates,
  toPostStates,
} from '../domain/bond.lifecycle.ts';
import { matchedWith } from '../payment/posted-by.queries.ts';
import { Bond } from './bond.entity.ts';

export interface DueBond {
  readonly id: string;
  readonly caseId: string;
  readonly postBy: Date;
}

/** A bond and the payments that brought its money (pi_…), by way of suspense as well. */
export interface BondToLookAt {
  readonly id: string;
  /** When it was looked at before. */
  readonly before: Date;
  readonly processorPaymentIds: readonly string[];
}

/** What is asked. The database sees to it that a direction says so and nobody has signed. */
type BondTerms = Pick<Bond, 'directionId' | 'amountMinor' | 'reasonCode' | 'directedAt' | 'postBy'>;

export interface MoveBond {
  readonly reasonCode?: string | undefined;
  readonly fields?: Partial<Pick<Bond, 'heldAt'> & BondTerms>;
}

const bondTable = stateTable('bond', bondLifecycle);

/** Writes and locks of bonds. Lock the case before, and payments and the ledger after. */
@Injectable()
export class BondStore {
  async insert(tx: Tx, row: Bond): Promise<void> {
    await tx.manager.getRepository(Bond).insert(row);
  }

  find(tx: Tx, id: string): Promise<Bond | null> {
    return tx.manager.getRepository(Bond).findOneBy({ id });
  }

  ofCase(tx: Tx, caseId: string): Promise<Bond | null> {
    return tx.manager.getRepository(Bond).findOneBy({ caseId });
  }

  /** Null when there is none that the process may change: to the portal a held bond is none. */
  lock(tx: Tx, id: string): Promise<Bond | null> {
    return lockRow(tx, Bond, 'id = $1', [id]);
  }

  /** Those of them that it may change, by id. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Bond>> {
    return lockRows(tx, Bond, ids);
  }

  /** The same, of a case. */
  lockOfCase(tx: Tx, caseId: string): Promise<Bond | null> {
    return lockRow(tx, Bond, 'case_id = $1', [caseId]);
  }

  /** With what the new state needs: the database sees to it that state and values agree. */
  async move(
    tx: Tx,
    bonds: readonly Bond[],
    event: BondEvent,
    { reasonCode, fields = {} }: MoveBond = {},
  ): Promise<Bond[]> {
    const states: BondState[] = await moveStates(tx, bondTable, bonds, event, {
      ...(reasonCode && { reasonCode }),
      values: columnsOf(tx, Bond, fields),
    });
    return bonds.map((bond, n) => ({
      ...{ ...bond, ...fields, state: states[n]!, stateSince: tx.now, version: bond.version + 1 },
    }));
  }

  /**
   * Bonds whose money is here and that were not compared with the processor for most of a day, the
   * longest ago first; they count as looked at from now on.
   */
  async takeToLookAt(tx: Tx, limit: number): Promise<BondToLookAt[]> {
    const bonds = await this.takeLooks(tx, limit);
    const ids = bonds.map((bond) => bond.id);
    const matched = ids.length > 0 ? await matchedWith(tx, ids) : [];
    return bonds.map((bond) => {
      const more = matched.filter((m) => m.bondId === bond.id).map((m) => m.processorPaymentId);
      return { ...bond, processorPaymentIds: [...new Set([...bond.processorPaymentIds, ...more])] };
    });
  }

  private takeLooks(tx: Tx, limit: number): Promise<BondToLookAt[]> {
    return tx.query<BondToLookAt>(
      `with due as (
         select id from bond
         where ${notInStates(emptyStates)}
           and looked_at < clock_timestamp() - interval '20 hours'
         order by looked_at limit $1 for update skip locked),
       taken as (
         update bond b set looked_at = clock_timestamp() from due where b.id = due.id
         returning b.id, old.looked_at as before)
       select t.id, t.before, coalesce(array_agg(p.processor_payment_id order by p.id)
           filter (where p.processor_payment_id is not null), '{}') as "processorPaymentIds"
       from taken t left join payment p on p.bond_id = t.id and p.received_payment_id is not null
       group by t.id, t.before order by t.before`,
      [limit],
    );
  }

  /** The processor did not answer: they are due again. */
  async giveBackLooks(tx: Tx, bonds: readonly BondToLookAt[]): Promise<void> {
    await tx.query(
      `with back as (select * from unnest($1::uuid[], $2::timestamptz[]) b (id, at)),
       given as (update bond set looked_at = back.at from back where bond.id = back.id
         returning bond.id)
       select count(*) from given`,
      [bonds.map((b) => b.id), bonds.map((b) => b.before)],
    );
  }

  async cancellation(tx: Tx, bondId: string): Promise<{ rule: string; since: Instant } | null> {
    const [row] = await tx.query<{ rule: string; at: Date }>(
      `select reason_code as rule, happened_at as at from bond_history
       where owner_id = $1 and to_state = 'cancelled' and event in ('cancelled',
           'late_proof_accepted') and reason_code is not null
       order by seq desc limit 1`,
      [bondId],
    );
    return row ? { rule: row.rule, since: instantFromDate(row.at) } : null;
  }

  /**
   * Bonds past the deadline that was signed, the oldest first; pauses may have given them more. While
   * one lasts there is nothing to look at.
   */
  async due(tx: Tx, limit: number, after: DueBond | null): Promise<DueBond[]> {
    return tx.query(
      `select id, case_id as "caseId", post_by as "postBy" from bond
       where ${inStates(toPostStates)} and post_by < $1
         and not exists (select from app.posting_pauses(array[id]) where ended_at is null)
         and ($3::timestamptz is null or (post_by, id) > ($3, $4::uuid))
       order by post_by, id limit $2`,
      [toDate(tx.now), limit, after?.postBy ?? null, after?.id ?? null],
    );
  }
}
