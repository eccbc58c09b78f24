import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ASKED,
  ChangeEmailForm,
  CODE,
  CodeForm,
  codeStep,
  CURRENT,
  SAME_EMAIL,
} from '#account-pages';
import { EmailChange } from '#identity';
import {
  Asking,
  type AccountCtx,
  ChangeEmailPage,
  CodePage,
  dropTicket,
  FormPipe,
  giveTicket,
  invalid,
  Limited,
  Needs,
  SeeOther,
  ticketOf,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';

const ERRAND = 'email-change';
const BEGIN = '/account/email';
const CODE_STEP = codeStep(BEGIN);
const REFUSED = { ...ASKED, ...CURRENT, same_email: SAME_EMAIL };

/** Another address: the current password, then the code that was mailed to the new one. */
@Controller('account/email')
@Needs('case.own')
export class OwnEmailController {
  constructor(private readonly change: EmailChange) {}

  @Get()
  show(@View() view: PortalView) {
    return <ChangeEmailPage {...{ view, action: BEGIN }} />;
  }

  @Post()
  @Limited({ name: 'email-change', points: 10, seconds: 3600, by: 'account' })
  async begin(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(ChangeEmailForm)) form: PostedForm<ChangeEmailForm>,
  ) {
    const { email, current } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(<ChangeEmailPage {...{ view, errors, action: BEGIN, values: { email } }} />);
    if (form.errors.length > 0) return again(form.errors);
    const wish = { email, password: current, language: view.lang, origin: request.origin };
    const begun = await this.change.begin(ctx, wish);
    if (!begun.ok) return again([REFUSED[begun.code]]);
    giveTicket(reply, ERRAND, begun.value.ticket);
    return new SeeOther(CODE_STEP.action);
  }

  @Get('code')
  code(@View() view: PortalView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, ERRAND)) return new SeeOther(BEGIN);
    return <CodePage {...{ view, ...CODE_STEP }} />;
  }

  @Post('code')
  @Limited({ name: 'email-change-code', points: 30, seconds: 900, by: 'account' })
  async confirm(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(CodeForm)) form: PostedForm<CodeForm>,
  ) {
    const { code } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(<CodePage {...{ view, errors, values: { code }, ...CODE_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, ERRAND);
    const changed = await this.change.confirm(ctx, { ticket, code });
    if (!changed.ok) return again([CODE[changed.code]]);
    dropTicket(reply, ERRAND);
    return new SeeOther('/account?done=email');
  }
}
