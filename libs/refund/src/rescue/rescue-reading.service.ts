import { Bonds, isSameName, Undertakings } from '#bond-escrow';
import { Identity } from '#identity';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BankAccount } from '../domain/bank-account.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { accountPlace } from './account-place.ts';
import { RescueStore } from './rescue.store.ts';

const PURPOSE = 'refund_account';

/** What who decides compares: whose the account is, and who paid. */
export interface OpenedAccount {
  readonly holder: string;
  /** Of the bank: two letters. */
  readonly country: string;
  /** As the payer signed the undertaking; null where nobody signed one. */
  readonly signedBy: string | null;
  /** Signs, case and accents apart, the two are one name. */
  readonly isSameName: boolean;
}

/** Opens an account for the treasury, without its number. In the trail: needs a writing transaction. */
@Injectable()
export class RescueReading {
  constructor(
    private readonly store: RescueStore,
    private readonly refunds: RefundStore,
    private readonly bonds: Bonds,
    private readonly undertakings: Undertakings,
    private readonly identity: Identity,
  ) {}

  /** Null while none is given. */
  async opened(tx: Tx, refundId: string): Promise<OpenedAccount | null> {
    const row = await this.store.openOf(tx, refundId);
    const given = row?.accountId ? await this.store.account(tx, row.accountId) : null;
    if (!given) return null;
    const { payerAccountId: subjectId, sealed } = given;
    const opening = { subjectId, place: accountPlace(given.id), sealed, purpose: PURPOSE };
    const account = JSON.parse(await this.identity.open(tx, opening)) as BankAccount;
    const signedBy = await this.signedBy(tx, refundId);
    return {
      holder: account.holder,
      country: account.kind === 'iban' ? account.iban.slice(0, 2) : 'US',
      signedBy,
      isSameName: signedBy !== null && isSameName(account.holder, signedBy),
    };
  }

  private async signedBy(tx: Tx, refundId: string): Promise<string | null> {
    const { bondId } = await this.refunds.find(tx, refundId);
    const bond = bondId ? await this.bonds.find(tx, bondId) : null;
    return bond && this.undertakings.signerName(tx, bond, PURPOSE);
  }
}
