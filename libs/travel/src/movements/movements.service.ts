import { AuditLog } from '#audit';
import { Persons } from '#identity';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { undecidedStates } from '../domain/movement.lifecycle.ts';
import { BatchProofs, type ProofsSeen } from './batch-proofs.service.ts';
import type { Movement } from './movement.entity.ts';
import { MovementQueries } from './movement.queries.ts';
import { MovementStore } from './movement.store.ts';

const UNDECIDED: ReadonlySet<string> = new Set(undecidedStates);

/** Finds whose journey a record belongs to, and keeps what became of it. */
@Injectable()
export class Movements {
  constructor(
    private readonly store: MovementStore,
    private readonly queries: MovementQueries,
    private readonly persons: Persons,
    private readonly proofs: BatchProofs,
    private readonly audit: AuditLog,
  ) {}

  /** Records of a batch that wait for a decision, in the order in which they happened. */
  waitingOf(tx: Tx, batchId: string): Promise<string[]> {
    return this.store.waitingOf(tx, batchId);
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
    if (!UNDECIDED.has(movement.state)) return movement;
    const fault = await this.proofs.faultOf(tx, movement, seen);
    if (fault) {
      await this.setAside(tx, movement, fault);
      return movement;
    }
    if (movement.state === 'matched') return movement;
    const found = await this.persons.byDocumentToken(tx, movement.documentToken);
    if (found) {
      const { personId, documentId } = found;
      await this.store.move(tx, movement, 'traveller_found', { personId, documentId });
    } else if (movement.state === 'received') {
      await this.store.move(tx, movement, 'traveller_not_found');
    }
    return movement;
  }

  /** The programme whose border system reported the record. */
  programmeOf(tx: Tx, movement: Movement, seen: ProofsSeen = new Map()): Promise<string> {
    return this.proofs.programmeOf(tx, movement, seen);
  }

  /** Departures of a traveller, from a moment on, that no rule decided; the oldest first. */
  departuresAside(tx: Tx, personId: string, from: Instant): Promise<Movement[]> {
    return this.store.departuresAside(tx, personId, from);
  }

  /** What is known of one traveller's latest journeys, the oldest first. */
  ofPerson(tx: Tx, personId: string): Promise<Movement[]> {
    return this.store.ofPerson(tx, personId);
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

  /** Puts a record that was set aside before the rules again; false when its proof does not hold. */
  async takeUp(
    tx: Tx,
    movement: Movement,
    reason: string,
    seen: ProofsSeen = new Map(),
  ): Promise<boolean> {
    if (await this.proofs.faultOf(tx, movement, seen)) return false;
    await this.store.move(tx, movement, 'taken_up', { reasonCode: reason });
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
