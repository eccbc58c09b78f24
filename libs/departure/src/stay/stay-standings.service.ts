import { CaseQueries, type CaseView } from '#application';
import { BondQueries } from '#bond-escrow';
import { dayIn, ok, refused, type PlainDate, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import {
  mayCount,
  STAY_FACTS_MAX,
  type StayDays,
  type StayStanding,
} from '../domain/decide-stay.ts';
import { StayFactStore, type Side } from './stay-fact.store.ts';

/** Everything that decides about what is reported of a stay. */
export interface StayFacts extends StayStanding, StayDays {
  readonly bondId: string | null;
  /** Where the stay is; before it, where the case is. */
  readonly today: PlainDate;
}

export type StayReportRefusal = 'no_stay' | 'bond_decided' | 'being_checked' | 'too_often';

/** How a stay and its bond stand, for whoever reports, decides or carries out. */
@Injectable()
export class StayStandings {
  constructor(
    private readonly store: StayFactStore,
    private readonly bonds: BondQueries,
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
  ) {}

  async of(tx: Tx, theCase: CaseView): Promise<StayFacts> {
    const { visa } = theCase;
    const bond = await this.bonds.ofCase(tx, theCase.id);
    const consulate = await this.programmes.consulate(tx, theCase.consulateId);
    if (!consulate) throw new Error('a case without its consulate');
    return {
      ...{ caseState: theCase.state, bondState: bond?.bond.state ?? null },
      bondId: bond?.bond.id ?? null,
      ...{ admittedOn: visa?.admittedOn ?? null, leaveBy: visa?.leaveBy ?? null },
      today: dayIn(tx.now, visa?.stayZone ?? consulate.timeZone),
    };
  }

  async ofCase(tx: Tx, caseId: string): Promise<StayFacts> {
    const theCase = await this.cases.byId(tx, caseId);
    if (!theCase) throw new Error('a fact of a case that is not there');
    return this.of(tx, theCase);
  }

  /** Whether one may be reported now. A draft goes on; the others are with officers. */
  async mayReport(
    tx: Tx,
    theCase: CaseView,
    side: Side,
  ): Promise<Result<StayFacts, StayReportRefusal>> {
    const facts = await this.of(tx, theCase);
    const may = mayCount(side.kind, facts);
    if (!may.ok) return may;
    const open = await this.store.lockOpen(tx, theCase.id, side);
    if (open?.state === 'draft') return ok(facts);
    if (await this.store.hasOpen(tx, theCase.id, side)) return refused('being_checked');
    const sent = await this.store.count(tx, theCase.id, side.kind);
    return sent < STAY_FACTS_MAX ? ok(facts) : refused('too_often');
  }
}
