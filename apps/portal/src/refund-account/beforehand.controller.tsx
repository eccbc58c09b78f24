import { CURRENT } from '#account-pages';
import { CurrentPassword } from '#identity';
import { Database } from '#platform';
import { FallbackAccounts, mayGiveBeforehand, RescueAccounts, type FallbackView } from '#refund';
import {
  Asking,
  Form,
  FormPipe,
  invalid,
  Limited,
  Needs,
  SeeOther,
  Submit,
  View,
  type AccountCtx,
  type Answers,
  type FieldError,
  type PostedForm,
} from '#web';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { AccountForm } from './account.form.ts';
import { AccountPage } from './account.page.tsx';
import { problemOf, typed } from './typed-account.ts';

interface Shown {
  readonly view: PortalView;
  readonly own: OwnBond;
  readonly given: FallbackView | null;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

/** A payer says beforehand where a refund goes that cannot go back as it came (R12). */
@Controller('cases/:reference/bond/refund-account')
@Needs('bond.pay')
export class BeforehandController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnBonds,
    private readonly fallbacks: FallbackAccounts,
    private readonly accounts: RescueAccounts,
    private readonly passwords: CurrentPassword,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const found = await this.open(ctx, reference);
    return found instanceof SeeOther ? found : pageOf({ view, ...found });
  }

  /** The account first, so that a slip in it costs no try of the password. */
  @Post()
  @Limited({ name: 'refund-account', points: 20, seconds: 3600, by: 'account' })
  async give(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body(FormPipe(AccountForm)) form: PostedForm<AccountForm>,
  ) {
    const found = await this.open(ctx, reference);
    if (found instanceof SeeOther) return found;
    const { current, ...values } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(pageOf({ view, ...found, values: { ...values }, errors }));
    if (form.errors.length > 0) return again(form.errors);
    const { bond, row } = found.own;
    const account = this.accounts.read(typed(form.value), bond.amount.currency);
    if (!account.ok) return again([problemOf(account.code)]);
    const known = await this.passwords.confirm(ctx, current, request.origin);
    if (!known.ok) return again([CURRENT[known.code]]);
    const given = await this.database.write(ctx, (tx) =>
      this.fallbacks.give(tx, bond.bond, account.value),
    );
    return new SeeOther(caseWith(row.reference, given.ok ? 'account_given' : 'account_not_asked'));
  }

  @Post('take-back')
  async takeBack(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    const found = await this.open(ctx, reference);
    if (found instanceof SeeOther) return found;
    const { bond, row } = found.own;
    await this.database.write(ctx, (tx) => this.fallbacks.takeBack(tx, bond.bond.id));
    return new SeeOther(caseWith(row.reference, 'account_taken_back'));
  }

  private open(ctx: AccountCtx, reference: string) {
    return this.database.read(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
      const { bond } = own.bond;
      if (!own.isPayer) return new SeeOther(caseWith(own.row.reference, 'not_the_payer'));
      if (!mayGiveBeforehand(bond.state)) {
        return new SeeOther(caseWith(own.row.reference, 'account_not_asked'));
      }
      return { own, given: await this.fallbacks.of(tx, bond.id) };
    });
  }
}

function pageOf({ view, own, given, values = {}, errors = [] }: Shown) {
  const { t } = view;
  const { reference } = own.row;
  const back = `/cases/${reference}`;
  const action = `${back}/bond/refund-account`;
  return (
    <AccountPage
      {...{ view, reference, action, back, values, errors }}
      title={t('refundAccount.beforehand.title')}
      lead={t('refundAccount.beforehand.lead')}
      currency={own.bond.amount.currency}
      replaces={given?.lastFour ?? null}
    >
      {given && (
        <Form view={view} action={`${action}/take-back`}>
          <Submit text={t('refundAccount.panel.takeBack')} classes="govuk-button--secondary" />
        </Form>
      )}
    </AccountPage>
  );
}
