import { Cases } from '#application';
import { AuditLog } from '#audit';
import { receivedPaymentIdOf } from '#bond-escrow';
import { receivedPaymentOf } from '#ledger';
import type { Tx } from '#platform';
import type { Applied, FactHandler, WarningFact } from '#processor';
import { Injectable } from '@nestjs/common';
import { caseOfPayment } from './freeze.queries.ts';
import { CaseFreezes } from './case-freezes.service.ts';

/** A bank that warns of fraud stops the case that its card paid for, until two people have looked. */
@Injectable()
export class WarningFactHandler implements FactHandler<WarningFact> {
  constructor(
    private readonly cases: Cases,
    private readonly freezes: CaseFreezes,
    private readonly audit: AuditLog,
  ) {}

  /** A warning only ever stops a case once, whatever order its news come in. */
  versionOf(): Promise<null> {
    return Promise.resolve(null);
  }

  async apply(tx: Tx, fact: WarningFact): Promise<Applied> {
    if (!fact.processorPaymentId) return { parked: 'of_no_payment' };
    const receivedPaymentId = receivedPaymentIdOf(fact.processorPaymentId);
    if (!(await receivedPaymentOf(tx, receivedPaymentId))) return 'later';
    const caseId = await caseOfPayment(tx, receivedPaymentId);
    if (!caseId) return { parked: 'warning_of_no_bond' };
    const theCase = await this.cases.lock(tx, caseId);
    await this.audit.write(tx, {
      action: 'fraud_warning.received',
      subjectKind: 'visa_case',
      subjectId: theCase.id,
      details: {
        ...{ warning: fact.processorWarningId, payment: fact.processorPaymentId },
        actionable: fact.isActionable ? 'yes' : 'no',
      },
    });
    // What is disputed or returned already is stopped by that, or there is nothing left to stop.
    if (fact.isActionable) await this.freezes.warned(tx, theCase, fact.processorWarningId);
    return 'applied';
  }
}
