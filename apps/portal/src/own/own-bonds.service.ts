import { Injectable, NotFoundException } from '@nestjs/common';
import { bondAsked, BondQueries, type BondView } from '#bond-escrow';
import { actorIdOf, type Tx } from '#platform';
import { Programmes, type ConsulateView, type ProgrammeInForce } from '#programme';
import { OwnCases } from './own-cases.service.ts';

/** A bond for one of its parties: of its case a payer who does not travel sees only who asks. */
export interface OwnBond {
  readonly row: { readonly reference: string };
  /** Under the version of the rules that the case was opened under. */
  readonly programme: ProgrammeInForce;
  readonly consulate: ConsulateView;
  readonly bond: BondView;
  /** Whether who asks is the one that applied, and the one that signs, pays and is refunded. */
  readonly isApplicant: boolean;
  readonly isPayer: boolean;
}

/** The bond of one's own case, or one that one pays. There is none before a direction (R6). */
@Injectable()
export class OwnBonds {
  constructor(
    private readonly own: OwnCases,
    private readonly bonds: BondQueries,
    private readonly programmes: Programmes,
  ) {}

  /** Null for an applicant whose bond was not asked; for strangers there is nothing. */
  async one(tx: Tx, reference: string): Promise<OwnBond | null> {
    const bond = await this.bonds.byReference(tx, reference);
    if (bond) return this.of(tx, bond);
    await this.own.one(tx, reference);
    return null;
  }

  /** One that was read already. */
  async of(tx: Tx, bond: BondView): Promise<OwnBond> {
    const { id, reference, applicantAccountId, payerAccountId } = bond.bond;
    const actor = actorIdOf(tx.ctx.actor);
    const [isApplicant, isPayer] = [applicantAccountId === actor, payerAccountId === actor];
    const asked = await bondAsked(tx, id);
    // Row-level security says the same; this is the second lock.
    if (!asked || (!isApplicant && !isPayer)) throw new NotFoundException();
    const { programmeCode, programmeVersion, consulateId } = asked;
    const programme = await this.programmes.version(tx, programmeCode, programmeVersion);
    const consulate = await this.programmes.consulate(tx, consulateId);
    if (!consulate) throw new Error('a bond without its consulate');
    return { row: { reference }, programme, consulate, bond, isApplicant, isPayer };
  }
}
