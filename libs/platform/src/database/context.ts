import type { Instant } from '#kernel';
import type { EntityManager } from 'typeorm';

/** Who is asking. It decides what row-level security shows and in whose name rows are written. */
export type Actor =
  | {
      kind: 'account';
      accountId: string;
      scope: 'applicant' | 'staff';
      /** What sign-in gave this browser: the database believes nothing else about a person. */
      token: string;
    }
  | { kind: 'client'; clientId: string }
  | { kind: 'system'; name: string }
  | { kind: 'sign-in' }
  | { kind: 'visitor' };

export interface Ctx {
  readonly actor: Actor;
  /** Ties log lines, audit rows and error pages of one request together. */
  readonly requestId: string;
}

/** What an error of the driver means to whoever sent the statement. */
export type Meaning = (error: Error) => Error;

/** A running transaction. Everything that reads or writes takes it as its first parameter. */
export interface Tx {
  readonly ctx: Ctx;
  /** The legal clock at the start of the transaction: the date that rules speak of. */
  readonly now: Instant;
  /** The person's session; null when no person is asking. */
  readonly sessionId: string | null;
  /** For stores only. */
  readonly manager: EntityManager;
  /** What comes with a list of values, even an empty one, is planned once a connection. */
  query<R = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * For a statement whose answer nobody needs. Resolves at once: it leaves with the next that is
   * waited for, at the latest with the commit. If it fails, so does the transaction, with its error
   * or what `meaning` makes of it.
   */
  sendAlong(sql: string, params: readonly unknown[], meaning?: Meaning): Promise<void>;
  /**
   * For rows that nothing in this transaction reads: they go in with the commit, all of a table in one
   * statement. `types` has their columns, each with its type as SQL has it.
   */
  addLast(table: string, types: Readonly<Record<string, string>>, rows: readonly object[]): void;
}

export const accountCtx = (
  accountId: string,
  scope: 'applicant' | 'staff',
  requestId: string,
  token: string,
): Ctx => ({ actor: { kind: 'account', accountId, scope, token }, requestId });
export const clientCtx = (clientId: string, requestId: string): Ctx => ({
  actor: { kind: 'client', clientId },
  requestId,
});
export const systemCtx = (name: string, requestId = name): Ctx => ({
  actor: { kind: 'system', name },
  requestId,
});
export const signInCtx = (requestId: string): Ctx => ({ actor: { kind: 'sign-in' }, requestId });
export const visitorCtx = (requestId: string): Ctx => ({ actor: { kind: 'visitor' }, requestId });

/** The account of who is asking, where the step is a person's by its rule. */
export function personOf(tx: Tx): string {
  const { actor } = tx.ctx;
  if (actor.kind !== 'account') throw new Error('a person must ask for this');
  return actor.accountId;
}

/** The account of who is asking, where the step is staff's by its rule. */
export function officerOf(tx: Tx): string {
  const { actor } = tx.ctx;
  if (actor.kind === 'account' && actor.scope === 'staff') return actor.accountId;
  throw new Error('only staff take this step');
}

/** The uuid of who is asking, where there is one. */
export function actorIdOf(actor: Actor): string | null {
  if (actor.kind === 'account') return actor.accountId;
  if (actor.kind === 'client') return actor.clientId;
  return null;
}
