import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { EvidenceRequest } from './evidence-request.entity.ts';

@Injectable()
export class EvidenceRequestStore {
  /** The one of a bond that is not over. */
  open(tx: Tx, bondId: string): Promise<EvidenceRequest | null> {
    return tx.manager.getRepository(EvidenceRequest).findOneBy({ bondId, endedAt: IsNull() });
  }

  async add(tx: Tx, request: EvidenceRequest): Promise<void> {
    await tx.manager.getRepository(EvidenceRequest).insert(request);
  }

  async update(
    tx: Tx,
    request: EvidenceRequest,
    change: Partial<Pick<EvidenceRequest, 'answeredAt' | 'answerOn' | 'endedAt' | 'outcome'>>,
  ): Promise<void> {
    await tx.manager.getRepository(EvidenceRequest).update({ id: request.id }, change);
    Object.assign(request, change);
  }
}
