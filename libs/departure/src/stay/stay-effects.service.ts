import { CaseQueries, Cases, type CaseRow } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { ok, type PlainDate, type Result } from '#kernel';
import type { Tx } from '#platform';
import { departureDueOn, Programmes } from '#programme';
import { RefundDecisions, type FrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import { afterExtension, isFactOvertaken } from '../domain/decide-stay.ts';
import type { EvidenceRequest } from '../silence/evidence-request.entity.ts';
import { EvidenceRequests } from '../silence/evidence-requests.service.ts';
import type { StayFact } from './stay-fact.entity.ts';
import { StayTrail } from './stay-trail.service.ts';

type NotDone = FrozenCode | 'amount_changed';

/** What each fact does to stay, bond and money. Case and bond are locked. */
@Injectable()
export class StayEffects {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseQueries,
    private readonly bonds: Bonds,
    private readonly refunds: RefundDecisions,
    private readonly programmes: Programmes,
    private readonly requests: EvidenceRequests,
    private readonly trail: StayTrail,
  ) {}

  /** Nothing comes of it any more. */
  async isOvertaken(tx: Tx, fact: StayFact, theCase: CaseRow, bond: Bond | null): Promise<boolean> {
    const { visa } = await this.views.view(tx, theCase);
    const standing = { caseState: theCase.state, bondState: bond?.state ?? null };
    return isFactOvertaken(fact, { ...standing, leaveBy: visa?.leaveBy ?? null });
  }

  async apply(
    tx: Tx,
    fact: StayFact,
    theCase: CaseRow,
    bond: Bond | null,
  ): Promise<Result<true, NotDone>> {
    if (fact.kind === 'death') return this.died(tx, fact, theCase, bond);
    if (fact.kind === 'extension') await this.extend(tx, fact.acceptedDay!, theCase, bond);
    else await this.refer(tx, fact, theCase, bond!);
    return ok(true);
  }

  /** The last day moves, and with it what follows from it (R17). */
  private async extend(
    tx: Tx,
    until: PlainDate,
    theCase: CaseRow,
    bond: Bond | null,
  ): Promise<void> {
    const { visa } = await this.views.view(tx, theCase);
    const { programmeCode, programmeVersion } = theCase;
    const { rules } = await this.programmes.version(tx, programmeCode, programmeVersion);
    const departedOn = visa?.departedOn ?? null;
    await this.cases.extended(tx, theCase, { until, dueOn: departureDueOn(until, rules) });
    const then = afterExtension({ bondState: bond?.state ?? null, departedOn, leaveBy: until });
    if (then === 'dates_only' || !bond) return;
    await this.endRequest(tx, bond, 'extended');
    const held = await this.bonds.stayExtended(tx, bond);
    if (then !== 'departed_in_time') return;
    await this.refunds.cancelByRule(tx, { theCase, bond: held }, 'R15a', null);
    await this.cases.close(tx, theCase, 'departed_in_time');
  }

  /** Suspected breach, for an adjudicator; no record is waited for meanwhile (R16). */
  private async refer(tx: Tx, fact: StayFact, theCase: CaseRow, bond: Bond): Promise<void> {
    await this.endRequest(tx, bond, 'referred');
    await this.bonds.refer(tx, bond, 'application_to_stay');
    await this.cases.notAwaited(tx, theCase);
    await this.trail.tell(tx, fact, 'case_to_read');
  }

  /**
   * The conditions can be broken no more: all goes back (R15e). Where the payer is who died, it waits
   * for the treasury, who finds the estate (R11).
   */
  private async died(
    tx: Tx,
    fact: StayFact,
    theCase: CaseRow,
    bond: Bond | null,
  ): Promise<Result<true, NotDone>> {
    if (bond) {
      const isPayers = bond.payerAccountId === theCase.applicantAccountId;
      const decision = { rule: 'R15e', decisionId: fact.decisionId! };
      const waits = isPayers ? ({ waitsBecause: 'payer_died' } as const) : {};
      const returned = await this.refunds.cancelByPeople(
        tx,
        { theCase, bond },
        { ...decision, ...waits },
      );
      if (!returned.ok) return returned;
      await this.endRequest(tx, bond, 'died');
    }
    await this.cases.notAwaited(tx, theCase);
    await this.cases.close(tx, theCase, 'traveller_died');
    return ok(true);
  }

  private async endRequest(
    tx: Tx,
    bond: Bond,
    outcome: NonNullable<EvidenceRequest['outcome']>,
  ): Promise<void> {
    const request = await this.requests.openOf(tx, bond.id);
    if (request) await this.requests.end(tx, request, outcome);
  }
}
