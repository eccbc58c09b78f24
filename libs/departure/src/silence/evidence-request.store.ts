import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EvidenceState } from '../domain/evidence.lifecycle.ts';
import type { StayFactState } from '../domain/stay-fact.lifecycle.ts';
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

  /** Something that the traveller sent waits for an officer. */
  async isWithOfficers(tx: Tx, caseId: string): Promise<boolean> {
    const proofs = inStates(['sent', 'proposed', 'accepted'] satisfies EvidenceState[]);
    const facts = inStates(['sent', 'proposed', 'accepted'] satisfies StayFactState[]);
    const found = await tx.query(
      `select 1 from evidence where case_id = $1 and ${proofs}
       union all select 1 from stay_fact where case_id = $1 and ${facts} limit 1`,
      [caseId],
    );
    return found.length > 0;
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
