import { dayFromIso, type Currency, type PlainDate } from '#kernel';
import { idFrom, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ARRIVES_WITHIN_DAYS, type BankMatch } from '../domain/bank-matching.ts';
import { accountsIn } from './bank-statements.store.ts';
import type { BankTransfer } from './bank-transfers.queries.ts';

export interface Reading {
  readonly currency: Currency;
  /** Up to when the books were read, as PostgreSQL writes it. */
  readonly until: string;
  /** Up to when they are read now: a transaction ends later than it books. */
  readonly to: string;
  /** The last day of a statement. */
  readonly coveredTo: PlainDate;
}

interface ReadingRow {
  readonly currency: Currency;
  readonly until: string;
  readonly to: string;
  readonly coveredTo: string;
}

export interface OpenBankEntry {
  readonly id: string;
  readonly minor: string;
  readonly currency: Currency;
  readonly day: string;
}

/** News of the books takes a while to be seen by all. */
const SETTLED_MINUTES = 10;

/** What one side has and the other does not, and what of both belongs together. */
@Injectable()
export class BankOpen {
  /** Entries of statements that nobody has looked at; how many statements. */
  async takeStatements(tx: Tx, limit: number): Promise<number> {
    const [row] = await tx.query<{ taken: string }>(
      `with found as (
         select id from bank_statement where taken_at is null order by id limit ${limit}
         for update skip locked
       ), taken as (
         update bank_statement s set taken_at = clock_timestamp() from found
         where s.id = found.id returning s.id, s.currency, s.from_on, s.sent_at
       ), begun as (
         insert into bank_reading (currency, from_on, transfers_until, before_minor, compared_at)
         select currency, min(from_on), '-infinity', 0, clock_timestamp() from taken group by 1
         on conflict do nothing returning currency
       ), opened as (
         insert into bank_open (id, side, entry_id, currency, amount_minor, day, kept_on)
         select e.id, 'bank', e.id, e.currency, e.amount_minor, e.booked_on,
           (t.sent_at at time zone 'UTC')::date
         from taken t join bank_entry e on e.statement_id = t.id
         returning id
       )
       select count(*) as taken from taken`,
    );
    return Number(row!.taken);
  }

  /** One for each currency of a statement, locked. */
  async readings(tx: Tx): Promise<Reading[]> {
    const rows = await tx.query<ReadingRow>(
      `select r.currency, r.transfers_until::text as until, greatest(r.transfers_until,
           clock_timestamp() - make_interval(mins => ${SETTLED_MINUTES}))::text as "to",
         (select max(to_on)::text from (${accountsIn('r.currency')}) a) as "coveredTo"
       from bank_reading r order by r.currency for update of r`,
    );
    return rows.map((row) => ({ ...row, coveredTo: dayFromIso(row.coveredTo) }));
  }

  /**
   * Rows of the books that are new, and how far they were read. Those of before the first statement may
   * still turn up in it for as long as money is under way; what is older is only a sum.
   */
  async open(
    tx: Tx,
    { currency }: Reading,
    { transfers, until }: { readonly transfers: readonly BankTransfer[]; readonly until: string },
  ): Promise<void> {
    await tx.query(
      `with learned as (
         select l.*, r.from_on from bank_reading r, jsonb_to_recordset($2::jsonb)
           as l (id uuid, owner_id uuid, seq int, amount bigint, day date, learned_at timestamptz)
         where r.currency = $1 and not exists (select from bank_match m
           where m.owner_id = l.owner_id and m.seq = l.seq)
       ), opened as (
         insert into bank_open (id, side, owner_id, seq, currency, amount_minor, day, is_before)
         select id, 'books', owner_id, seq, $1, amount, day, day < from_on from learned
         where day >= from_on - ${ARRIVES_WITHIN_DAYS}
         on conflict do nothing
       )
       update bank_reading r set transfers_until = $3,
         before_minor = r.before_minor + coalesce((select sum(amount) from learned
           where day < from_on - ${ARRIVES_WITHIN_DAYS}), 0)
       where r.currency = $1`,
      [currency, JSON.stringify(transfers.map(rowOf)), until],
    );
  }

  async compared(tx: Tx, { currency }: Reading): Promise<void> {
    await tx.query('update bank_reading set compared_at = clock_timestamp() where currency = $1', [
      currency,
    ]);
  }

  /** Keeps what belongs together, of those that are all still open; which it kept. */
  async match(tx: Tx, matches: readonly BankMatch[]): Promise<readonly BankMatch[]> {
    const ids = matches.flatMap((m) => [m.entryId, ...m.transferIds]);
    const locked = await tx.query<{ id: string }>(
      'select id from bank_open where id = any($1) order by id for update',
      [ids],
    );
    const there = new Set(locked.map((row) => row.id));
    const whole = matches.filter((m) => [m.entryId, ...m.transferIds].every((id) => there.has(id)));
    const pairs = whole.flatMap(({ entryId, transferIds, by }) =>
      transferIds.map((transfer) => ({ transfer, entry: entryId, way: by })),
    );
    if (pairs.length === 0) return [];
    await tx.query(
      `with pair as (select * from jsonb_to_recordset($1::jsonb)
           as p (transfer uuid, entry uuid, way text)),
         kept as (insert into bank_match (owner_id, seq, entry_id, way)
           select o.owner_id, o.seq, p.entry, p.way from pair p join bank_open o on o.id = p.transfer)
       delete from bank_open where id in (select transfer from pair union select entry from pair)`,
      [JSON.stringify(pairs)],
    );
    return whole;
  }

  async told(tx: Tx, id: string, differenceId: string): Promise<void> {
    await tx.query('update bank_open set difference_id = $2 where id = $1', [id, differenceId]);
  }

  /** The entry that a difference is about, locked; null once it is matched. */
  async entryOf(tx: Tx, differenceId: string): Promise<OpenBankEntry | null> {
    const [row] = await tx.query<OpenBankEntry>(
      `select id, amount_minor as minor, currency, day::text from bank_open
       where difference_id = $1 and side = 'bank' for update`,
      [differenceId],
    );
    return row ?? null;
  }

  /** It was booked by what the bank says, under this owner, who has nothing else. */
  async booked(tx: Tx, entryId: string, ownerId: string): Promise<void> {
    await tx.query(
      `with kept as (insert into bank_match (owner_id, seq, entry_id, way) values ($2, 1, $1, 'booked'))
       delete from bank_open where id = $1`,
      [entryId, ownerId],
    );
  }
}

const rowOf = ({ ownerId, seq, amountMinor, day, learnedAt }: BankTransfer) => ({
  ...{ id: idFrom(`transfer:${ownerId}:${seq}`), owner_id: ownerId, seq },
  ...{ amount: `${amountMinor}`, day, learned_at: learnedAt },
});
