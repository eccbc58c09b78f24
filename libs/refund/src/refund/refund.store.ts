import type { Instant, PlainDate } from '#kernel';
import { inStates, lockRow, lockRows, stateIn, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Any, In, IsNull, MoreThan } from 'typeorm';
import {
  moveDisbursements,
  type DisbursementNews,
  type MoveDisbursement,
  type MovingDisbursement,
} from '../disbursement/disbursement-moves.ts';
import { Disbursement } from '../disbursement/disbursement.entity.ts';
import type { WaitReason } from '../domain/brake.ts';
import {
  CALLED_STATES,
  isUnsent,
  UNSENT_STATES,
  OPEN_STATES,
  type DisbursementEvent,
} from '../domain/disbursement.lifecycle.ts';
import { UNSETTLED_STATES } from '../domain/reversal.lifecycle.ts';
import { Refund } from './refund.entity.ts';
import { Reversal } from '../reversal/reversal.entity.ts';

/** A refund that can still be stopped, and what it is of. */
export interface UnsentRefund {
  readonly id: string;
  readonly bondId: string;
  readonly caseId: string;
}

/** Writes and locks of refunds and disbursements. */
@Injectable()
export class RefundStore {
  async add(tx: Tx, refund: Refund): Promise<void> {
    await tx.manager.getRepository(Refund).insert(refund);
  }

  find(tx: Tx, id: string): Promise<Refund> {
    return tx.manager.getRepository(Refund).findOneByOrFail({ id });
  }

