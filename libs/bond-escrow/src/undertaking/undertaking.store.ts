import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Undertaking } from './undertaking.entity.ts';

/** Undertakings are only added. */
@Injectable()
export class UndertakingStore {
  async insert(tx: Tx, row: Undertaking): Promise<void> {
    await tx.manager.getRepository(Undertaking).insert(row);
  }

  /** What this payer signed for this bond; null when nothing. */
  signed(tx: Tx, bondId: string, payerAccountId: string): Promise<Undertaking | null> {
    return tx.manager.getRepository(Undertaking).findOneBy({ bondId, payerAccountId });
  }

  isSigned(tx: Tx, bondId: string, payerAccountId: string): Promise<boolean> {
    return tx.manager.getRepository(Undertaking).existsBy({ bondId, payerAccountId });
  }
}
