import { lockRow, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BorderProposalEvent } from '../domain/border-proposal.lifecycle.ts';
import { BorderProposal } from './border-proposal.entity.ts';

const LIST_MAX = 100;

@Injectable()
export class BorderProposalStore {
  async insert(tx: Tx, row: BorderProposal): Promise<void> {
    await tx.manager.getRepository(BorderProposal).insert(row);
  }

  find(tx: Tx, id: string): Promise<BorderProposal | null> {
    return tx.manager.getRepository(BorderProposal).findOneBy({ id });
  }

  /** The row, locked until the commit. */
  lock(tx: Tx, id: string): Promise<BorderProposal | null> {
    return lockRow(tx, BorderProposal, 'id = $1', [id]);
  }

  proposedFor(tx: Tx, clientId: string): Promise<BorderProposal | null> {
    return tx.manager.getRepository(BorderProposal).findOneBy({ clientId, state: 'proposed' });
  }

  /** Waiting for a second person, the longest waiting first; at most a hundred. */
  waiting(tx: Tx): Promise<BorderProposal[]> {
    return tx.manager.getRepository(BorderProposal).find({
      where: { state: 'proposed' },
      order: { proposedAt: 'asc', id: 'asc' },
      take: LIST_MAX,
    });
  }

  async answer(tx: Tx, id: string, state: BorderProposalEvent, decidedBy: string): Promise<void> {
    const { affected } = await tx.manager
      .getRepository(BorderProposal)
      .update({ id, state: 'proposed' }, { state, decidedBy, decidedAt: tx.now });
    if (affected !== 1) throw new Error('a proposal was answered without its lock');
  }
}
