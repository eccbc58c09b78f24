import { dayFromIso, isoDay, money, type PlainDate } from '#kernel';
import { addRows, newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { KeptSoFar, NamedEntry } from '../domain/bank-statement.ts';
import { BankStatement } from './bank-statement.entity.ts';

export interface Head extends KeptSoFar {
  readonly id: string;
}

interface HeadRow {
  readonly id: string;
  readonly to: string;
  readonly closing: string;
}

/** SQL: by account, what its first statement opened and its last one closed with; none between is read. */
export const accountsIn = (currency: string) => `
  select f.opening_minor, l.closing_minor, l.to_on
  from bank_statement f cross join lateral (select s.closing_minor, s.to_on from bank_statement s
    where s.account = f.account and s.currency = f.currency
      and not exists (select from bank_statement n where n.follows = s.id)
    order by s.to_on desc limit 1) l
  where f.follows is null and f.currency = ${currency}`;

/** Statements of the operator's bank, each after the one before it. */
@Injectable()
export class BankStatements {
  /** The first of a file of the same content, if it was brought before. */
  ofFile(tx: Tx, fileSha256: Buffer): Promise<BankStatement | null> {
    const repository = tx.manager.getRepository(BankStatement);
    return repository.findOne({ where: { fileSha256 }, order: { nr: 'asc' } });
  }

  /** The last one of an account, with what is kept from a day on; null where there is none. */
  async head(
    tx: Tx,
    of: { readonly account: string; readonly currency: string; readonly from: PlainDate },
    limit: number,
  ): Promise<Head | null> {
    const { account, currency, from } = of;
    const [row] = await tx.query<HeadRow>(
      `select s.id, s.to_on::text as "to", s.closing_minor as closing from bank_statement s
       where s.account = $1 and s.currency = $2
         and not exists (select from bank_statement n where n.follows = s.id)
       order by s.to_on desc limit 1`,
      [account, currency],
    );
    if (!row) return null;
    const since = await tx.query<{ name: string; minor: string }>(
      `select name, amount_minor as minor from bank_entry
       where account = $1 and currency = $2 and booked_on >= $3
       order by booked_on, id limit ${limit}`,
      [account, currency, isoDay(from)],
    );
    return {
      ...{ id: row.id, to: dayFromIso(row.to), closing: money(BigInt(row.closing), currency) },
      since: since.map(({ name, minor }) => ({
        key: name,
        amount: money(BigInt(minor), currency),
      })),
    };
  }

  /** False when another one took its place meanwhile; waits for one that is being brought. */
  async add(tx: Tx, row: BankStatement, entries: readonly NamedEntry[]): Promise<boolean> {
    const added = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(BankStatement)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((added.raw as unknown[]).length !== 1) return false;
    await addRows(
      tx,
      'bank_entry',
      ENTRY,
      entries.map((entry, i) => rowOf(row, entry, i + 1)),
    );
    return true;
  }
}

const ENTRY = {
  ...{ id: 'uuid', statement_id: 'uuid', nr: 'int', account: 'text', currency: 'char(3)' },
  ...{ name: 'text', amount_minor: 'bigint', booked_on: 'date', bank_reference: 'text' },
  ...{ disbursement_id: 'uuid', payment_file_id: 'uuid', processor_object: 'text' },
} as const;

const rowOf = ({ id, account, currency }: BankStatement, entry: NamedEntry, nr: number) => ({
  ...{ id: newId(), statement_id: id, nr, account, currency, name: entry.key },
  ...{ amount_minor: `${entry.amount.minor}`, booked_on: isoDay(entry.bookedOn) },
  bank_reference: entry.bankReference,
  disbursement_id: entry.disbursementId,
  payment_file_id: entry.paymentFileId,
  processor_object: entry.processorObject,
});
