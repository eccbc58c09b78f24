import { InclusionProofs } from '#audit';
import { receiptOf, Undertakings } from '#bond-escrow';
import { RECEIVED_PAYMENTS } from '#ledger';
import { Papers, renderLetter } from '#notification';
import { Config, Database, type Tx } from '#platform';
import { SuspenseOutcomes } from '#refund';
import {
  Asking,
  type AccountCtx,
  letterFile,
  Limited,
  Needs,
  SeeOther,
  SendsFile,
  View,
} from '#web';
import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { OwnBonds } from '../own/own-bonds.service.ts';
import { proofFile } from '../proof/inclusion.view.tsx';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import type { BondReceipt } from './receipt.facts.ts';
import { receiptLetter } from './receipt.letter.ts';
import { ReceiptPage } from './receipt.page.tsx';

/** The payer's receipt, to read and to keep. Opening it is in the trail. */
@Controller('cases/:reference/bond')
@Needs('bond.pay')
export class ReceiptController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly undertakings: Undertakings,
    private readonly suspense: SuspenseOutcomes,
    private readonly papers: Papers,
    private readonly proofs: InclusionProofs,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('receipt')
  show(@View() view: PortalView, @Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.database.show(ctx, async (tx) => {
      const receipt = await this.open(tx, reference);
      if (!receipt) return new SeeOther(caseWith(reference, 'no_bond'));
      return <ReceiptPage {...{ view, receipt }} />;
    });
  }

  @Get('receipt.pdf')
  @SendsFile()
  @Limited({ name: 'receipt', points: 60, seconds: 3600, by: 'account' })
  async file(
    @View() { lang }: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const receipt = await this.database.show(ctx, (tx) => this.open(tx, reference));
    if (!receipt) return new SeeOther(caseWith(reference, 'no_bond'));
    const pdf = await renderLetter(receiptLetter(receipt, lang, this.config.portalUrl));
    return letterFile(pdf, receipt.own.row.reference);
  }

  /** With the record itself, which the page of everybody does not show. */
  @Get('receipt-proof.json')
  @SendsFile()
  @Limited({ name: 'receipt-proof', points: 60, seconds: 3600, by: 'account' })
  async proof(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    const receipt = await this.database.show(ctx, (tx) => this.open(tx, reference));
    if (!receipt) return new SeeOther(caseWith(reference, 'no_bond'));
    if (!receipt.proof) throw new NotFoundException();
    return proofFile(receipt.proof);
  }

  /** There is none before the bond was received in full; null where no bond was asked. */
  private async open(tx: Tx, reference: string): Promise<BondReceipt | null> {
    const own = await this.bonds.one(tx, reference);
    if (!own) return null;
    const { bond } = own.bond;
    const payment = receiptOf(own.bond, await this.suspense.ofBond(tx, bond.id));
    const signed = await this.undertakings.copy(tx, bond, 'receipt');
    if (!payment || !bond.heldAt || !signed) throw new NotFoundException();
    const code = await this.papers.codeOf(tx, 'receipt', bond.id);
    const { receivedPaymentId } = payment;
    const proof =
      receivedPaymentId && (await this.proofs.ofRow(tx, RECEIVED_PAYMENTS, receivedPaymentId));
    return { own, payment, signed, heldAt: bond.heldAt, code, proof: proof || null };
  }
}
