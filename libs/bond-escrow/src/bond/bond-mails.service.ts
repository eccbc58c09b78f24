import { CaseMails, type CaseRow } from '#application';
import { dayIn, money } from '#kernel';
import { Papers, type PaperKind } from '#notification';
import type { Tx } from '#platform';
import type { ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from './bond.entity.ts';

type BondMail = 'bond_required' | 'bond_corrected' | 'payment_received' | 'bond_lapsed';

/** What the payer is told of the bond's steps, and the papers that come of them. */
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

  lapsed(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView): Promise<void> {
    return this.send(tx, row, bond, consulate, 'bond_lapsed');
  }

  private issue(tx: Tx, row: CaseRow, bond: Bond, consulate: ConsulateView, kind: PaperKind) {
    return this.papers.issue(tx, {
      ...{ kind, subjectId: bond.id, caseId: row.id, programmeCode: row.programmeCode },
      issuedOn: dayIn(tx.now, consulate.timeZone),
    });
  }

  private send(
    tx: Tx,
    { reference }: CaseRow,
    bond: Bond,
    consulate: ConsulateView,
    template: BondMail,
    more: { postBy?: Bond['postBy']; paperCode?: string } = {},
  ): Promise<void> {
    const { payerContactPointId: contactPointId } = bond;
    const facts = { amount: money(bond.amountMinor, bond.currency), ...more };
    return this.mails.send(tx, { contactPointId, template, reference, facts, consulate });
  }
}
