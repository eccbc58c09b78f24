import { BreachReading, type BreachView } from '#breach';
import type { Tx } from '#platform';
import { Injectable, NotFoundException } from '@nestjs/common';
import { OwnCases, type OwnCase } from '../own/own-cases.service.ts';

export interface OwnBreach extends OwnCase {
  readonly breach: BreachView;
}

/** The file of one's own case; for anybody else it does not exist. */
@Injectable()
export class OwnBreaches {
  constructor(
    private readonly own: OwnCases,
    private readonly reading: BreachReading,
  ) {}

  /** What was written is opened, in the trail: needs a writing transaction. */
  async one(tx: Tx, reference: string): Promise<OwnBreach> {
    const own = await this.own.one(tx, reference);
    const breach = await this.reading.ofCase(tx, own.row.id);
    if (!breach) throw new NotFoundException();
    return { ...own, breach };
  }
}
