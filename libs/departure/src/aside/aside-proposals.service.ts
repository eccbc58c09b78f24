import { AuditLog } from '#audit';
import { isPosted } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Movements, type Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import {
  dismissalNeedsTwo,
  isDismissDecline,
  isDismissReason,
  mayAnswerAside,
} from '../domain/decide-aside.ts';
import { AsideQueries } from './aside.queries.ts';
import type { MovementProposal } from './movement-proposal.entity.ts';
import { MovementProposalStore } from './movement-proposal.store.ts';

type NotTaken = 'no_such_record' | 'not_set_aside' | 'taken_by_another';
export type AsideRefusal = NotTaken | 'already_open' | 'unknown_reason' | 'not_assessable';
type AsideAnswerRefusal = 'no_such_proposal' | 'wrong_state' | 'same_person' | 'unknown_reason';

/**
 * Officers say what becomes of a record that no rule decides: none is to use it, or the rules look
 * again since the cause is gone. Their login writes no more than what they said; the worker does it.
 */
@Injectable()
export class AsideProposals {
  constructor(
    private readonly store: MovementProposalStore,
    private readonly queries: AsideQueries,
    private readonly movements: Movements,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** Looks after it from now on. */
  async take(tx: Tx, movementId: string): Promise<Result<Movement, NotTaken>> {
    const movement = await this.movements.find(tx, movementId);
    if (!movement) return refused('no_such_record');
    if (movement.state !== 'set_aside') return refused('not_set_aside');
    const by = personOf(tx);
    if (await this.store.take(tx, movementId, by)) {
      await this.note(tx, movementId, 'taken');
      return ok(movement);
    }
    const isOwn = (await this.store.holder(tx, movementId)) === by;
    return isOwn ? ok(movement) : refused('taken_by_another');
  }

  /** One's own, or that of a colleague who is away. */
  async release(tx: Tx, movementId: string): Promise<Result<true, 'nobody_has_it'>> {
    const holder = await this.store.holder(tx, movementId);
    if (!holder) return refused('nobody_has_it');
    await this.store.release(tx, movementId);
    await this.note(tx, movementId, 'released', { holder });
    return ok(true);
  }

  /** No rule is to use it; at once where no bond hangs on it. */
  async dismiss(
    tx: Tx,
    movementId: string,
    reason: string,
  ): Promise<Result<MovementProposal, AsideRefusal>> {
    if (!isDismissReason(reason)) return refused('unknown_reason');
    const taken = await this.take(tx, movementId);
    if (!taken.ok) return taken;
    const needsTwo = await this.needsTwo(tx, taken.value);
    return this.add(tx, { movementId, kind: 'dismiss', reasonCode: reason }, !needsTwo);
  }

  /** The rules look at it once more: whatever follows is theirs, so one person is enough. */
  async assessAgain(tx: Tx, movementId: string): Promise<Result<MovementProposal, AsideRefusal>> {
    const taken = await this.take(tx, movementId);
    if (!taken.ok) return taken;
    if (taken.value.kind === 'deleted') return refused('not_assessable');
    return this.add(tx, { movementId, kind: 'assess_again', reasonCode: null }, true);
  }

  /** Whether another person has to agree before it is dismissed. */
  async needsTwo(tx: Tx, { personId }: Pick<Movement, 'personId'>): Promise<boolean> {
    const bondStates = personId ? await this.queries.bondStatesOf(tx, personId) : [];
    const isBondPosted = bondStates.some(isPosted);
    return dismissalNeedsTwo({ isTravellerKnown: personId !== null, isBondPosted });
  }

  /** Another person agrees. */
  async approve(tx: Tx, id: string): Promise<Result<MovementProposal, AsideAnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_proposal');
    const may = mayAnswerAside(row, 'approved', personOf(tx));
    if (!may.ok) return may;
    await this.agreed(tx, row, 'approved', personOf(tx));
    return ok(row);
  }

  /** Another person does not agree, or who proposed it takes it back. */
  async decline(
    tx: Tx,
    id: string,
    reason: string,
  ): Promise<Result<MovementProposal, AsideAnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_proposal');
    const by = personOf(tx);
    const declineReason = row.proposedBy === by ? 'taken_back' : reason;
    if (!isDismissDecline(declineReason)) return refused('unknown_reason');
    const may = mayAnswerAside(row, 'declined', by);
    if (!may.ok) return may;
    await this.store.move(tx, row, 'declined', { decidedBy: by, declineReason }, declineReason);
    await this.note(tx, row.movementId, 'declined', { proposal: id, reason: declineReason });
    return ok(row);
  }

  private async add(
    tx: Tx,
    wish: Pick<MovementProposal, 'movementId' | 'kind' | 'reasonCode'>,
    isEnough: boolean,
  ): Promise<Result<MovementProposal, 'already_open'>> {
    const row: MovementProposal = {
      ...{ id: newId(), ...wish, state: 'proposed', stateSince: tx.now, version: 1 },
      ...{ proposedBy: personOf(tx), proposedAt: tx.now, decidedBy: null, declineReason: null },
    };
    if (!(await this.store.add(tx, row))) return refused('already_open');
    await this.note(tx, row.movementId, 'proposed', {
      ...{ proposal: row.id, kind: row.kind },
      ...(row.reasonCode && { reason: row.reasonCode }),
    });
    if (isEnough) await this.agreed(tx, row, 'sufficed');
    return ok(row);
  }

  private async agreed(
    tx: Tx,
    row: MovementProposal,
    event: 'approved' | 'sufficed',
    decidedBy: string | null = null,
  ): Promise<void> {
    const { id: proposalId, movementId } = row;
    await this.store.move(tx, row, event, { decidedBy });
    await this.note(tx, movementId, event, { proposal: proposalId });
    await this.jobs.enqueue(tx, 'movements.decide', { proposalId }, { singletonKey: proposalId });
  }

  /** An officer's login can lock what is still to be decided and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<MovementProposal | null> {
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }

  private note(tx: Tx, subjectId: string, what: string, details: Record<string, string> = {}) {
    const action = `movement_proposal.${what}`;
    return this.audit.write(tx, { action, subjectKind: 'movement', subjectId, details });
  }
}
