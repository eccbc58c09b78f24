import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { FallbackAccount } from './fallback-account.entity.ts';

export type FallbackView = Omit<FallbackAccount, 'sealed'>;

/** Accounts that payers give beforehand: added, and ended once. */
@Injectable()
export class FallbackAccountStore {
  /** The one that counts, of a bond and a payer; null where none was given. */
  current(tx: Tx, bondId: string, payerAccountId: string): Promise<FallbackView | null> {
    const where = { bondId, payerAccountId, endedAt: IsNull() };
    return tx.manager.getRepository(FallbackAccount).findOneBy(where);
  }

  async insert(tx: Tx, row: FallbackAccount): Promise<void> {
    await tx.manager.getRepository(FallbackAccount).insert(row);
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.getRepository(FallbackAccount).update({ id }, { endedAt: tx.now });
  }
}
