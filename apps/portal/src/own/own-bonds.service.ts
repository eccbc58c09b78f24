import { Injectable } from '@nestjs/common';
import { BondQueries, type BondView } from '#bond-escrow';
import type { Tx } from '#platform';
import { OwnCases, type OwnCase } from './own-cases.service.ts';

export interface OwnBond extends OwnCase {
  readonly bond: BondView;
}

/** The bond of one's own case. There is none before an officer's direction, and no page for it (R6). */
@Injectable()
export class OwnBonds {
  constructor(
    private readonly own: OwnCases,
    private readonly bonds: BondQueries,
  ) {}

  async one(tx: Tx, reference: string): Promise<OwnBond | null> {
    const own = await this.own.one(tx, reference);
    const bond = await this.bonds.ofCase(tx, own.row.id);
    return bond && { ...own, bond };
  }
}
