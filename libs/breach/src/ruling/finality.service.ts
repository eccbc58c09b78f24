import { Cases, type CaseRow } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { isZero } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LockedFile } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { Forfeits } from './forfeits.service.ts';

/** A breach becomes final, and only then is money the state's (R23); and how bond and case end. */
@Injectable()
export class Finality {
  constructor(
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly books: LedgerQueries,
    private readonly forfeits: Forfeits,
    private readonly trail: BreachTrail,
  ) {}

  /** `bond` is declared or upheld, and locked. */
  async final(tx: Tx, { theCase, file, bond }: LockedFile): Promise<void> {
    const moved = await this.bonds.move(tx, bond, 'became_final');
    await this.forfeits.settle(tx, { file, bond });
    await this.trail.note(tx, file, 'final');
    await this.closeWhenEmpty(tx, moved);
    await this.decideStay(tx, theCase);
    await this.trail.tell(tx, file, bond);
  }

  /** The bond is over when all its money has moved. */
  async closeWhenEmpty(tx: Tx, bond: Bond): Promise<void> {
    const figures = await this.books.bond(tx, bond.id);
    if (!figures || isZero(figures.held)) await this.bonds.close(tx, [bond]);
  }

  /** The case is over with its stay, if nothing else ended it before. */
  async decideStay(tx: Tx, theCase: CaseRow): Promise<void> {
    if (theCase.state !== 'travelling' && theCase.state !== 'visa_issued') return;
    await this.cases.close(tx, theCase, 'stay_decided');
  }
}