  async findAll(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Refund>> {
    const found = await tx.manager.getRepository(Refund).findBy({ id: Any([...ids]) });
    return new Map(found.map((refund) => [refund.id, refund]));
  }

  /** Makes decisions of rules about one programme's refunds wait for each other, until the commit. */
  async oneAtATime(tx: Tx, programmeCode: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `refunds:${programmeCode}`,
    ]);
  }

  /** How many refunds rules have let leave since a moment, of a programme or by a border system. */
  countByRule(
    tx: Tx,
    of: { programmeCode: string } | { borderClientId: string },
    since: Instant,
  ): Promise<number> {
    const where = { ...of, createdAt: MoreThan(since), waitsBecause: IsNull() };
    return tx.manager.getRepository(Refund).countBy(where);
  }

  /** What is being returned of a bond, the first first. */
  ofBond(tx: Tx, bondId: string): Promise<Refund[]> {
    const where = { ownerKind: 'bond', ownerId: bondId } as const;
    return tx.manager.getRepository(Refund).find({ where, order: { createdAt: 'asc' } });
  }

  /** Refunds that a rule made for a programme and of which nothing has begun to leave; in pages. */
  unsentByRule(
    tx: Tx,
    { programmeCode, rule }: { programmeCode: string; rule: string },
    after: string | null,
    limit: number,
  ): Promise<UnsentRefund[]> {
    return tx.query<UnsentRefund>(
      `select r.id, r.bond_id as "bondId", r.case_id as "caseId"
       from disbursement d join refund r on r.id = d.refund_id
       where ${inStates(UNSENT_STATES, 'd.state')} and r.owner_kind = 'bond'
         and r.programme_code = $1 and r.rule = $2 and ($3::uuid is null or r.id > $3)
       order by r.id limit $4`,
      [programmeCode, rule, after, limit],
    );
  }

  async setWaits(tx: Tx, refund: Refund, waitsBecause: WaitReason | null): Promise<void> {
    await tx.manager.getRepository(Refund).update({ id: refund.id }, { waitsBecause });
    refund.waitsBecause = waitsBecause;
  }

  /** The day on which each was returned; null for one that came back. */
  async setReturnedOn(tx: Tx, days: ReadonlyMap<Refund, PlainDate | null>): Promise<void> {
    if (days.size === 0) return;
    const all = [...days];
    await tx.sendAlong(
      `update refund r set returned_on = on_day.day
       from unnest($1::uuid[], $2::date[]) on_day (id, day) where r.id = on_day.id`,
      [all.map(([refund]) => refund.id), all.map(([, day]) => day?.toString() ?? null)],
    );
    for (const [refund, day] of all) refund.returnedOn = day;
  }

  async addDisbursement(tx: Tx, row: Disbursement): Promise<void> {
    await tx.manager.getRepository(Disbursement).insert(row);
  }

  disbursement(tx: Tx, id: string): Promise<Disbursement | null> {
    return tx.manager.getRepository(Disbursement).findOneBy({ id });
  }

  disbursementOfProcessor(tx: Tx, processorRefundId: string): Promise<Disbursement | null> {
    return tx.manager.getRepository(Disbursement).findOneBy({ processorRefundId });
  }

  /** The refunds of a bond's money, of which a decision may make several, or of a suspense's. */
  ofOwner(tx: Tx, ownerId: string): Promise<Refund[]> {
    const order = { createdAt: 'asc' } as const;
    return tx.manager.getRepository(Refund).find({ where: { ownerId }, order });
  }

  /** Of a case: approved, and not sent yet. */
  async approvedOf(tx: Tx, caseId: string): Promise<Disbursement[]> {
    const refunds = await tx.manager.getRepository(Refund).findBy({ caseId });
    const refundId = In(refunds.map((r) => r.id));
    return tx.manager.getRepository(Disbursement).findBy({ refundId, state: 'approved' });
  }

  /** Whether what left this bond or suspense by another way is not settled yet (R35). */
  isReversed(tx: Tx, ownerId: string): Promise<boolean> {
    const state = stateIn(UNSETTLED_STATES);
    return tx.manager.getRepository(Reversal).existsBy([
      { bondId: ownerId, state },
      { receivedPaymentId: ownerId, state },
    ]);
  }

  /** Whether a disbursement has begun to send money of these owners, and its end is not known. */
  isUnderWay(tx: Tx, ownerIds: readonly string[]): Promise<boolean> {
    const state = stateIn(OPEN_STATES.filter((s) => !isUnsent(s)));
    return tx.manager.getRepository(Disbursement).existsBy({ ownerId: In([...ownerIds]), state });
  }

  /** The row, locked until the commit. */
  lockDisbursement(tx: Tx, id: string): Promise<Disbursement | null> {
    return lockRow(tx, Disbursement, 'id = $1', [id]);
  }

  /** Those of these ids that there are, locked in their order. */
  lockDisbursements(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Disbursement>> {
    return lockRows(tx, Disbursement, ids);
  }

  /** The refund's open disbursement, locked; there is one at most. */
  lockOpenDisbursement(tx: Tx, refundId: string): Promise<Disbursement | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { refundId, state: stateIn(OPEN_STATES) };
    return tx.manager.getRepository(Disbursement).findOne({ where, lock });
  }

  /** Of one refund, the first first. */
  disbursementsOf(tx: Tx, refundId: string): Promise<Disbursement[]> {
    const order = { attempt: 'asc' } as const;
    return tx.manager.getRepository(Disbursement).find({ where: { refundId }, order });
  }

  /** What one file tells the operator's bank to pay. */
  inFile(tx: Tx, paymentFileId: string): Promise<Disbursement[]> {
    const order = { id: 'asc' } as const;
    return tx.manager.getRepository(Disbursement).find({ where: { paymentFileId }, order });
  }

  async note(tx: Tx, row: Disbursement, news: DisbursementNews): Promise<void> {
    await tx.manager.getRepository(Disbursement).update({ id: row.id }, news);
    Object.assign(row, news);
  }

  async approvedBy(tx: Tx, row: Disbursement, accountId: string): Promise<void> {
    await tx.manager.getRepository(Disbursement).update({ id: row.id }, { approvedBy: accountId });
    row.approvedBy = accountId;
  }

  move(
    tx: Tx,
    row: Disbursement,
    event: DisbursementEvent,
    { news = {}, ...why }: MoveDisbursement & { readonly news?: DisbursementNews } = {},
  ): Promise<void> {
    return this.moveAll(tx, [{ row, news }], event, why);
  }

  /** The same of many, with news of the same columns. */
  moveAll(
    tx: Tx,
    moving: readonly MovingDisbursement[],
    event: DisbursementEvent,
    why: MoveDisbursement = {},
  ): Promise<void> {
    return moveDisbursements(tx, moving, event, why);
  }

  /**
   * Disbursements whose hold is over, and those that nothing is known to drive on any more, since a
   * job or the processor's news was lost: each once an hour, the longest waiting first. Notes that
   * they were taken up.
   */
  async takeStuck(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with stuck as (
         select id from disbursement
         where route = 'processor' and (state = 'approved'
                and coalesce(leaves_at, state_since + interval '10 minutes') <= $1::timestamptz
             or state = 'sending'
                and state_since < $1::timestamptz - interval '10 minutes'
             or ${inStates(CALLED_STATES)}
                and state_since < $1::timestamptz - interval '1 hour')
           and (swept_at is null or swept_at < $1::timestamptz - interval '1 hour')
         order by state_since, id limit $2 for update skip locked),
       taken as (update disbursement d set swept_at = $1 from stuck where d.id = stuck.id
         returning d.id)
       select id from taken`,
      [tx.now.toString(), limit],
    );
    return rows.map((r) => r.id);
  }
}
