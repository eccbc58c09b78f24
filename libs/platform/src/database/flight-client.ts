import type { Socket } from 'node:net';
import { QueryFailedError } from 'typeorm';
import type { Meaning } from './context.ts';
import { PreparedClient, type Send } from './prepared-client.ts';
import { sqlStateOf } from './sql-errors.ts';

// A statement came after one that failed: its error says nothing else.
const ABORTED = '25P02';

/**
 * A connection on which statements need not wait for each other's answers (the driver's pipeline
 * mode). What is asked within one turn of the event loop leaves in one write to the socket, a
 * flight; what nobody waits for joins the next one. The server works in the order of asking.
 */
export class FlightClient extends PreparedClient {
  /** What failed first since `begin`, and whether nobody was waiting for it. */
  private failure: { error: Error; wasSentAlong: boolean } | undefined;
  private isHeldBack = false;
  private isLeaving = false;
  private readonly ask: Send;

  constructor(config?: ConstructorParameters<typeof PreparedClient>[0]) {
    super(config);
    this.ask = this.query.bind(this);
    const query: Send = (text, values, ...rest) => {
      this.leaveThisTurn();
      const answer = this.ask(text, values, ...rest);
      if (answer instanceof Promise) {
        answer.catch((e: Error) => this.note(failed(text, values, e), false));
      }
      return answer;
    };
    Object.assign(this, { query });
  }

  /** For a statement whose answer nobody needs: its failure is the transaction's, see `failureOf`. */
  sendAlong(text: string, values: readonly unknown[], meaning: Meaning = (e) => e): void {
    this.holdBack();
    this.ask(text, [...values], (e: Error | null) => {
      if (e) this.note(meaning(failed(text, values, e)), true);
    });
  }

  /** Begins a transaction, together with whatever is asked in the same turn. */
  async begin(sql: string): Promise<void> {
    this.failure = undefined;
    await this.query(sql);
  }

  /**
   * PostgreSQL answers COMMIT with a rollback when a statement has failed, although somebody passed
   * over its error: that error is thrown.
   */
  async commit(): Promise<void> {
    if (!this.failure) {
      const done = await this.query('commit').catch(() => undefined);
      if (done?.command === 'COMMIT' && !this.failure) return;
    }
    throw this.failure?.error ?? new Error('the server did not commit');
  }

  /** A connection that cannot even roll back is closed; its transaction ends with it. */
  async rollBack(): Promise<void> {
    await this.query('rollback').catch(() => void this.end());
  }

  /** What a statement that was sent along failed with. */
  get sentAlongFailure(): Error | undefined {
    return this.failure?.wasSentAlong ? this.failure.error : undefined;
  }

  /** Why a transaction failed that threw this: whatever fails later only says that it is over. */
  failureOf(thrown: unknown): unknown {
    const isLater = this.failure?.wasSentAlong || sqlStateOf(thrown) === ABORTED;
    return isLater ? (this.failure?.error ?? thrown) : thrown;
  }

  private note(error: Error, wasSentAlong: boolean): void {
    if (sqlStateOf(error) !== ABORTED) this.failure ??= { error, wasSentAlong };
  }

  private leaveThisTurn(): void {
    this.holdBack();
    if (this.isLeaving) return;
    this.isLeaving = true;
    process.nextTick(() => {
      this.isLeaving = this.isHeldBack = false;
      this.socket.uncork();
    });
  }

  private holdBack(): void {
    if (this.isHeldBack) return;
    this.isHeldBack = true;
    this.socket.cork();
  }

  private get socket(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}

const failed = (text: unknown, values: unknown, e: Error): Error =>
  new QueryFailedError(String(text), values as unknown[], e);
