// What a process says to the database, transaction by transaction.
import type { DataSource, Logger, QueryRunner } from 'typeorm';

const BEGINS = /^(start transaction|begin)\b/i;

/** The statements of each transaction that the work made, as they were sent. */
export async function transactionsOf(
  source: DataSource,
  work: () => Promise<unknown>,
): Promise<string[][]> {
  const transactions: string[][] = [];
  const current = new Map<QueryRunner, string[]>();
  const usual = source.logger;
  const logQuery: Logger['logQuery'] = (text, _values, runner) => {
    if (!runner) return;
    if (!BEGINS.test(text)) return void current.get(runner)?.push(text);
    const statements: string[] = [];
    current.set(runner, statements);
    transactions.push(statements);
  };
  source.logger = Object.assign(Object.create(usual) as Logger, { logQuery });
  try {
    await work();
  } finally {
    source.logger = usual;
  }
  return transactions;
}

/** Statements that read a table's rows, with a lock or without. */
export const readsOf = (statements: readonly string[], table: string): string[] => {
  const names = new RegExp(`\\b(from|join) "?${table}"?(\\s|$)`, 'i');
  return statements.filter((text) => /^\s*select\b/i.test(text) && names.test(text));
};

export const locksOf = (statements: readonly string[], table: string): string[] =>
  readsOf(statements, table).filter((text) => /for (no key )?update/i.test(text));
