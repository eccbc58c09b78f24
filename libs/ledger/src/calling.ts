import { Temporal, toDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { asLedgerRefused } from './ledger-refused.ts';

/** A function of the ledger that answers one row. */
export async function call<R>(tx: Tx, sql: string, values: readonly Value[]): Promise<R> {
  const [row] = await run<R>(tx, sql, values);
  if (row === undefined) throw new Error('a ledger function answered nothing');
  return row;
}

type Value =
  string | number | bigint | boolean | null | Instant | readonly (string | number | Date)[];

/** A refusal of the ledger is thrown as such. */
export async function run<R>(tx: Tx, sql: string, values: readonly Value[]): Promise<R[]> {
  try {
    return await tx.query<R>(sql, values.map(asParameter));
  } catch (error) {
    throw asLedgerRefused(error);
  }
}

/** Digits for a bigint, since the driver knows none, and a date for an instant. */
function asParameter(value: Value): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Temporal.Instant ? toDate(value) : value;
}
