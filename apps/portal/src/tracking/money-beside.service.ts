import type { BondView } from '#bond-escrow';
import type { Tx } from '#platform';
import { DisputeQueries, SuspenseOutcomes, type CameBeside, type OwnDispute } from '#refund';
import { Injectable } from '@nestjs/common';

/** What happens to money of a bond beside its own course. */
export interface BesideTheBond {
  /** Money that came for the bond and did not count towards it. */
  readonly notCounted: readonly CameBeside[];
  /** What the payer's bank says of the payment; null where it says nothing. */
  readonly dispute: OwnDispute | null;
}

@Injectable()
export class MoneyBeside {
  constructor(
    private readonly suspense: SuspenseOutcomes,
    private readonly disputes: DisputeQueries,
  ) {}

  async of(tx: Tx, bond: BondView | null): Promise<BesideTheBond> {
    if (!bond) return { notCounted: [], dispute: null };
    return {
      notCounted: await this.suspense.ofBond(tx, bond.bond.id),
      dispute: await this.disputes.ofCase(tx, bond.bond.caseId),
    };
  }
}
