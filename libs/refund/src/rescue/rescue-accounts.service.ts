import { Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import { actorIdOf, newId, type Tx } from '#platform';
import { isValidIBAN } from 'ibantools';
import { Injectable } from '@nestjs/common';
import {
  COOLING_OFF_HOURS,
  lastFourOf,
  readBankAccount,
  type BankAccount,
  type BankAccountProblem,
  type TypedAccount,
} from '../domain/bank-account.ts';
import { accountMayBeGiven } from '../domain/rescue.lifecycle.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { accountPlace } from './account-place.ts';
import type { Rescue, RescueAccount } from './rescue.entity.ts';
import { RescueTrail } from './rescue-trail.service.ts';
import { RescueStore, UNANSWERED } from './rescue.store.ts';

export type NotGivable = 'not_asked' | 'being_paid';

/** The payer says to which account the refund goes. The password was typed again just before. */
@Injectable()
export class RescueAccounts {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly identity: Identity,
    private readonly trail: RescueTrail,
  ) {}

  /** What was typed, as an account to which this currency can be sent. */
  read(typed: TypedAccount, currency: string): Result<BankAccount, BankAccountProblem> {
    return readBankAccount(typed, currency, (text) => isValidIBAN(text));
  }

  /** Another account takes the place of one that was given, and its 48 hours begin now. */
  async give(
    tx: Tx,
    refundId: string,
    account: BankAccount,
  ): Promise<Result<RescueAccount, NotGivable>> {
    const row = await this.lock(tx, refundId);
    if (!row.ok) return row;
    const given = await this.sealed(tx, row.value, account);
    await this.store.addAccount(tx, given);
    const event = row.value.state === 'asked' ? 'account_given' : 'account_replaced';
    await this.store.move(tx, row.value, event, { ...UNANSWERED, accountId: given.id });
    await this.trail.note(tx, row.value, event, { account: given.id, kind: given.kind });
    const refund = await this.refunds.find(tx, refundId);
    await this.trail.tell(tx, row.value, refund, 'account_given');
    return ok(given);
  }

  /** The account that was given beforehand, unopened; its 48 hours began then. */
  async useFallback(tx: Tx, refundId: string): Promise<Result<true, NotGivable>> {
    const row = await this.lock(tx, refundId);
    if (!row.ok) return row;
    const accountId = await this.store.useFallback(tx, row.value.id);
    if (!accountId) return refused('not_asked');
    await this.store.move(tx, row.value, 'account_given', { ...UNANSWERED, accountId });
    await this.trail.note(tx, row.value, 'account_given', { account: accountId });
    const refund = await this.refunds.find(tx, refundId);
    await this.trail.tell(tx, row.value, refund, 'account_given');
    return ok(true);
  }

  /** Nothing is paid to it; the payer is asked again. */
  async takeBack(tx: Tx, refundId: string): Promise<Result<true, NotGivable>> {
    const row = await this.lock(tx, refundId);
    if (!row.ok) return row;
    if (row.value.state === 'asked') return refused('not_asked');
    await this.store.move(tx, row.value, 'account_taken_back', {
      ...UNANSWERED,
      accountId: null,
    });
    await this.trail.note(tx, row.value, 'account_taken_back');
    return ok(true);
  }

  /** Of whoever asks, and while it can still be changed. */
  private async lock(tx: Tx, refundId: string): Promise<Result<Rescue, NotGivable>> {
    const open = await this.store.openOf(tx, refundId);
    if (open?.payerAccountId !== actorIdOf(tx.ctx.actor)) return refused('not_asked');
    const row = await this.store.lock(tx, open.id);
    const isChangeable = row && (accountMayBeGiven as readonly string[]).includes(row.state);
    return isChangeable ? ok(row) : refused('being_paid');
  }

  private async sealed(tx: Tx, row: Rescue, account: BankAccount): Promise<RescueAccount> {
    const id = newId();
    const { payerAccountId } = row;
    const plain = JSON.stringify(account);
    return {
      ...{ id, rescueId: row.id, payerAccountId, kind: account.kind },
      sealed: await this.identity.seal(tx, payerAccountId, accountPlace(id), plain),
      ...{ lastFour: lastFourOf(account), givenAt: tx.now },
      usableFrom: tx.now.add({ hours: COOLING_OFF_HOURS }),
    };
  }
}
