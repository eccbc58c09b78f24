import { CaseDocuments, type CaseRow } from '#application';
import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import { chooseTier, Programmes, type TierRefusal } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { Bonds } from '../bond/bonds.service.ts';
import { mayCorrect, type CorrectRefusal } from '../domain/decide-direction.ts';
import { isCorrectionReason } from '../domain/direction.lifecycle.ts';
import { UndertakingStore } from '../undertaking/undertaking.store.ts';
import type { BondDirection } from './bond-direction.entity.ts';
import { DirectionStore } from './direction.store.ts';
import { noteOf, proposal, type Directed } from './proposal.ts';

export type CorrectionRefusal =
  | CorrectRefusal
  | TierRefusal
  | 'not_held_by_you'
  | 'passport_not_confirmed'
  | 'already_proposed'
  | 'unknown_correction_reason';

export interface CorrectionWish {
  readonly amountMinor: bigint;
  readonly reasonCode?: string;
  /** One of `correctionReasons`. */
  readonly correctionReason: string;
}

/**
 * A direction that nobody has signed for is put right by another in its place; the first one stays as
 * it was. Once somebody has signed there is a contract, and no way here.
 */
@Injectable()
export class Corrections {
  constructor(
    private readonly store: DirectionStore,
    private readonly bonds: Bonds,
    private readonly undertakings: UndertakingStore,
    private readonly documents: CaseDocuments,
    private readonly programmes: Programmes,
    private readonly audit: AuditLog,
  ) {}

  /** By who holds the case. An amount below the default waits for a second person, as before (R8). */
  async correct(
    tx: Tx,
    row: CaseRow,
    wish: CorrectionWish,
  ): Promise<Result<Directed, CorrectionRefusal>> {
    const { correctionReason } = wish;
    if (!isCorrectionReason(correctionReason)) return refused('unknown_correction_reason');
    if (row.assignedTo !== personOf(tx)) return refused('not_held_by_you');
    if (row.state !== 'bond_required') return refused('wrong_state', { state: row.state });
    if (!(await this.documents.isPassportConfirmed(tx, row.id))) {
      return refused('passport_not_confirmed');
    }
    if (await this.store.proposedFor(tx, row.id)) return refused('already_proposed');
    const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const tier = chooseTier(programme.rules, programme.currency, wish);
    if (!tier.ok) return tier;
    const bond = await this.locked(tx, row.id);
    if (!bond) return refused('wrong_state');
    const instead = { supersedes: bond.directionId, correctionReason };
    const direction = proposal(tx, row.id, tier.value, instead);
    const may = await this.mayBecome(tx, bond, direction);
    if (!may.ok) return may;
    await this.store.insert(tx, direction);
    const waits = tier.value.needsSecondPerson;
    await this.audit.write(tx, noteOf(direction, waits ? 'proposed' : 'corrected'));
    if (waits) return ok({ directionId: direction.id, awaitingApproval: true });
    return ok({ bondId: await this.bonds.correct(tx, row, bond, direction) });
  }

  /** The bond whose terms it may become now, locked; the caller holds the lock of the case. */
  async bondOf(tx: Tx, direction: BondDirection): Promise<Result<Bond, CorrectRefusal>> {
    const bond = await this.locked(tx, direction.caseId);
    if (!bond) return refused('wrong_state');
    const may = await this.mayBecome(tx, bond, direction);
    return may.ok ? ok(bond) : may;
  }

  /** A bond that an officer's login may not lock any more is only looked at: it is refused. */
  private async locked(tx: Tx, caseId: string): Promise<Bond | null> {
    return (await this.bonds.lockOfCase(tx, caseId)) ?? this.bonds.ofCase(tx, caseId);
  }

  private async mayBecome(tx: Tx, bond: Bond, direction: BondDirection) {
    const wasSigned = await this.undertakings.wasSigned(tx, bond);
    return mayCorrect({ ...bond, wasSigned }, direction);
  }
}
