import { AuditLog } from '#audit';
import { Persons, type DocumentRef } from '#identity';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { undecidedStates, type CrossingKind } from '../domain/movement.lifecycle.ts';
import { CandidateStore } from '../matching/candidate.store.ts';
import { BatchEnds } from './batch-ends.service.ts';
import { BatchProofs, type ProofsSeen } from './batch-proofs.service.ts';
import type { Movement } from './movement.entity.ts';
import { MovementQueries } from './movement.queries.ts';
import { MovementStore } from './movement.store.ts';

/** How the trail says that no document but two people found the traveller. */
export const JOINED_BY_PEOPLE = 'joined_by_people';

const UNDECIDED: ReadonlySet<string> = new Set(undecidedStates);

/** What a rule has used of a journey. */
interface Used {
  readonly kind: CrossingKind;
  readonly happenedAt: Instant;
}

/** Finds whose journey a record belongs to, and keeps what became of it. */
@Injectable()
export class Movements {
  constructor(
    private readonly store: MovementStore,
    private readonly queries: MovementQueries,
    private readonly persons: Persons,
    private readonly proofs: BatchProofs,
    private readonly audit: AuditLog,
    private readonly candidates: CandidateStore,
    private readonly ends: BatchEnds,
  ) {}

  /** Records of a batch that wait for a decision, in the order in which they happened. */
  waitingOf(tx: Tx, batchId: string): Promise<string[]> {
    return this.store.waitingOf(tx, batchId);
  }

  find(tx: Tx, movementId: string): Promise<Movement | null> {
    return this.store.find(tx, movementId);
  }

  lock(tx: Tx, movementId: string): Promise<Movement> {
    return this.store.lock(tx, movementId);
  }

  /**
   * Looks for the person whose confirmed document the record names (R32), by its keyed index. A
   * record that its border system did not sign as it stands is set aside before anybody is looked for.
   * Returns the locked record, matched, unmatched or set aside.
   */
  async match(tx: Tx, movementId: string, seen: ProofsSeen = new Map()): Promise<Movement> {
    const movement = await this.store.lock(tx, movementId);
    if (!this.isUndecided(movement)) return movement;
    const fault = await this.proofs.faultOf(tx, movement, seen);
    if (fault) {
      await this.setAside(tx, movement, fault);
      return movement;
    }
    // A deletion is about another record, whoever's that was.
    if (movement.state === 'matched' || movement.kind === 'deleted') return movement;
    const found = await this.persons.byDocumentToken(tx, movement.documentToken);
    if (found) {
      const { personId, documentId } = found;
      await this.forgetCandidates(tx, movement);
      await this.store.move(tx, movement, 'traveller_found', { personId, documentId });
    } else if (movement.state === 'received') {
      await this.store.move(tx, movement, 'traveller_not_found');
    }
    return movement;
  }

  /** The record that this one corrects or deletes, locked. */
  lockCorrected(tx: Tx, { clientId, corrects }: Movement): Promise<Movement> {
    if (corrects === null || clientId === null) throw new Error('a record that corrects none');
    return this.store.lockRecord(tx, clientId, corrects);
  }

  /** What became of a record that a rule used; null for any other. */
  async outcomeOf(tx: Tx, movement: Movement): Promise<string | null> {
    return movement.state === 'assessed' ? this.store.outcomeOf(tx, movement.id) : null;
  }

  /** Another record takes its place: no rule looks at it again. Both must be locked. */
  async supersede(tx: Tx, older: Movement, by: Movement): Promise<void> {
    const reasonCode = by.kind === 'deleted' ? 'deleted' : 'corrected';
    await this.forgetCandidates(tx, older);
    await this.store.move(tx, older, 'superseded', { reasonCode });
    await this.record(tx, 'movement.superseded', older, { by: by.id, reason: reasonCode });
  }

  /**
   * Two people joined a record to its traveller: from now on it is that traveller's, as if it had named
   * the document. Null when it has one already, was corrected, or is not as it was signed.
   */
  async join(tx: Tx, candidateId: string, seen: ProofsSeen): Promise<Movement | null> {
    const candidate = await this.candidates.find(tx, candidateId);
    if (candidate?.state !== 'joined') return null;
    const { movementId, personId, documentId } = candidate;
    const movement = await this.store.lock(tx, movementId);
    if (movement.state !== 'unmatched') return null;
    const fault = await this.proofs.faultOf(tx, movement, seen);
    if (fault) {
      await this.setAside(tx, movement, fault);
      return null;
    }
    await this.forgetCandidates(tx, movement);
    const reasonCode = JOINED_BY_PEOPLE;
    await this.store.move(tx, movement, 'joined', { reasonCode, personId, documentId });
    await this.record(tx, 'movement.joined', movement, { candidate: candidateId });
    return movement;
  }

