import { Bonds } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from './new-disbursements.service.ts';
import type { FrozenCode } from '../domain/freeze-matrix.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { mayAsk } from '../domain/disbursement.lifecycle.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';

export type NotApproved = 'no_such_disbursement' | 'wrong_state' | 'way_closed' | FrozenCode;

/** What the treasury does with disbursements that no rule may send. */
@Injectable()
export class Disbursements {
  constructor(
    private readonly store: RefundStore,
    private readonly newDisbursements: NewDisbursements,
    private readonly notes: RefundTrail,
    private readonly freezes: Freezes,
    private readonly bonds: Bonds,
  ) {}

  /** Approves a disbursement after one that failed, in the name of who asks: it leaves at once. */
  async approve(tx: Tx, disbursementId: string): Promise<Result<{ id: string }, NotApproved>> {
    // An officer's login can lock what is due and nothing else, but can see it.
    const row =
      (await this.store.lockDisbursement(tx, disbursementId)) ??
      (await this.store.disbursement(tx, disbursementId));
    if (!row) return refused('no_such_disbursement');
    if (row.state !== 'due') return refused('wrong_state', { state: row.state });
    const stopped = await this.freezes.refusal(tx, 'send_disbursement', { ownerId: row.ownerId });
    if (stopped) return stopped;
    if (await this.bonds.isWayClosed(tx, row.processorPaymentId)) return refused('way_closed');
    await this.store.approvedBy(tx, row, personOf(tx));
    await this.store.move(tx, row, 'approved');
    await this.newDisbursements.send(tx, row);
    await this.notes.of(tx, row, 'approved');
    return ok({ id: row.id });
  }

  /** Asks the processor again how a disbursement fares; nothing is sent twice. */
  async askAgain(
    tx: Tx,
    disbursementId: string,
  ): Promise<Result<{ id: string }, 'no_such_disbursement' | 'wrong_state'>> {
    const row = await this.store.disbursement(tx, disbursementId);
    if (!row) return refused('no_such_disbursement');
    if (!mayAsk(row)) return refused('wrong_state', { state: row.state });
    await this.newDisbursements.send(tx, row);
    await this.notes.of(tx, row, 'asked_again');
    return ok({ id: row.id });
  }
}
