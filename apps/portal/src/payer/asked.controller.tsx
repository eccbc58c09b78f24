import { PayerAcceptance, type NotTaken } from '#bond-escrow';
import { accountCtx, Database, signInCtx, type Ctx } from '#platform';
import {
  Asking,
  dropTicket,
  FormPipe,
  giveTicket,
  invalid,
  Limited,
  Needs,
  Open,
  PageWithStatus,
  SeeOther,
  ticketOf,
  View,
  type AccountCtx,
  type FieldError,
  type PostedForm,
} from '#web';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PortalView } from '../text/index.ts';
import { AcceptForm } from './ask.form.ts';
import { AskedToPays } from './asked-to-pay.service.ts';
import { AskedPage, DeclinedPage, LinkClosedPage } from './asked.page.tsx';
import { ERRAND } from './errand.ts';

const GONE = 410;
const limit = { name: 'asked-to-pay', points: 60, seconds: 900, by: 'address' } as const;

/** Where the link in the mail to a payer leads. Looking changes nothing: programs follow links too. */
@Controller('asked-to-pay')
@Open()
export class AskedController {
  constructor(
    private readonly database: Database,
    private readonly asked: AskedToPays,
    private readonly acceptance: PayerAcceptance,
  ) {}

  /** The browser keeps the secret of the link, which leaves the address. */
  @Get()
  @Limited(limit)
  arrive(@Res({ passthrough: true }) reply: FastifyReply, @Query('secret') secret: unknown) {
    if (typeof secret === 'string' && /^[\w-]{43}$/.test(secret)) giveTicket(reply, ERRAND, secret);
    return new SeeOther('/asked-to-pay/bond');
  }

  @Get('bond')
  @Limited(limit)
  show(@View() view: PortalView, @Req() request: FastifyRequest) {
    return this.database.show(ctxOf(request), async (tx) => {
      const asked = await this.asked.one(tx, ticketOf(request, ERRAND));
      return asked.ok ? <AskedPage {...{ view, asked: asked.value }} /> : closed(view, asked.code);
    });
  }

  @Post('no')
  @Limited(limit)
  async decline(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const secret = ticketOf(request, ERRAND);
    const said = await this.database.write(ctxOf(request), (tx) =>
      this.acceptance.decline(tx, secret),
    );
    if (!said.ok) return closed(view, said.code);
    dropTicket(reply, ERRAND);
    return <DeclinedPage view={view} />;
  }

  @Post('yes')
  @Needs('bond.pay')
  @Limited({ name: 'take-bond-on', points: 30, seconds: 3600, by: 'account' })
  async accept(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(AcceptForm)) form: PostedForm<AcceptForm>,
  ) {
    const secret = ticketOf(request, ERRAND);
    const again = (errors: readonly FieldError[]) =>
      this.database.write(ctx, async (tx) => {
        const asked = await this.asked.one(tx, secret);
        if (!asked.ok) return closed(view, asked.code);
        const values = { ...form.value };
        return invalid(<AskedPage {...{ view, asked: asked.value, values, errors }} />);
      });
    if (form.errors.length > 0) return again(form.errors);
    const { name } = form.value;
    const taken = await this.database.write(ctx, (tx) => this.acceptance.accept(tx, secret, name));
    if (!taken.ok) {
      if (taken.code !== 'bad_name') return closed(view, taken.code);
      return again([{ field: 'name', key: 'payer.error.nameWrong' }]);
    }
    dropTicket(reply, ERRAND);
    return new SeeOther(`/cases/${taken.value.reference}`);
  }
}

/** Whoever is signed in, or somebody who may yet be. */
function ctxOf({ account, id }: FastifyRequest): Ctx {
  return account ? accountCtx(account.id, account.scope, id, account.token) : signInCtx(id);
}

const closed = (view: PortalView, why: NotTaken) =>
  new PageWithStatus(GONE, <LinkClosedPage {...{ view, why }} />);
