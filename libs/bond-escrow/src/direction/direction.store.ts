import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BondDirection } from './bond-direction.entity.ts';

/** Writes and locks of directions. */
@Injectable()
export class DirectionStore {
  async insert(tx: Tx, row: BondDirection): Promise<void> {
    await tx.manager.getRepository(BondDirection).insert(row);
  }

  find(tx: Tx, id: string): Promise<BondDirection | null> {
    return tx.manager.getRepository(BondDirection).findOneBy({ id });
  }

  proposedFor(tx: Tx, caseId: string): Promise<BondDirection | null> {
    return tx.manager.getRepository(BondDirection).findOneBy({ caseId, state: 'proposed' });
  }

  /** Null when it is no longer proposed, or was never there. */
  lockProposed(tx: Tx, id: string): Promise<BondDirection | null> {
    return tx.manager.getRepository(BondDirection).findOne({
      where: { id, state: 'proposed' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async decide(
    tx: Tx,
    id: string,
    to: Pick<BondDirection, 'state' | 'decidedBy' | 'declineReason'>,
  ): Promise<void> {
    const { affected } = await tx.manager
      .getRepository(BondDirection)
      .update({ id, state: 'proposed' }, { ...to, decidedAt: tx.now });
    if (affected !== 1) throw new Error('a direction was decided without a lock');
  }
}
