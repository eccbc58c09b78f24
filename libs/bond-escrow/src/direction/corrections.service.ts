import { CaseDocuments, type CaseRow } from '#application';
import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { chooseTier, Programmes, type TierRefusal } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { Bonds } from '../bond/bonds.service.ts';
import { mayCorrect, type CorrectRefusal } from '../domain/decide-direction.ts';
import { isCorrectionReason } from '../domain/direction.lifecycle.ts';
import { UndertakingStore } from '../undertaking/undertaking.store.ts';
import type { BondDirection } from './bond-direction.entity.ts';
import { DirectionStore } from './direction.store.ts';
import { noteOf, personOf, proposal, type Directed } from './proposal.ts';

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
    const now = await this.bonds.ofCase(tx, row.id);
    if (!now) return refused('wrong_state');
    const instead = { supersedes: now.directionId, correctionReason };
    const direction = proposal(tx, row.id, tier.value, instead);
    const bond = await this.bondOf(tx, direction);
    if (!bond.ok) return bond;
    await this.store.insert(tx, direction);
    const waits = tier.value.needsSecondPerson;
    await this.audit.write(tx, noteOf(direction, waits ? 'proposed' : 'corrected'));
    if (waits) return ok({ directionId: direction.id, awaitingApproval: true });
    return ok({ bondId: await this.bonds.correct(tx, row, bond.value, direction) });
  }

  /** The bond whose terms it may become now, locked; the caller holds the lock of the case. */
  async bondOf(
    tx: Tx,
    direction: Pick<BondDirection, 'caseId' | 'supersedes' | 'amountMinor' | 'reasonCode'>,
  ): Promise<Result<Bond, CorrectRefusal>> {
    const found = await this.bonds.ofCase(tx, direction.caseId);
    if (!found) return refused('wrong_state');
    const bond = (await this.bonds.lock(tx, found.id)) ?? found;
    const wasSigned = await this.undertakings.wasSigned(tx, bond);
    const may = mayCorrect({ ...bond, wasSigned }, direction);
    return may.ok ? ok(bond) : may;
  }
}
