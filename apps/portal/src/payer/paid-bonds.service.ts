import { BreachReading, type BreachSummary } from '#breach';
import { BondQueries, Payers, type BondView } from '#bond-escrow';
import { addMoney, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import {
  DisputeQueries,
  RefundQueries,
  SuspenseOutcomes,
  type CameBeside,
  type OwnDispute,
  type TrackedWay,
} from '#refund';
import { Injectable } from '@nestjs/common';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';
import { isStoppedByDispute } from '../tracking/dispute.ts';
import { situationOf, type Situation } from '../tracking/situation.ts';
import { payingOf } from '../bond/paying.ts';

/** What a payer is shown of a bond: the money, and nothing of the case. */
export interface PaidBond extends OwnBond {
  readonly traveller: string;
  readonly situation: Situation;
  readonly refund: TrackedWay | null;
  /** Money beyond the bond that goes back. */
  readonly surpluses: readonly TrackedWay[];
  readonly breach: BreachSummary | null;
  /** What their bank says of the payment; null where it says nothing. */
  readonly dispute: OwnDispute | null;
  readonly now: Instant;
  /** Money that came for the bond and did not count towards it. */
  readonly notCounted: readonly CameBeside[];
}

/** Bonds that whoever asks pays for. Names are opened, in the trail: needs a writing transaction. */
@Injectable()
export class PaidBonds {
  constructor(
    private readonly own: OwnBonds,
    private readonly bonds: BondQueries,
    private readonly payers: Payers,
    private readonly refunds: RefundQueries,
    private readonly breaches: BreachReading,
    private readonly disputes: DisputeQueries,
    private readonly suspense: SuspenseOutcomes,
  ) {}

  async list(tx: Tx): Promise<PaidBond[]> {
    const found: PaidBond[] = [];
    for (const bond of await this.bonds.ofPayer(tx)) found.push(await this.of(tx, bond));
    return found;
  }

  /** One that somebody else's visa hangs on; null where whoever asks does not pay, or travels. */
  async forSomebodyElse(tx: Tx, reference: string): Promise<PaidBond | null> {
    const bond = await this.bonds.byReference(tx, reference);
    if (!bond) return null;
    const { isPayer, isApplicant } = await this.own.of(tx, bond);
    return isPayer && !isApplicant ? this.of(tx, bond) : null;
  }

  private async of(tx: Tx, bond: BondView): Promise<PaidBond> {
    const own = await this.own.of(tx, bond);
    const { caseId, state } = bond.bond;
    const refund = await this.refunds.tracker(tx, caseId);
    const breach = await this.breaches.summary(tx, bond.bond);
    const dispute = await this.disputes.ofCase(tx, caseId);
    return {
      ...own,
      traveller: await this.payers.travellerOf(tx, bond.bond, 'own_payments'),
      situation: situationOf({
        // The state of the case stays shut: as if nothing but the bond were known of it.
        caseState: 'bond_posted',
        bondState: state,
        isSigned: bond.signedAt !== null,
        paying: payingOf(bond)?.kind ?? null,
        isPayer: true,
        asked: null,
        isEvidenceSent: false,
        isDisputed: isStoppedByDispute(dispute, bond.bond, tx.now),
        breach: breach?.standing ?? null,
        refund: refund && { next: refund.next, isReturned: refund.returnedOn !== null },
      }),
      surpluses: await this.refunds.surpluses(tx, caseId),
      ...{ refund, breach, now: tx.now },
      dispute,
      notCounted: await this.suspense.ofBond(tx, bond.bond.id),
    };
  }
}

/** Their amounts together, one sum for each currency. */
export function totalsOf(bonds: readonly PaidBond[]): Money[] {
  const byCurrency = new Map<string, Money>();
  for (const { bond } of bonds) {
    const { currency } = bond.amount;
    const before = byCurrency.get(currency);
    byCurrency.set(currency, before ? addMoney(before, bond.amount) : bond.amount);
  }
  return [...byCurrency.values()];
}
