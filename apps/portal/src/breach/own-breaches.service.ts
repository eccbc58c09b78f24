import { BreachReading, type BreachView } from '#breach';
import type { Tx } from '#platform';
import { Injectable, NotFoundException } from '@nestjs/common';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';

export interface OwnBreach extends OwnBond {
  readonly breach: BreachView;
}

/** The file of a bond to which one is a party; for anybody else it does not exist. */
@Injectable()
export class OwnBreaches {
  constructor(
    private readonly own: OwnBonds,
    private readonly reading: BreachReading,
  ) {}

  /** What was written is opened, in the trail: needs a writing transaction. */
  async one(tx: Tx, reference: string): Promise<OwnBreach> {
    const own = await this.own.one(tx, reference);
    const breach = own && (await this.reading.ofCase(tx, own.bond.bond.caseId));
    if (!breach) throw new NotFoundException();
    return { ...own, breach };
  }
}
