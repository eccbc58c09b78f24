import { CaseMails, Cases, type CaseView } from '#application';
import { AuditLog } from '#audit';
import { Bonds, type Bond } from '#bond-escrow';
import { addDays, dayIn, daysBetween, type Instant } from '#kernel';
import { newId, type Tx } from '#platform';
import { evidenceDueOn, Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { EvidenceRequest } from './evidence-request.entity.ts';
import { EvidenceRequestStore } from './evidence-request.store.ts';

/** A request for proof of departure and its clock. The caller holds the locks of case and bond. */
@Injectable()
export class EvidenceRequests {
  constructor(
    private readonly store: EvidenceRequestStore,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly programmes: Programmes,
    private readonly mails: CaseMails,
    private readonly audit: AuditLog,
  ) {}

  /** The one that is not over; null when there is none. */
  openOf(tx: Tx, bondId: string): Promise<EvidenceRequest | null> {
    return this.store.open(tx, bondId);
  }

  /** No departure is recorded: the traveller is asked, and told only that there is news to read. */
  async open(tx: Tx, theCase: CaseView, bond: Bond): Promise<void> {
    const { programmeCode, programmeVersion, consulateId } = theCase;
    const [{ rules }, consulate] = await Promise.all([
      this.programmes.version(tx, programmeCode, programmeVersion),
      this.programmes.consulate(tx, consulateId),
    ]);
    if (!consulate || !theCase.visa?.admittedOn) throw new Error('a stay without its admission');
    const zone = consulate.timeZone;
    const answerOn = evidenceDueOn(dayIn(tx.now, zone), rules);
    const request: EvidenceRequest = {
      ...{ id: newId(), caseId: theCase.id, bondId: bond.id, programmeCode },
      applicantAccountId: theCase.applicantAccountId,
      payerAccountId: bond.payerAccountId,
      ...{ silentFrom: theCase.visa.admittedOn, zone, answerOn, requestedAt: tx.now },
      ...{ answeredAt: null, endedAt: null, outcome: null },
    };
    await this.bonds.requestEvidence(tx, bond);
    await this.cases.evidenceRequested(tx, theCase);
    await this.store.add(tx, request);
    await this.note(tx, request, 'requested', { answer_on: `${answerOn}` });
    await this.tell(tx, theCase);
    // Who pays for somebody else has nothing to answer, and money that hangs on the answer.
    if (bond.payerAccountId !== theCase.applicantAccountId) {
      await this.tell(tx, { ...theCase, contactPointId: bond.payerContactPointId });
    }
  }

  /** The traveller has answered: while officers look at it, the clock stands still (R31). */
  async answered(tx: Tx, request: EvidenceRequest): Promise<void> {
    if (request.answeredAt) return;
    await this.store.update(tx, request, { answeredAt: tx.now });
    await this.note(tx, request, 'answered');
  }

  /**
   * The answer is not enough: the clock goes on, later by as many days as it stood still (R31). Not
   * while officers still have another.
   */
  async goesOn(tx: Tx, request: EvidenceRequest): Promise<void> {
    if (!request.answeredAt || (await this.store.isWithOfficers(tx, request.caseId))) return;
    const day = (at: Instant) => dayIn(at, request.zone);
    const stood = daysBetween(day(request.answeredAt), day(tx.now));
    const answerOn = addDays(request.answerOn, stood);
    await this.store.update(tx, request, { answeredAt: null, answerOn });
    await this.note(tx, request, 'goes_on', { answer_on: `${answerOn}` });
  }

  async end(
    tx: Tx,
    request: EvidenceRequest,
    outcome: NonNullable<EvidenceRequest['outcome']>,
  ): Promise<void> {
    await this.store.update(tx, request, { endedAt: tx.now, outcome });
    await this.note(tx, request, 'ended', { outcome });
  }

  /** Only that there is something to read: what it is stays behind the sign-in. */
  tell(tx: Tx, { contactPointId, reference, consulateId }: CaseView): Promise<void> {
    return this.mails.send(tx, {
      contactPointId,
      template: 'case_to_read',
      reference,
      consulateId,
    });
  }

  private note(
    tx: Tx,
    { id, bondId }: EvidenceRequest,
    what: string,
    details: Record<string, string> = {},
  ): Promise<void> {
    return this.audit.write(tx, {
      action: `evidence_request.${what}`,
      subjectKind: 'evidence_request',
      subjectId: id,
      details: { ...details, bond: bondId },
    });
  }
}
