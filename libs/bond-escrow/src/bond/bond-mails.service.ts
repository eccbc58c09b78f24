import { CaseMails, type CaseMailFacts, type CaseMailOrder, type CaseRow } from '#application';
import { dayIn, money } from '#kernel';
import { Papers, type PaperKind } from '#notification';
import type { Tx } from '#platform';
import type { ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from './bond.entity.ts';

/** A bond with the case that it is of. */
export interface BondOfCase {
  readonly row: CaseRow;
  readonly bond: Bond;
}

type BondMail = 'bond_required' | 'bond_corrected' | 'payment_received' | 'bond_lapsed';

/** What payer and applicant are told of the bond's steps, and the papers that come of them. */
@Injectable()
export class BondMails {
  constructor(
    private readonly mails: CaseMails,
    private readonly papers: Papers,
  ) {}

  /** Asked for, or asked otherwise: a direction of its own, which can be checked by its code. */
  async asked(
    tx: Tx,
    row: CaseRow,
    bond: Bond,
    consulate: ConsulateView,
    template: 'bond_required' | 'bond_corrected' = 'bond_required',
  ): Promise<void> {
    const paperCode = await this.issue(tx, row, bond, consulate, 'direction');
    const facts = { postBy: bond.postBy, paperCode };
    await this.mails.sendAll(tx, ordersOf(row, bond, template, facts));
  }

  /** Its money is here: there is a receipt. */
  async received(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView): Promise<void> {
    await this.issue(tx, row, bond, consulate, 'receipt');
    await this.mails.sendAll(tx, ordersOf(row, bond, 'payment_received'));
  }

  /** How a payment fares that takes days. */
  paying(tx: Tx, bond: Bond, template: 'payment_in_part' | 'payment_failed'): Promise<void> {
    const { payerContactPointId: contactPointId, reference } = bond;
    return this.mails.send(tx, { contactPointId, template, reference });
  }

  lapsed(tx: Tx, lapsed: readonly BondOfCase[]): Promise<void> {
    const orders = lapsed.flatMap(({ row, bond }) => ordersOf(row, bond, 'bond_lapsed'));
    return this.mails.sendAll(tx, orders);
  }

  /** A bond is not needed any more; the applicant, who says so, knows. */
  async released(tx: Tx, row: CaseRow, bond: Bond): Promise<void> {
    if (bond.payerAccountId === row.applicantAccountId) return;
    const { payerContactPointId: contactPointId, reference } = bond;
    await this.mails.send(tx, { contactPointId, template: 'payer_released', reference });
  }

  private issue(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView, kind: PaperKind) {
    return this.papers.issue(tx, {
      ...{ kind, subjectId: bond.id, caseId: row.id, programmeCode: row.programmeCode },
      issuedOn: dayIn(tx.now, consulate.timeZone),
    });
  }
}

/** A payer who is not the applicant is told what concerns a payer, in words of their own. */
function ordersOf(
  { reference, consulateId, applicantAccountId, contactPointId: applicants }: CaseRow,
  bond: Bond,
  template: BondMail,
  more: CaseMailFacts = {},
): CaseMailOrder[] {
  const { payerContactPointId: contactPointId } = bond;
  const facts = { amount: money(bond.amountMinor, bond.currency), ...more };
  const order = { reference, facts, consulateId };
  if (bond.payerAccountId === applicantAccountId) return [{ ...order, contactPointId, template }];
  return [
    { ...order, contactPointId: applicants, template },
    { ...order, contactPointId, template: TO_PAYERS[template] },
  ];
}

const TO_PAYERS = {
  bond_required: 'payer_terms',
  bond_corrected: 'payer_terms',
  payment_received: 'payer_paid',
  bond_lapsed: 'payer_lapsed',
} as const satisfies Record<BondMail, string>;
