import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isToPost, Posting, waysOffered, type StartRefusal } from '#bond-escrow';
import { Config, Database } from '#platform';
import { Asking, FormPipe, invalid, Limited, Needs, PageWithStatus, SeeOther, View } from '#web';
import type { AccountCtx, FieldError, PostedForm } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith, type CaseNotice } from '../tracking/notices.ts';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';
import { PayForm } from './pay.form.ts';
import { payingOf } from './paying.ts';
import { UnderWayPage } from './under-way.page.tsx';
import { WaysPage } from './ways.page.tsx';
import { HeldPage, NotPaidPage, UnavailablePage, WaitingPage } from './pay.page.tsx';

const LOOK_AGAIN_SECONDS = 3;
/** Then only a person looks again: two minutes are more than a confirmation takes. */
const LOOKS_MAX = 40;

const SAID: Record<
  Exclude<StartRefusal, 'processor_unavailable' | 'way_not_offered'>,
  CaseNotice
> = {
  not_signed: 'sign_first',
  too_late: 'too_late',
  wrong_state: 'not_payable',
  too_many_tries: 'too_many_tries',
};

/** From here to the processor's page, and back. The only way to it (R6). */
@Controller('cases/:reference/bond')
@Needs('bond.pay')
export class PayController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly posting: Posting,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Which ways there are, what each allows and how long it takes. */
  @Get('pay')
  async choose(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const own = await this.bond(ctx, reference);
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    if (!isToPost(own.bond.bond.state)) {
      return new SeeOther(caseWith(own.row.reference, 'not_payable'));
    }
    if (!own.isPayer) return new SeeOther(`/cases/${own.row.reference}/bond`);
    if (own.bond.signedAt === null) return new SeeOther(caseWith(own.row.reference, 'sign_first'));
    return this.ways(view, own);
  }

  @Post('pay')
  @Limited({ name: 'pay-bond', points: 30, seconds: 3600, by: 'account' })
  async pay(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(PayForm)) form: PostedForm<PayForm>,
  ) {
    const own = await this.bond(ctx, reference);
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    if (form.errors.length > 0) return invalid(this.ways(view, own, form.errors));
    const home = `${this.config.portalUrl}/cases/${own.row.reference}/bond`;
    const started = await this.posting.start({
      ctx,
      bondId: own.bond.bond.id,
      way: form.value.way,
      ways: this.waysOf(own),
      returnUrl: `${home}/paid`,
      cancelUrl: `${home}/not-paid`,
      language: view.lang,
    });
    if (started.ok) return new SeeOther(started.value.url);
    if (started.code === 'processor_unavailable') {
      return new PageWithStatus(503, <UnavailablePage view={view} own={own} />);
    }
    if (started.code === 'way_not_offered') {
      return invalid(this.ways(view, own, [{ field: 'way', key: 'ways.choose' }]));
    }
    if (payingOf(own.bond)) return new SeeOther(`/cases/${own.row.reference}/bond/paid`);
    return new SeeOther(caseWith(own.row.reference, SAID[started.code]));
  }

  /** The payer comes back. That he paid, only the processor tells: until then the page looks again. */
  @Get('paid')
  async paid(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('reference') reference: string,
    @Query('look') look: unknown,
  ) {
    const own = await this.bond(ctx, reference);
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const { bond } = own.bond;
    if (!isToPost(bond.state)) {
      if (bond.heldAt) return <HeldPage view={view} own={own} />;
      return new SeeOther(caseWith(own.row.reference, 'not_payable'));
    }
    const paying = payingOf(own.bond);
    if (paying && own.isPayer) return <UnderWayPage {...{ view, own, paying }} />;
    const looks = typeof look === 'string' && /^\d{1,3}$/.test(look) ? Number(look) : 0;
    const isPatient = looks < LOOKS_MAX;
    if (isPatient) {
      const next = `/cases/${own.row.reference}/bond/paid?look=${looks + 1}`;
      void reply.header('refresh', `${LOOK_AGAIN_SECONDS}; url=${next}`);
    }
    return <WaitingPage view={view} own={own} isPatient={isPatient} />;
  }

  @Get('not-paid')
  async notPaid(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const own = await this.bond(ctx, reference);
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    if (!isToPost(own.bond.bond.state)) {
      return new SeeOther(`/cases/${own.row.reference}`);
    }
    return <NotPaidPage view={view} own={own} />;
  }

  private ways(view: PortalView, own: OwnBond, errors: readonly FieldError[] = []) {
    const { host } = new URL(this.config.stripe.checkoutOrigin);
    return <WaysPage {...{ view, own, host, errors }} ways={this.waysOf(own)} />;
  }

  private waysOf({ programme, bond }: OwnBond) {
    return waysOffered(programme.rules.paymentWays, bond.bond.currency);
  }

  private bond(ctx: AccountCtx, reference: string): Promise<OwnBond | null> {
    return this.database.read(ctx, (tx) => this.bonds.one(tx, reference));
  }
}
