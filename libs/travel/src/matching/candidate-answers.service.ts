import { AuditLog } from '#audit';
import { refused, ok, type Result } from '#kernel';
import { Jobs, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayAnswerCandidate, type CandidateAnswerRefusal } from '../domain/answer-candidate.ts';
import type { CandidateEvent, JoinReason, RejectReason } from '../domain/candidate.lifecycle.ts';
import { MovementStore } from '../movements/movement.store.ts';
import { CandidateStore } from './candidate.store.ts';
import type { MovementCandidate } from './movement-candidate.entity.ts';

export type CandidateRefusal = CandidateAnswerRefusal | 'unknown_candidate';

/**
 * What people say of a record and somebody whom it may mean. Two of them join the two; the record is
 * then put before the rules, and may return a bond by itself (R15).
 */
@Injectable()
export class CandidateAnswers {
  constructor(
    private readonly store: CandidateStore,
    private readonly movements: MovementStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  propose(tx: Tx, id: string, reasonCode: JoinReason): Promise<Result<true, CandidateRefusal>> {
    return this.answer(tx, id, 'join_proposed', { reasonCode, proposedBy: personOf(tx) });
  }

  /** A second person agrees. The worker joins the two and assesses the record. */
  async join(tx: Tx, id: string): Promise<Result<true, CandidateRefusal>> {
    const joined = await this.answer(tx, id, 'joined', { decidedBy: personOf(tx) });
    if (joined.ok) await this.jobs.enqueue(tx, 'movements.join', { candidateId: id });
    return joined;
  }

  /** A second person does not agree, or the first takes it back. */
  decline(tx: Tx, id: string): Promise<Result<true, CandidateRefusal>> {
    return this.answer(tx, id, 'declined', { proposedBy: null, reasonCode: null });
  }

  /** It is not this traveller: the pair never comes back. */
  reject(tx: Tx, id: string, reasonCode: RejectReason): Promise<Result<true, CandidateRefusal>> {
    return this.answer(tx, id, 'rejected', { reasonCode, decidedBy: personOf(tx) });
  }

  private async answer(
    tx: Tx,
    id: string,
    event: Exclude<CandidateEvent, 'overtaken'>,
    said: Partial<Pick<MovementCandidate, 'reasonCode' | 'proposedBy' | 'decidedBy'>>,
  ): Promise<Result<true, CandidateRefusal>> {
    const candidate = await this.store.lock(tx, id);
    if (!candidate) return refused('unknown_candidate');
    const { movementId } = candidate;
    const [movement, open] = await Promise.all([
      this.movements.find(tx, movementId),
      this.store.openOf(tx, movementId),
    ]);
    const isOtherProposed = open.some((o) => o.id !== id && o.state === 'join_proposed');
    const isUnmatched = movement?.state === 'unmatched';
    const facts = { candidate, isUnmatched, isOtherProposed };
    const may = mayAnswerCandidate(facts, event, personOf(tx));
    if (!may.ok) return may;
    await this.store.move(tx, candidate, event, said);
    await this.audit.write(tx, {
      action: `movement_candidate.${event}`,
      ...{ subjectKind: 'movement', subjectId: movementId },
      details: {
        ...{ candidate: id, person: candidate.personId },
        ...(said.reasonCode && { reason: said.reasonCode }),
      },
    });
    return ok(true);
  }
}
