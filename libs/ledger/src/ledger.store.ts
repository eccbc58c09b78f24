import { CurrencyMismatch, money, toDate, type Instant, type Money } from '#kernel';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { call, run } from './calling.ts';
import { LedgerRefused } from './ledger-refused.ts';

/** Where a way out leads. Forfeited money goes to the state's account and nowhere else. */
export type RefundRoute = 'processor:clearing' | 'bank:escrow';

export interface Received {
  readonly bondId: string | null;
  readonly toBond: Money;
  readonly toSuspense: Money;
  /** It was booked before; the split is the first one's. */
  readonly replayed: boolean;
}

export type Settled = 'settled' | 'settled_late' | 'already_settled' | 'replayed';
export type Voided = 'voided' | 'already_voided' | 'replayed';
export type TakenBack = 'taken_back' | 'already_taken_back' | 'replayed';

/**
 * What every booking says: why (see `cause`) and when it happened, by the processor or the legal
 * clock.
 */
export interface Booking {
  readonly cause: string;
  readonly happenedAt: Instant;
}
/** News about a reserve, named by the number that `reserve` returned. */
interface AboutReserve extends Booking {
  readonly ownerId: string;
  readonly reserve: number;
}
interface NewDecision {
  readonly id: string;
  readonly ownerId: string;
  readonly decidedAt: Instant;
}

/**
 * The ledger's functions, one call each. Every amount is checked against the owner's currency.
 * A refusal is thrown as LedgerRefused and ends the transaction. Everything may be repeated: the same
 * cause with the same content changes nothing and answers as it did before.
 */
@Injectable()
export class LedgerStore {
  /**
   * Books money that reached the processor. `toBond` is the caller's decision, but the answer's split
   * is what counts: it is the first one's on a repeat, and a bond on which the operator bears a loss
   * takes nothing.
   */
  async receive(
    tx: Tx,
    p: Booking & {
      receivedPaymentId: string;
      amount: Money;
      bondId: string | null;
      toBond: bigint;
    },
  ): Promise<Received> {
    const { minor, currency } = p.amount;
    const bondId = p.toBond > 0n ? p.bondId : null;
    const row = await call<{ bond: string | null; minor: string; replayed: boolean }>(
      tx,
      `select bond_id as bond, to_bond as minor, replayed
       from ledger.receive($1, $2, $3, $4, $5, $6, $7)`,
      [p.receivedPaymentId, minor, currency, bondId, p.toBond, p.cause, p.happenedAt],
    );
    const toBond = money(BigInt(row.minor), currency);
    const toSuspense = money(minor - toBond.minor, currency);
    return { bondId: row.bond, toBond, toSuspense, replayed: row.replayed };
  }

  /** Money in suspense belongs to a bond after all. */
  async match(
    tx: Tx,
    p: Booking & { receivedPaymentId: string; bondId: string; amount: Money },
  ): Promise<void> {
    await call(tx, 'select ledger.match($1, $2, $3, $4, $5, $6)', [
      p.receivedPaymentId,
      p.bondId,
      p.amount.minor,
      p.amount.currency,
      p.cause,
      p.happenedAt,
    ]);
  }

  /** The processor's fee, which the operator bears (R29). A fee of nothing is not booked. */
  async fee(tx: Tx, p: Booking & { receivedPaymentId: string; amount: Money }): Promise<void> {
    const { minor, currency } = p.amount;
    if (minor === 0n) return;
    await call(tx, 'select ledger.fee($1, $2, $3, $4, $5)', [
      p.receivedPaymentId,
      minor,
      currency,
      p.cause,
      p.happenedAt,
    ]);
  }

  /** A rule decided a refund, for instance R15a. Only the worker may. */
  async decideByRule(tx: Tx, p: NewDecision & { refund: Money; rule: string }): Promise<void> {
    await decide(tx, p, { ...p, forfeit: 0n, column: 'rule', by: p.rule });
  }

  /**
   * The person of the transaction's context asks, another one approves; only in the officer's process.
   */
  async requestDecision(tx: Tx, p: NewDecision & { refund: Money; forfeit: Money }): Promise<void> {
    if (p.refund.currency !== p.forfeit.currency) {
      throw new CurrencyMismatch(p.refund.currency, p.forfeit.currency);
    }
    const by = actorIdOf(tx.ctx.actor);
    await decide(tx, p, { ...p, forfeit: p.forfeit.minor, column: 'requested_by', by });
  }

