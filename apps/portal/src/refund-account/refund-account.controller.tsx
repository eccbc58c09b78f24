import { CURRENT } from '#account-pages';
import { CurrentPassword } from '#identity';
import { Database } from '#platform';
import { formatMoney } from '#kernel';
import { type NotGivable, RescueAccounts } from '#refund';
import {
  Asking,
  type AccountCtx,
  type Answers,
  FormPipe,
  invalid,
  Limited,
  Needs,
  SeeOther,
  UuidPipe,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { AccountForm, PasswordForm } from './account.form.ts';
import { accountPath } from './account-path.ts';
import { mayChange } from './account-panel.page.tsx';
import { AccountPage } from './account.page.tsx';
import { FallbackOffer } from './fallback-offer.page.tsx';
import { OwnRefunds, type OwnRefund } from './own-refund.service.ts';
import { problemOf, typed } from './typed-account.ts';

const NOTICE = { not_asked: 'account_not_asked', being_paid: 'account_being_paid' } as const;

/** A payer says to which bank account a refund goes that cannot go back as it came. */
@Controller('cases/:reference/refunds/:id/account')
@Needs('case.own')
export class RefundAccountController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnRefunds,
    private readonly accounts: RescueAccounts,
    private readonly passwords: CurrentPassword,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('id', UuidPipe) id: string,
  ) {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference, id));
    const closed = closedWhy(own);
    return closed ? notNow(own, closed) : pageOf({ view, own });
  }

  /** The account first, so that a slip in it costs no try of the password. */
  @Post()
  @Limited({ name: 'refund-account', points: 20, seconds: 3600, by: 'account' })
  async give(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(AccountForm)) form: PostedForm<AccountForm>,
  ) {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference, id));
    const closed = closedWhy(own);
    if (closed) return notNow(own, closed);
    const { current, ...values } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(pageOf({ view, own, values: { ...values }, errors }));
    if (form.errors.length > 0) return again(form.errors);
    const account = this.accounts.read(typed(form.value), own.refund.amount.currency);
    if (!account.ok) return again([problemOf(account.code)]);
    const known = await this.passwords.confirm(ctx, current, request.origin);
    if (!known.ok) return again([CURRENT[known.code]]);
    const given = await this.database.write(ctx, (tx) => this.accounts.give(tx, id, account.value));
    if (!given.ok) return notNow(own, given.code);
    return new SeeOther(caseWith(own.reference, 'account_given'));
  }

  /** The account that was given beforehand: only the password is typed again. */
  @Post('beforehand')
  @Limited({ name: 'refund-account', points: 20, seconds: 3600, by: 'account' })
  async useFallback(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(PasswordForm)) form: PostedForm<PasswordForm>,
  ) {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference, id));
    const closed = closedWhy(own);
    if (closed) return notNow(own, closed);
    const again = (errors: readonly FieldError[]) => invalid(pageOf({ view, own, errors }));
    if (form.errors.length > 0) return again(form.errors);
    const known = await this.passwords.confirm(ctx, form.value.password, request.origin);
    if (!known.ok) return again([{ ...CURRENT[known.code], field: 'password' }]);
    const used = await this.database.write(ctx, (tx) => this.accounts.useFallback(tx, id));
    if (!used.ok) return notNow(own, used.code);
    return new SeeOther(caseWith(own.reference, 'account_given'));
  }

  @Post('take-back')
  async takeBack(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('id', UuidPipe) id: string,
  ) {
    const own = await this.database.read(ctx, (tx) => this.own.one(tx, reference, id));
    const taken = await this.database.write(ctx, (tx) => this.accounts.takeBack(tx, id));
    if (!taken.ok) return notNow(own, taken.code);
    return new SeeOther(caseWith(own.reference, 'account_taken_back'));
  }
}

/** Why the page is not there. */
function closedWhy({ refund: { rescue, returnedOn } }: OwnRefund): NotGivable | null {
  if (!rescue || returnedOn !== null) return 'not_asked';
  return mayChange(rescue) ? null : 'being_paid';
}

const notNow = ({ reference }: OwnRefund, code: NotGivable) =>
  new SeeOther(caseWith(reference, NOTICE[code]));

function pageOf(o: {
  view: PortalView;
  own: OwnRefund;
  values?: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, own, values = {}, errors = [] } = o;
  const { t, lang } = view;
  const { reference, refund, fallback } = own;
  const action = accountPath(reference, refund.refundId);
  const amount = formatMoney(refund.amount, lang);
  const isOffered = fallback !== null && refund.rescue?.state === 'asked';
  return (
    <AccountPage
      {...{ view, reference, action, values, errors, back: `/cases/${reference}` }}
      title={t('refundAccount.form.title')}
      lead={t('refundAccount.form.lead', { amount })}
      currency={refund.amount.currency}
      replaces={refund.rescue?.account?.lastFour ?? null}
    >
      {isOffered && (
        <FallbackOffer {...{ view, fallback, errors, action: `${action}/beforehand` }} />
      )}
    </AccountPage>
  );
}
