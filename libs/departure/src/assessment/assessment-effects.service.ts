import { Cases, type CaseView, type CloseReason } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import type { Zone } from '#kernel';
import type { Tx } from '#platform';
import { departureDueOn, Programmes } from '#programme';
import { RefundBrake, RefundDecisions } from '#refund';
import { type JOINED_BY_PEOPLE, Movements, type Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import type { Assessment } from '../domain/assess-movement.ts';
import { EvidenceRequests } from '../silence/evidence-requests.service.ts';
import type { Subject } from './subjects.service.ts';

type Cancelled = Extract<Assessment, { kind: 'cancel' }>;

/** Left out where the record itself named its traveller's document. */
export type AssessmentSource = typeof JOINED_BY_PEOPLE;

/** How each rule by which a record returns a bond ends the case (R15). */
const closeReasonOf: Readonly<Record<Cancelled['rule'], CloseReason>> = {
  R15a: 'departed_in_time',
  R15c: 'admission_refused',
};

/** Carries out what the rules said of a record. */
@Injectable()
export class AssessmentEffects {
  constructor(
    private readonly movements: Movements,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly refunds: RefundDecisions,
    private readonly brake: RefundBrake,
    private readonly programmes: Programmes,
    private readonly requests: EvidenceRequests,
  ) {}

  async apply(
    tx: Tx,
    movement: Movement,
    { theCase, bond, port }: Subject,
    assessment: Assessment,
    source?: AssessmentSource,
  ): Promise<void> {
    const by = (a: { document: string }) => byDocument(a, source);
    switch (assessment.kind) {
      case 'desk':
        await this.movements.setAside(tx, movement, assessment.why);
        // It may take back what decided a refund that is still in its hold.
        if (bond) await this.brake.contradicted(tx, bond.id);
        return;
      case 'nothing':
        return this.movements.markAssessed(tx, movement, assessment.why);
      case 'admit':
        await this.admit(tx, movement, { theCase: theCase!, zone: port!.zone }, assessment);
        return this.movements.markAssessed(tx, movement, 'admitted', by(assessment));
      case 'cancel':
        await this.cancel(tx, movement, theCase!, bond, assessment);
        return this.movements.markAssessed(tx, movement, assessment.rule, by(assessment));
      case 'refer':
        await this.cases.departed(tx, theCase!, assessment.on);
        await this.endRequest(tx, bond!, 'referred');
        await this.bonds.refer(tx, bond!, assessment.ground);
        return this.movements.markAssessed(
          tx,
          movement,
          `referred_${assessment.ground}`,
          by(assessment),
        );
    }
  }

  private async admit(
    tx: Tx,
    { documentId }: Movement,
    { theCase, zone }: { theCase: CaseView; zone: Zone },
    { on, leaveBy }: Extract<Assessment, { kind: 'admit' }>,
  ): Promise<void> {
    const { programmeCode, programmeVersion } = theCase;
    const { rules } = await this.programmes.version(tx, programmeCode, programmeVersion);
    const dueOn = departureDueOn(leaveBy, rules);
    await this.cases.admitted(tx, theCase, { on, leaveBy, documentId: documentId!, zone, dueOn });
  }

  /** The traveller was asked for this very departure. */
  private async endRequest(tx: Tx, bond: Bond, outcome: 'departed' | 'referred'): Promise<void> {
    if (bond.state !== 'evidence_requested') return;
    const request = await this.requests.openOf(tx, bond.id);
    if (request) await this.requests.end(tx, request, outcome);
  }

  private async cancel(
    tx: Tx,
    { clientId }: Movement,
    theCase: CaseView,
    bond: Bond | null,
    { rule, on }: Cancelled,
  ): Promise<void> {
    if (rule === 'R15a') await this.cases.departed(tx, theCase, on);
    // A bond whose money left by another way is closed already: only the case is left to end.
    if (bond?.state === 'held' || bond?.state === 'evidence_requested') {
      await this.endRequest(tx, bond, 'departed');
      await this.refunds.cancelByRule(tx, { theCase, bond }, rule, clientId);
    }
    await this.cases.close(tx, theCase, closeReasonOf[rule]);
  }
}

/** Which document it was stands in the trail beside the outcome, and whose word it was. */
const byDocument = ({ document }: { document: string }, source?: AssessmentSource) => ({
  document,
  ...(source && { source }),
});
