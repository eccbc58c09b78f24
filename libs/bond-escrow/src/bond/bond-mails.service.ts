import { CaseMails, type CaseRow } from '#application';
import { dayIn, money } from '#kernel';
import { Papers, type PaperKind } from '#notification';
import type { Tx } from '#platform';
import type { ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from './bond.entity.ts';

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
    await this.send(tx, row, bond, consulate, template, { postBy: bond.postBy, paperCode });
  }

  /** Its money is here: there is a receipt. */
  async received(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView): Promise<void> {
    await this.issue(tx, row, bond, consulate, 'receipt');
    await this.send(tx, row, bond, consulate, 'payment_received');
  }

  /** How a payment fares that takes days. */
  paying(tx: Tx, bond: Bond, template: 'payment_in_part' | 'payment_failed'): Promise<void> {
    const { payerContactPointId: contactPointId, reference } = bond;
    return this.mails.send(tx, { contactPointId, template, reference });
  }

  lapsed(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView): Promise<void> {
    return this.send(tx, row, bond, consulate, 'bond_lapsed');
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

  /** A payer who is not the applicant is told what concerns a payer, in words of their own. */
  private async send(
    tx: Tx,
    { reference, applicantAccountId, contactPointId: applicants }: CaseRow,
    bond: Bond,
    consulate: ConsulateView,
    template: BondMail,
    more: { postBy?: Bond['postBy']; paperCode?: string } = {},
  ): Promise<void> {
    const { payerContactPointId: contactPointId } = bond;
    const facts = { amount: money(bond.amountMinor, bond.currency), ...more };
    const order = { reference, facts, consulate };
    if (bond.payerAccountId === applicantAccountId) {
      return this.mails.send(tx, { ...order, contactPointId, template });
    }
    await this.mails.send(tx, { ...order, contactPointId: applicants, template });
    await this.mails.send(tx, { ...order, contactPointId, template: TO_PAYERS[template] });
  }
}

const TO_PAYERS = {
  bond_required: 'payer_terms',
  bond_corrected: 'payer_terms',
  payment_received: 'payer_paid',
  bond_lapsed: 'payer_lapsed',
} as const satisfies Record<BondMail, string>;
