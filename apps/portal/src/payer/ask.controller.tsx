import { isToPost, PayerChanges, PayerInvitations, type NotAskable } from '#bond-escrow';
import { Database } from '#platform';
import {
  Asking,
  FormPipe,
  invalid,
  Limited,
  Needs,
  SeeOther,
  View,
  type AccountCtx,
  type FieldError,
  type PostedForm,
} from '#web';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';
import type { PortalView } from '../text/index.ts';
import { caseWith, type CaseNotice } from '../tracking/notices.ts';
import { AskPayerForm } from './ask.form.ts';
import { AskPayerPage } from './ask.page.tsx';

/** What can be mended is shown on the form again; all else on the case's page. */
const MENDED = {
  bad_email: { field: 'email', key: 'payer.error.emailWrong' },
  own_address: { field: 'email', key: 'payer.error.own' },
} as const satisfies Record<string, FieldError>;
const SAID: Record<Exclude<NotAskable, keyof typeof MENDED>, CaseNotice> = {
  wrong_state: 'not_payable',
  too_late: 'too_late',
  money_on_its_way: 'payer_fixed',
  asked_already: 'payer_asked_already',
  too_many_invitations: 'payer_too_many',
};

/** The applicant asks somebody else to pay, and either side ends it until money is on its way. */
@Controller('cases/:reference/bond/payer')
@Needs('bond.pay')
export class AskPayerController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnBonds,
    private readonly invitations: PayerInvitations,
    private readonly changes: PayerChanges,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const own = await this.open(ctx, reference);
    if (own instanceof SeeOther) return own;
    const values = { language: view.lang };
    return <AskPayerPage {...{ view, reference: own.row.reference, values }} />;
  }

  @Post()
  @Limited({ name: 'ask-payer', points: 20, seconds: 3600, by: 'account' })
  async ask(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(AskPayerForm)) form: PostedForm<AskPayerForm>,
  ) {
    const own = await this.open(ctx, reference);
    if (own instanceof SeeOther) return own;
    const { value } = form;
    const again = (errors: readonly FieldError[]) => {
      const values = { ...value };
      return invalid(<AskPayerPage {...{ view, reference: own.row.reference, values, errors }} />);
    };
    if (form.errors.length > 0) return again(form.errors);
    const { email, language } = value;
    const { id: bondId } = own.bond.bond;
    const asked = await this.database.write(ctx, (tx) =>
      this.invitations.ask(tx, { bondId, email, language }),
    );
    if (asked.ok) return new SeeOther(caseWith(own.row.reference, 'payer_asked'));
    const { code } = asked;
    if (code === 'bad_email' || code === 'own_address') return again([MENDED[code]]);
    return new SeeOther(caseWith(own.row.reference, SAID[code]));
  }

  /** The applicant pays again. */
  @Post('take-back')
  takeBack(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.end(ctx, reference, 'isApplicant', (tx, id) => this.changes.takeBack(tx, id));
  }

  /** The payer does not pay after all, and sees the bond no more. */
  @Post('step-back')
  stepBack(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.end(ctx, reference, 'isPayer', (tx, id) => this.changes.stepBack(tx, id));
  }

  private async end(
    ctx: AccountCtx,
    reference: string,
    side: 'isApplicant' | 'isPayer',
    end: PayerChanges['takeBack'],
  ) {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const home = own.row.reference;
    if (!own[side]) return new SeeOther(caseWith(home, 'not_the_payer'));
    const ended = await this.database.write(ctx, (tx) => end(tx, own.bond.bond.id));
    if (!ended.ok) return new SeeOther(caseWith(home, 'payer_fixed'));
    return new SeeOther(own.isApplicant ? caseWith(home, 'payer_ended') : '/bonds');
  }

  /** The form, where there is something to ask of somebody. */
  private async open(ctx: AccountCtx, reference: string): Promise<OwnBond | SeeOther> {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const home = own.row.reference;
    if (!own.isApplicant) return new SeeOther(caseWith(home, 'not_the_payer'));
    if (!own.isPayer) return new SeeOther(caseWith(home, 'payer_asked_already'));
    if (!isToPost(own.bond.bond.state)) return new SeeOther(caseWith(home, 'not_payable'));
    return own;
  }
}
