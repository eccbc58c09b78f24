// What a process says to the database, transaction by transaction.
import type { Socket } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';

const BEGINS = /^(start transaction|begin)\b/i;
const ENDS = /^(commit|rollback)\b/i;

export interface Transaction {
  /** As they were sent. */
  readonly statements: string[];
  /** Writes to the socket: what left together counts once. */
  flights: number;
}

interface Connection {
  readonly stream: Socket;
}
type Submit = (this: { text: string }, connection: Connection) => unknown;
type Write = Socket['_write'];
type Writev = NonNullable<Socket['_writev']>;

/** The transactions that the work made. */
export async function transactionsOf(
  source: DataSource,
  work: () => Promise<unknown>,
): Promise<Transaction[]> {
  const transactions: Transaction[] = [];
  const running = new Map<Connection, Transaction>();
  const undo: (() => void)[] = [];
  const watched = new Set<Connection>();
  const watch = (client: pg.PoolClient) => {
    const { connection } = client as unknown as { connection: Connection };
    if (watched.has(connection)) return;
    watched.add(connection);
    undo.push(countWrites(connection.stream, () => flightOf(connection)));
  };
  const flightOf = (connection: Connection) => {
    const current = running.get(connection);
    if (!current) return;
    current.flights++;
    if (ENDS.test(current.statements.at(-1)!)) running.delete(connection);
  };
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  pool.on('acquire', watch);
  undo.push(() => pool.off('acquire', watch));
  undo.push(
    onEverySubmit((text, connection) => {
      if (!watched.has(connection)) return;
      if (!BEGINS.test(text)) return void running.get(connection)?.statements.push(text);
      const begun = { statements: [text], flights: 0 };
      running.set(connection, begun);
      transactions.push(begun);
    }),
  );
  try {
    await work();
  } finally {
    for (const back of undo) back();
  }
  return transactions;
}

/** Every statement passes here, whoever sends it: a store, TypeORM or pg-boss. */
function onEverySubmit(seen: (text: string, connection: Connection) => void): () => void {
  const prototype = pg.Query.prototype as unknown as { submit: Submit };
  const usual = prototype.submit;
  prototype.submit = function (connection) {
    seen(this.text, connection);
    return usual.call(this, connection);
  };
  return () => (prototype.submit = usual);
}

/** Node hands over either one piece or, of a stream that was corked, all of them. */
function countWrites(stream: Socket, count: () => void): () => void {
  const { _write, _writev } = stream;
  stream._write = function (...args: Parameters<Write>) {
    count();
    _write.apply(this, args);
  };
  stream._writev = function (...args: Parameters<Writev>) {
    count();
    _writev!.apply(this, args);
  };
  return () => Object.assign(stream, { _write, _writev });
}

/** Statements that read a table's rows, with a lock or without. */
export const readsOf = (statements: readonly string[], table: string): string[] => {
  const names = new RegExp(`\\b(from|join) "?${table}"?(\\s|$)`, 'i');
  return statements.filter((text) => /^\s*select\b/i.test(text) && names.test(text));
};

export const locksOf = (statements: readonly string[], table: string): string[] =>
  readsOf(statements, table).filter((text) => /for (no key )?update/i.test(text));
