import { dayIn, isBefore, ok, refused, type Result } from '#kernel';
import { actorIdOf, Jobs, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { OperatorAccount } from '../bank/operator-account.service.ts';
import {
  isAccountRefusal,
  isTransferDecline,
  mayPay,
  nextAccountReminder,
  type NotPayable,
} from '../domain/decide-rescue.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { rescueLifecycle } from '../domain/rescue.lifecycle.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Rescue } from './rescue.entity.ts';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

export type TransferRefusal = 'not_asked' | 'same_person' | 'unknown_reason' | NotPayable;

/**
 * Two people of the treasury send a refund to its payer's bank account: one proposes, another approves.
 * The officer's login writes no more than what they said; the worker makes the disbursement.
 */
@Injectable()
export class RescueProposals {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly operator: OperatorAccount,
    private readonly jobs: Jobs,
    private readonly trail: RescueTrail,
    private readonly freezes: Freezes,
  ) {}

  /** Whether the next step of two people may be taken now, and if not why: said before one presses. */
  async may(tx: Tx, refundId: string): Promise<Result<true, TransferRefusal>> {
    const row = await this.store.openOf(tx, refundId);
    if (!row) return refused('not_asked');
    const event = row.state === 'proposed' ? 'approved' : 'proposed';
    const may = await this.mayOf(tx, row, event);
    const isOwn = event === 'approved' && row.proposedBy === actorIdOf(tx.ctx.actor);
    return may.ok && isOwn ? refused('same_person') : may;
  }

  async propose(tx: Tx, refundId: string): Promise<Result<Rescue, TransferRefusal>> {
    const row = await this.lock(tx, refundId);
    if (!row) return refused('not_asked');
    const may = await this.mayOf(tx, row, 'proposed');
    if (!may.ok) return may;
    const open = await this.newest(tx, refundId);
    const amountMinor = open.amountMinor;
    await this.store.move(tx, row, 'proposed', { proposedBy: personOf(tx), amountMinor });
    await this.trail.note(tx, row, 'proposed', { amount_minor: `${amountMinor}` });
    return ok(row);
  }

  async approve(tx: Tx, refundId: string): Promise<Result<Rescue, TransferRefusal>> {
    const row = await this.lock(tx, refundId);
    if (!row) return refused('not_asked');
    const may = await this.mayOf(tx, row, 'approved');
    if (!may.ok) return may;
    const by = personOf(tx);
    if (row.proposedBy === by) return refused('same_person');
    await this.store.move(tx, row, 'approved', { decidedBy: by });
    await this.trail.note(tx, row, 'approved');
    const data = { rescueId: row.id };
    await this.jobs.enqueue(tx, 'rescue.settle', data, { singletonKey: row.id });
    return ok(row);
  }

  /** Another person does not agree, or who proposed it takes it back; the account stays. */
  async decline(
    tx: Tx,
    refundId: string,
    reason: string,
  ): Promise<Result<Rescue, TransferRefusal>> {
    const row = await this.lock(tx, refundId);
    if (!row) return refused('not_asked');
    if (!rescueLifecycle.may(row.state, 'declined')) return refused('wrong_state');
    const why = row.proposedBy === personOf(tx) ? 'taken_back' : reason;
    if (!isTransferDecline(why)) return refused('unknown_reason');
    await this.store.move(tx, row, 'declined', UNANSWERED, why);
    await this.trail.note(tx, row, 'declined', { reason: why });
    return ok(row);
  }

  /** The payer gives another account, and reads why. */
  async askAgain(
    tx: Tx,
    refundId: string,
    reason: string,
  ): Promise<Result<Rescue, TransferRefusal>> {
    const row = await this.lock(tx, refundId);
    if (!row) return refused('not_asked');
    if (!rescueLifecycle.may(row.state, 'asked_again')) return refused('wrong_state');
    if (!isAccountRefusal(reason)) return refused('unknown_reason');
    const today = dayIn(tx.now, row.zone);
    const asked = { askedBecause: reason, askedAt: tx.now };
    const remindOn = nextAccountReminder(today, today);
    await this.store.move(tx, row, 'asked_again', { accountId: null, ...asked, remindOn }, reason);
    await this.trail.note(tx, row, 'asked_again', { reason });
    await this.trail.tell(tx, row, await this.refunds.find(tx, refundId), 'account_asked');
    return ok(row);
  }

  private async newest(tx: Tx, refundId: string) {
    return (await this.refunds.disbursementsOf(tx, refundId)).at(-1)!;
  }

  private async mayOf(
    tx: Tx,
    row: Rescue,
    event: 'proposed' | 'approved',
  ): Promise<Result<true, NotPayable>> {
    const newest = await this.newest(tx, row.refundId);
    const account = row.accountId ? await this.store.account(tx, row.accountId) : null;
    const { ownerId } = newest;
    const stopped = await this.freezes.refusal(tx, 'send_disbursement', { ownerId });
    return mayPay(
      {
        state: row.state,
        isCoolingOff: account !== null && isBefore(tx.now, account.usableFrom),
        disbursement: newest.state,
        stopped: stopped?.code ?? null,
        isSetUp: this.operator.get() !== null,
      },
      event,
    );
  }

  private async lock(tx: Tx, refundId: string): Promise<Rescue | null> {
    const open = await this.store.openOf(tx, refundId);
    // An officer's login locks what is still to be decided and nothing else, but sees it.
    return open && ((await this.store.lock(tx, open.id)) ?? (await this.store.find(tx, open.id)));
  }
}