  /** Joins of two people that the worker has not carried out. */
  joinsUnfinished(tx: Tx): Promise<string[]> {
    return this.candidates.joinsUnfinished(tx);
  }

  /** The rules have looked at every record of the batch. */
  batchEnded(tx: Tx, batchId: string): Promise<void> {
    return this.ends.of(tx, batchId);
  }

  private async forgetCandidates(tx: Tx, { id, state }: Movement): Promise<void> {
    if (state !== 'unmatched') return;
    for (const candidate of await this.candidates.openOf(tx, id)) {
      await this.candidates.move(tx, candidate, 'overtaken');
    }
  }

  /** A deletion has done its work. The record must be locked and proved. */
  async carriedOut(tx: Tx, deletion: Movement): Promise<void> {
    await this.store.move(tx, deletion, 'carried_out', { reasonCode: 'deleted' });
    await this.record(tx, 'movement.assessed', deletion, { outcome: 'deleted' });
  }

  /** The programme whose border system reported the record. */
  programmeOf(tx: Tx, movement: Movement, seen: ProofsSeen = new Map()): Promise<string> {
    return this.proofs.programmeOf(tx, movement, seen);
  }

  /** Departures of a traveller, from a moment on, that no rule decided; the oldest first. */
  departuresAside(tx: Tx, personId: string, from: Instant): Promise<Movement[]> {
    return this.store.departuresAside(tx, personId, from);
  }

  /** One traveller's latest journeys as rules have used them, the oldest first. */
  async usedOf(tx: Tx, personId: string): Promise<Used[]> {
    const latest = await this.store.ofPerson(tx, personId);
    return latest.flatMap(({ state, kind, happenedAt }) =>
      state === 'assessed' && kind !== 'deleted' ? [{ kind, happenedAt }] : [],
    );
  }

  /** Whether nothing has become of a record yet. */
  isUndecided(movement: Movement): boolean {
    return UNDECIDED.has(movement.state);
  }

  /** A rule used the record. The record must be locked and matched. */
  async markAssessed(
    tx: Tx,
    movement: Movement,
    outcome: string,
    more: Record<string, string> = {},
  ): Promise<void> {
    await this.store.move(tx, movement, 'assessed', { reasonCode: outcome });
    await this.record(tx, 'movement.assessed', movement, { outcome, ...more });
  }

  /** No rule decides it: it goes to a person's desk with the reason. */
  async setAside(tx: Tx, movement: Movement, reason: string): Promise<void> {
    await this.store.move(tx, movement, 'set_aside', { reasonCode: reason });
    await this.record(tx, 'movement.set_aside', movement, { reason });
  }

  /** People hold that no rule is to use it. The record must be locked and set aside. */
  async dismiss(tx: Tx, movement: Movement, reason: string): Promise<void> {
    await this.store.move(tx, movement, 'dismissed', { reasonCode: reason });
    await this.record(tx, 'movement.dismissed', movement, { reason });
  }

  /** Why the record was set aside last. */
  asideReason(tx: Tx, movementId: string): Promise<string | null> {
    return this.store.asideReason(tx, movementId);
  }

  /**
   * Whose a record is that was set aside, also when its document was confirmed only since; null when
   * nobody is known, or its proof does not hold.
   */
  async travellerOf(tx: Tx, movement: Movement, seen: ProofsSeen): Promise<DocumentRef | null> {
    if (await this.proofs.faultOf(tx, movement, seen)) return null;
    const { personId, documentId } = movement;
    if (personId && documentId) return { personId, documentId };
    return (await this.persons.byDocumentToken(tx, movement.documentToken)) ?? null;
  }

  /** Puts a record that was set aside before the rules again; false when its proof does not hold. */
  async takeUp(
    tx: Tx,
    movement: Movement,
    reason: string,
    seen: ProofsSeen = new Map(),
  ): Promise<boolean> {
    const whose = await this.travellerOf(tx, movement, seen);
    if (!whose) return false;
    await this.store.move(tx, movement, 'taken_up', { reasonCode: reason, ...whose });
    return true;
  }

  /** Ids of records that could not be matched when they came and can be now. */
  rematch(tx: Tx): Promise<string[]> {
    return this.queries.nowKnown(tx);
  }

  /** Ids of records that have waited so long that their job must have been lost. */
  overdue(tx: Tx): Promise<string[]> {
    return this.queries.overdue(tx);
  }

  private record(tx: Tx, action: string, m: Movement, details: Record<string, string>) {
    return this.audit.write(tx, {
      action,
      subjectKind: 'movement',
      subjectId: m.id,
      details: { ...details, kind: m.kind, port: m.portCode },
    });
  }
}
