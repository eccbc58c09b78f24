import { CaseQueries, type CaseRow } from '#application';
import { Bonds, type Bond, type SuspenseRow } from '#bond-escrow';
import { dayIn, type PlainDate } from '#kernel';
import { newId, type Tx } from '#platform';
import { Programmes, promisedBy, type ConsulateView, type Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { strictestPromise } from '../domain/decide-suspense.ts';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';

/** Money that belongs to no bond goes back (R6). */
const RULE = 'R6';

/** The bond that the money came for and its case, locked; null where it names none of ours. */
export interface CameFor {
  readonly theCase: CaseRow;
  readonly bond: Bond;
}

interface Promised {
  readonly zone: string;
  readonly rules: Pick<Rules, 'refundPromiseDays'>;
  readonly consulate?: ConsulateView;
}

/** Makes a refund of what two people decided to return out of suspense. Only the worker may. */
@Injectable()
export class SuspenseReturns {
  constructor(
    private readonly refunds: RefundStore,
    private readonly newDisbursements: NewDisbursements,
    private readonly programmes: Programmes,
    private readonly bonds: Bonds,
    private readonly cases: CaseQueries,
  ) {}

  /** It leaves at once: two people decided, so that no rule has to be slowed down. */
  async make(
    tx: Tx,
    row: SuspenseProposal,
    item: SuspenseRow,
    cameFor: CameFor | null,
  ): Promise<Refund> {
    const { zone, rules, consulate } = await this.promiseOf(tx, cameFor);
    const refund: Refund = {
      ...{ id: newId(), ownerKind: 'received_payment', ownerId: row.receivedPaymentId, rule: RULE },
      ...whose(cameFor),
      ...{ decisionId: row.decisionId!, amountMinor: row.amountMinor, currency: row.currency },
      ...{ borderClientId: null, waitsBecause: null, createdAt: tx.now, zone, returnedOn: null },
      promisedBy: promisedBy(dayIn(tx.now, zone), rules),
    };
    await this.refunds.add(tx, refund);
    const processorPaymentId = item.processorPaymentId!;
    const isWayClosed = await this.bonds.isWayClosed(tx, processorPaymentId);
    const way = { processorPaymentId, isWayClosed, ...(consulate && { consulate }) };
    await this.newDisbursements.first(tx, refund, way, { kind: 'leaves', at: null });
    return refund;
  }

  /** The day by which it would be back if it left today, for the page that asks. */
  async promisedFor(tx: Tx, { bondId }: SuspenseRow): Promise<PlainDate> {
    const bond = bondId ? await this.bonds.find(tx, bondId) : null;
    const theCase = bond && (await this.cases.byId(tx, bond.caseId));
    const { zone, rules } = await this.promiseOf(tx, theCase && { theCase });
    return promisedBy(dayIn(tx.now, zone), rules);
  }

  /** Of its programme; where none is known, the shortest that any of them promises. */
  private async promiseOf(tx: Tx, cameFor: Pick<CameFor, 'theCase'> | null): Promise<Promised> {
    if (!cameFor) return { zone: 'UTC', rules: strictestPromise(await this.programmes.all(tx)) };
    const { programmeCode, programmeVersion, consulateId } = cameFor.theCase;
    const { rules } = await this.programmes.version(tx, programmeCode, programmeVersion);
    const consulate = await this.programmes.consulate(tx, consulateId);
    if (!consulate) throw new Error('a case without a consulate');
    return { zone: consulate.timeZone, rules, consulate };
  }
}

const whose = (of: CameFor | null) => ({
  bondId: of?.bond.id ?? null,
  caseId: of?.theCase.id ?? null,
  reference: of?.bond.reference ?? null,
  applicantAccountId: of?.bond.applicantAccountId ?? null,
  payerAccountId: of?.bond.payerAccountId ?? null,
  payerContactPointId: of?.bond.payerContactPointId ?? null,
  programmeCode: of?.theCase.programmeCode ?? null,
});
