import { CaseDocuments, Cases, mayDecide, type CaseRow } from '#application';
import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import { chooseTier, Programmes, WAIVED, type TierRefusal } from '#programme';
import { Injectable } from '@nestjs/common';
import { Bonds } from '../bond/bonds.service.ts';
import { mayDecideDirection, type CorrectRefusal } from '../domain/decide-direction.ts';
import { isDeclineReason } from '../domain/direction.lifecycle.ts';
import type { BondDirection } from './bond-direction.entity.ts';
import { Corrections } from './corrections.service.ts';
import { DirectionStore } from './direction.store.ts';
import { deskOf, noteOf, proposal, type Directed } from './proposal.ts';

export type DirectRefusal =
  TierRefusal | 'not_held_by_you' | 'wrong_state' | 'passport_not_confirmed' | 'already_proposed';
export type DecideDirectionRefusal =
  | CorrectRefusal
  | 'unknown_direction'
  | 'same_person'
  | 'unknown_reason'
  | 'passport_not_confirmed';

/** An officer asks for the bond, after finding the applicant otherwise eligible (R4, R7). */
@Injectable()
export class Directions {
  constructor(
    private readonly store: DirectionStore,
    private readonly bonds: Bonds,
    private readonly cases: Cases,
    private readonly documents: CaseDocuments,
    private readonly programmes: Programmes,
    private readonly corrections: Corrections,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The default tier is asked at once; less, or no bond at all, waits for a second person (R8).
   */
  async direct(
    tx: Tx,
    row: CaseRow,
    wish: { amountMinor: bigint; reasonCode?: string },
  ): Promise<Result<Directed, DirectRefusal>> {
    const isConfirmed = await this.documents.isPassportConfirmed(tx, row.id);
    const may = mayDecide(row, personOf(tx), 'bond_required', isConfirmed);
    if (!may.ok) return may;
    if (await this.store.proposedFor(tx, row.id)) return refused('already_proposed');
    const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const tier = chooseTier(programme.rules, programme.currency, wish, { waive: true });
    if (!tier.ok) return tier;
    const direction = proposal(tx, row.id, tier.value, null);
    await this.store.insert(tx, direction);
    await this.note(tx, direction, tier.value.needsSecondPerson ? 'proposed' : 'directed');
    if (tier.value.needsSecondPerson) {
      return ok({ directionId: direction.id, awaitingApproval: true });
    }
    return ok({ bondId: await this.bonds.require(tx, row, direction) });
  }

  /** The second person agrees: the bond is asked, or waived and then there is none (R8). */
  async approve(
    tx: Tx,
    directionId: string,
  ): Promise<Result<{ bondId: string | null }, DecideDirectionRefusal>> {
    const desk = await this.onDesk(tx, directionId);
    if (!desk.ok) return desk;
    const { row, direction } = desk.value;
    const decidedBy = personOf(tx);
    const state = mayDecideDirection(deskOf(row, direction), 'approved', decidedBy);
    if (!state.ok) return state;
    // It may have been taken for another traveller since the amount was proposed.
    if (!(await this.documents.isPassportConfirmed(tx, row.id))) {
      return refused('passport_not_confirmed');
    }
    const toCorrect = direction.supersedes ? await this.corrections.bondOf(tx, direction) : null;
    if (toCorrect && !toCorrect.ok) return toCorrect;
    await this.store.decide(tx, direction.id, {
      state: state.value,
      decidedBy,
      declineReason: null,
    });
    await this.note(tx, direction, 'approved');
    if (direction.amountMinor === WAIVED) {
      await this.cases.approvedWithoutBond(tx, row);
      return ok({ bondId: null });
    }
    const bondId = toCorrect
      ? await this.bonds.correct(tx, row, toCorrect.value, direction)
      : await this.bonds.require(tx, row, direction);
    return ok({ bondId });
  }

  /** The second person does not agree, with a reason; the case stays in review. */
  async decline(
    tx: Tx,
    directionId: string,
    reasonCode: string,
  ): Promise<Result<true, DecideDirectionRefusal>> {
    if (!isDeclineReason(reasonCode)) return refused('unknown_reason');
    const desk = await this.onDesk(tx, directionId);
    if (!desk.ok) return desk;
    const { row, direction } = desk.value;
    const decidedBy = personOf(tx);
    const state = mayDecideDirection(deskOf(row, direction), 'declined', decidedBy);
    if (!state.ok) return state;
    await this.store.decide(tx, direction.id, {
      state: state.value,
      decidedBy,
      declineReason: reasonCode,
    });
    await this.note(tx, direction, 'declined', { reason: reasonCode });
    return ok(true);
  }

  /** Locked in the fixed order: the case first. */
  private async onDesk(
    tx: Tx,
    directionId: string,
  ): Promise<
    Result<{ row: CaseRow; direction: BondDirection }, 'unknown_direction' | 'wrong_state'>
  > {
    const found = await this.store.find(tx, directionId);
    if (!found) return refused('unknown_direction');
    const row = await this.cases.lock(tx, found.caseId);
    const direction = await this.store.lockProposed(tx, directionId);
    return direction ? ok({ row, direction }) : refused('wrong_state', { state: found.state });
  }

  private note(
    tx: Tx,
    direction: BondDirection,
    what: 'proposed' | 'directed' | 'approved' | 'declined',
    more: Record<string, string> = {},
  ): Promise<void> {
    return this.audit.write(tx, noteOf(direction, what, more));
  }
}
