import type { Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { call } from './calling.ts';
import type { Booking } from './ledger.store.ts';

/** Steps between accounts that belong to no bond, as `ledger.treasury` knows them. */
type TreasuryCode =
  'payout' | 'payout_returned' | 'topped_up' | 'cost' | 'cost_returned' | 'funded' | 'drawn';

/** Money of the operator's own that moves at the processor or the bank. May be repeated, as in LedgerStore. */
@Injectable()
export class TreasuryLedger {
  /** `amount` is above zero: the code says which way it goes. */
  async step(
    tx: Tx,
    p: Booking & { ownerId: string; code: TreasuryCode; amount: Money },
  ): Promise<void> {
    const { ownerId, code, amount, cause, happenedAt } = p;
    const values = [ownerId, code, amount.minor, amount.currency, cause, happenedAt];
    await call(tx, 'select ledger.treasury($1, $2, $3, $4, $5, $6)', values);
  }
}