  /** The person of the transaction's context approves what another one asked for. */
  async approveDecision(tx: Tx, p: { id: string }): Promise<void> {
    const rows = await run<unknown>(
      tx,
      'update ledger.decision set approved_by = app.actor() where id = $1 returning id',
      [p.id],
    );
    if (rows.length === 0) throw notFound(`no decision ${p.id}`);
  }

  /**
   * Sets money aside for one disbursement under a decision; all disbursements share its cap.
   * Returns the number that `settle`, `void` and `takeBack` name it by. Refused: not_decided,
   * insufficient.
   */
  async reserve(
    tx: Tx,
    p: Booking & { ownerId: string; amount: Money; decisionId: string } & (
        { code: 'refund'; to: RefundRoute } | { code: 'forfeit'; to: 'state:forfeited' }
      ),
  ): Promise<number> {
    const { minor, currency } = p.amount;
    const { seq } = await call<{ seq: number }>(
      tx,
      'select ledger.reserve($1, $2, $3, $4, $5, $6, $7, $8) as seq',
      [p.ownerId, p.code, p.to, minor, currency, p.decisionId, p.cause, p.happenedAt],
    );
    return seq;
  }

  /** The way out succeeded; `settled_late` when it had been voided before. */
  async settle(tx: Tx, p: AboutReserve): Promise<Settled> {
    const [came] = await this.settleAll(tx, [p]);
    return came!;
  }

  /** The same of many, whose bonds the caller holds; what came of each, in their order. */
  async settleAll(tx: Tx, all: readonly AboutReserve[]): Promise<Settled[]> {
    if (all.length === 0) return [];
    const rows = await run<{ came: Settled }>(
      tx,
      `select ledger.settle(owner, reserve, cause, at) as came
       from unnest($1::uuid[], $2::integer[], $3::text[], $4::timestamptz[])
         with ordinality r (owner, reserve, cause, at, n) order by n`,
      [
        all.map((p) => p.ownerId),
        all.map((p) => p.reserve),
        all.map((p) => p.cause),
        all.map((p) => toDate(p.happenedAt)),
      ],
    );
    return rows.map((row) => row.came);
  }

  /** The way out failed and nothing left. Refused with already_followed once it was settled. */
  void(tx: Tx, p: AboutReserve): Promise<Voided> {
    return about<Voided>(tx, 'void', p);
  }

  /**
   * A settled forfeiture goes back to its bond, under a decision of two people (R24). Refused:
   * not_decided, already_followed.
   */
  async rescind(tx: Tx, p: AboutReserve & { decisionId: string }): Promise<void> {
    const values = [p.ownerId, p.reserve, p.decisionId, p.cause, p.happenedAt];
    await call(tx, 'select ledger.rescind($1, $2, $3, $4, $5)', values);
  }

  /** It failed after success: the money is back (R27). */
  takeBack(tx: Tx, p: AboutReserve): Promise<TakenBack> {
    return about<TakenBack>(tx, 'take_back', p);
  }
}

interface Decided {
  readonly refund: Money;
  readonly forfeit: bigint;
  readonly column: 'rule' | 'requested_by';
  readonly by: string | null;
}

async function decide(tx: Tx, p: NewDecision, what: Decided): Promise<void> {
  const { refund, forfeit, column, by } = what;
  const values = [p.id, p.ownerId, refund.minor, forfeit, refund.currency, by];
  const columns = `id, owner_id, refund, forfeit, currency, ${column}`;
  const made = await run<unknown>(
    tx,
    `insert into ledger.decision (${columns}, decided_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do nothing returning id`,
    [...values, p.decidedAt],
  );
  if (made.length === 1) return;
  const same = await run<unknown>(
    tx,
    `select id from ledger.decision where (${columns}) = ($1, $2, $3, $4, $5, $6)`,
    values,
  );
  if (same.length === 1) return;
  const cause = new Error(`decision ${p.id} was made with other content`);
  throw new LedgerRefused('cause_taken', { cause });
}

const notFound = (message: string) => new LedgerRefused('not_found', { cause: new Error(message) });

async function about<T extends string>(tx: Tx, step: string, p: AboutReserve): Promise<T> {
  const { came } = await call<{ came: T }>(tx, `select ledger.${step}($1, $2, $3, $4) as came`, [
    p.ownerId,
    p.reserve,
    p.cause,
    p.happenedAt,
  ]);
  return came;
}
