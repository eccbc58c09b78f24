import { dayFromIso, type Currency, type PlainDate } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { OpenEntry, OpenTransfer } from '../domain/bank-matching.ts';

/** A row of the books on the operator's account at the bank; below zero for what left it. */
export interface BankTransfer {
  readonly ownerId: string;
  readonly seq: number;
  readonly amountMinor: bigint;
  readonly day: string;
  readonly learnedAt: string;
}

/** What is open, with what its difference and its grace need. */
export type Waiting<T> = T & {
  /** `payout` and so on of the chart; null for the bank's. */
  readonly code: string | null;
  readonly keptOn: PlainDate | null;
  readonly isBefore: boolean;
  readonly differenceId: string | null;
  readonly ownerId: string | null;
  readonly seq: number | null;
};

interface OpenRow {
  readonly id: string;
  readonly minor: string;
  readonly day: string;
  readonly disbursementId: string | null;
  readonly paymentFileId: string | null;
  readonly processorObject: string | null;
  readonly code: string | null;
  readonly keptOn: string | null;
  readonly isBefore: boolean;
  readonly differenceId: string | null;
  readonly ownerId: string | null;
  readonly seq: number | null;
}

const FIELDS = `o.id, o.amount_minor as minor, o.day::text, o.kept_on::text as "keptOn",
  o.is_before as "isBefore", o.difference_id as "differenceId", o.owner_id as "ownerId", o.seq`;

/** Of more than this the longest told ones wait until the others are settled. */
const OPEN_MAX = 2_000;
const ORDER = `order by o.difference_id is not null, o.day, o.id limit ${OPEN_MAX}`;

const ENTRIES = `select ${FIELDS}, e.disbursement_id as "disbursementId",
    e.payment_file_id as "paymentFileId", e.processor_object as "processorObject", null as code
  from bank_open o join bank_entry e on e.id = o.entry_id
  where o.side = 'bank' and o.currency = $1 ${ORDER}`;

const TRANSFERS = `select ${FIELDS}, d.id as "disbursementId", d.payment_file_id as "paymentFileId",
    m.object_id as "processorObject", t.code
  from bank_open o join ledger.transfer t using (owner_id, seq)
  left join disbursement d on d.id = case when t.cause like 'disbursement:%'
    then split_part(t.cause, ':', 2)::uuid end
  left join processor_movement m on m.id = split_part(t.cause, ':', 1)
  where o.side = 'books' and o.currency = $1 ${ORDER}`;

/** The books' side of the operator's account at the bank, and what of both sides is open. */
@Injectable()
export class BankTransferQueries {
  /** What was learned after one moment and up to another, as PostgreSQL writes them. */
  learned(
    tx: Tx,
    { currency, until, to }: Readonly<Record<'currency' | 'until' | 'to', string>>,
    limit: number,
  ): Promise<BankTransfer[]> {
    return tx.query<BankTransfer>(
      `select t.owner_id as "ownerId", t.seq, t.learned_at::text as "learnedAt",
         (t.happened_at at time zone 'UTC')::date::text as day,
         case when t.debit = 'bank:escrow' then t.amount else -t.amount end as "amountMinor"
       from ledger.transfer t
       where t.learned_at > $2 and t.learned_at <= $3
         and t.currency = $1 and t.phase in ('post', 'settle')
         and (t.debit = 'bank:escrow' or t.credit = 'bank:escrow')
       order by t.learned_at fetch first ${limit} rows with ties`,
      [currency, until, to],
    );
  }

  async openEntries(tx: Tx, currency: Currency): Promise<Waiting<OpenEntry>[]> {
    return (await tx.query<OpenRow>(ENTRIES, [currency])).map(waiting);
  }

  async openTransfers(tx: Tx, currency: Currency): Promise<Waiting<OpenTransfer>[]> {
    return (await tx.query<OpenRow>(TRANSFERS, [currency])).map(waiting);
  }
}

const waiting = ({ minor, day, keptOn, ...row }: OpenRow) => ({
  ...{ ...row, amountMinor: BigInt(minor), day: dayFromIso(day) },
  keptOn: keptOn === null ? null : dayFromIso(keptOn),
});
