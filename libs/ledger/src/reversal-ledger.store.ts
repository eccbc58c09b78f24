import type { Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { call } from './calling.ts';
import type { Booking } from './ledger.store.ts';

/** Money of a payment that left without us (R35). Everything may be repeated, as in LedgerStore. */
@Injectable()
export class ReversalLedger {
  /**
   * Money of a payment left the processor by no disbursement of ours (R35): what is free pays, the
   * operator bears the rest until a disbursement that was refused frees it.
   */
  async returnedElsewhere(
    tx: Tx,
    p: Booking & { receivedPaymentId: string; amount: Money },
  ): Promise<void> {
    await call(tx, 'select ledger.returned_elsewhere($1, $2, $3, $4, $5)', [
      p.receivedPaymentId,
      p.amount.minor,
      p.amount.currency,
      p.cause,
      p.happenedAt,
    ]);
  }

  /** A dispute took money of a payment: each owner answers for what is there (R35). */
  async withdrawn(
    tx: Tx,
    p: Booking & { receivedPaymentId: string; amount: Money },
  ): Promise<void> {
    await call(tx, 'select ledger.withdrawn($1, $2, $3, $4, $5)', [
      p.receivedPaymentId,
      p.amount.minor,
      p.amount.currency,
      p.cause,
      p.happenedAt,
    ]);
  }

  /** The dispute that took it under the cause `withdrawn` is over. */
  async decided(
    tx: Tx,
    p: Booking & { receivedPaymentId: string; withdrawn: string; won: boolean },
  ): Promise<void> {
    const values = [p.receivedPaymentId, p.withdrawn, p.won, p.cause, p.happenedAt];
    await call(tx, 'select ledger.decided($1, $2, $3, $4, $5)', values);
  }

  /**
   * What was booked as gone under the cause `left` is back: where it was, or in suspense where its
   * bond may not have it any more.
   */
  async cameBack(
    tx: Tx,
    p: Booking & { receivedPaymentId: string; left: string; toSuspense: boolean },
  ): Promise<void> {
    const values = [p.receivedPaymentId, p.left, p.cause, p.happenedAt, p.toSuspense];
    await call(tx, 'select ledger.came_back($1, $2, $3, $4, $5)', values);
  }
}
