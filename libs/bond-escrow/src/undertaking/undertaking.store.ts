import type { Tx } from '#platform';
import type { Bond } from '../bond/bond.entity.ts';
import { Injectable } from '@nestjs/common';
import { Undertaking } from './undertaking.entity.ts';

/** Undertakings are only added. */
@Injectable()
export class UndertakingStore {
  async insert(tx: Tx, row: Undertaking): Promise<void> {
    await tx.manager.getRepository(Undertaking).insert(row);
  }

  /** What its payer signed for this bond as it is now asked; null when nothing. */
  signed(tx: Tx, bond: Bond): Promise<Undertaking | null> {
    return tx.manager.getRepository(Undertaking).findOneBy(termsOf(bond));
  }

  /** Whether anybody ever signed for it, also with a deadline or payer that is over. */
  wasSigned(tx: Tx, { id: bondId }: Pick<Bond, 'id'>): Promise<boolean> {
    return tx.manager.getRepository(Undertaking).existsBy({ bondId });
  }

  isSigned(tx: Tx, bond: Bond): Promise<boolean> {
    return tx.manager.getRepository(Undertaking).existsBy(termsOf(bond));
  }
}

const termsOf = ({ id: bondId, payerAccountId, postBy }: Bond) => ({
  bondId,
  payerAccountId,
  postBy,
});
