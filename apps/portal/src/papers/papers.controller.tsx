import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { CaseAnswers } from '#application';
import { receiptOf, Undertakings } from '#bond-escrow';
import { Papers } from '#notification';
import { Database } from '#platform';
import { SuspenseOutcomes } from '#refund';
import { Asking, type AccountCtx, Needs, SeeOther, View } from '#web';
import { OwnBonds } from '../own/own-bonds.service.ts';
import { OwnCases } from '../own/own-cases.service.ts';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { ReceiptPage } from './receipt.page.tsx';
import { SubmittedPage } from './submitted.page.tsx';

/** What the applicant and the payer keep: read again and printed. Opening them is in the trail. */
@Controller('cases/:reference')
export class PapersController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly bonds: OwnBonds,
    private readonly answers: CaseAnswers,
    private readonly undertakings: Undertakings,
    private readonly suspense: SuspenseOutcomes,
    private readonly papers: Papers,
  ) {}

  @Get('application')
  @Needs('case.own')
  submitted(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const submission = await this.answers.submission(tx, own.row.id, 'own_copy');
      if (!submission) return new SeeOther(`/cases/${own.row.reference}`);
      return <SubmittedPage {...{ view, own, submission }} />;
    });
  }

  /** There is no receipt before the bond was received in full. */
  @Get('bond/receipt')
  @Needs('bond.pay')
  receipt(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    return this.database.write(ctx, async (tx) => {
      const own = await this.bonds.one(tx, reference);
      if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
      const { bond } = own.bond;
      const payment = receiptOf(own.bond, await this.suspense.ofBond(tx, bond.id));
      const signed = await this.undertakings.copy(tx, bond, 'receipt');
      if (!payment || !bond.heldAt || !signed) throw new NotFoundException();
      const code = await this.papers.codeOf(tx, 'receipt', bond.id);
      return <ReceiptPage {...{ view, own, payment, signed, code }} heldAt={bond.heldAt} />;
    });
  }
}
