import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { RevocationState } from '../domain/revocation.lifecycle.ts';
import { Revocation } from './revocation.entity.ts';

const LIST_MAX = 100;

/** Reads and writes of revocations. Lock the case first. */
@Injectable()
export class RevocationStore {
  async insert(tx: Tx, row: Revocation): Promise<void> {
    await tx.manager.getRepository(Revocation).insert(row);
  }

  find(tx: Tx, id: string): Promise<Revocation | null> {
    return tx.manager.getRepository(Revocation).findOneBy({ id });
  }

  proposedFor(tx: Tx, caseId: string): Promise<Revocation | null> {
    return tx.manager.getRepository(Revocation).findOneBy({ caseId, state: 'proposed' });
  }

  /** Waiting for a second person, the longest waiting first; at most a hundred. */
  waiting(tx: Tx): Promise<Revocation[]> {
    return tx.manager.getRepository(Revocation).find({
      where: { state: 'proposed' },
      order: { proposedAt: 'asc', id: 'asc' },
      take: LIST_MAX,
    });
  }

  async answer(tx: Tx, id: string, state: RevocationState, decidedBy: string): Promise<void> {
    const { affected } = await tx.manager
      .getRepository(Revocation)
      .update({ id, state: 'proposed' }, { state, decidedBy, decidedAt: tx.now });
    if (affected !== 1) throw new Error('a revocation was answered without the lock of its case');
  }
}
