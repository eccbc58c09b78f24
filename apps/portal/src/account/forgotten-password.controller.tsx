import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CODE_DIGITS, CODE_MINUTES, PASSWORD_CHARS_MIN, PasswordReset } from '#identity';
import {
  CodePage,
  dropTicket,
  ForgottenPasswordPage,
  FormPipe,
  giveTicket,
  invalid,
  Limited,
  NewPasswordPage,
  Open,
  rememberBrowser,
  SeeOther,
  ticketOf,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { AddressForm, CodeForm, NewPasswordForm } from './own-account.forms.ts';
import { ASKED, CODE, PASSWORD } from './refusals.ts';

const ERRAND = 'password-reset';
const BEGIN = '/forgotten-password';
const CODE_STEP = {
  action: `${BEGIN}/code`,
  begin: BEGIN,
  minutes: CODE_MINUTES,
  digits: CODE_DIGITS,
};
const PASSWORD_STEP = { action: `${BEGIN}/new`, kind: 'reset', min: PASSWORD_CHARS_MIN } as const;

/** A forgotten password: address, the code that was mailed to it, another password. */
@Controller('forgotten-password')
@Open()
export class ForgottenPasswordController {
  constructor(private readonly reset: PasswordReset) {}

  @Get()
  show(@View() view: PortalView, @Query('restored') restored: unknown) {
    const notice = restored === '1' ? view.t.dynamic('web.own.done.restored') : undefined;
    return <ForgottenPasswordPage {...{ view, notice, action: BEGIN }} />;
  }

  @Post()
  @Limited({ name: 'password-reset', points: 20, seconds: 3600, by: 'browser' })
  async begin(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(AddressForm)) form: PostedForm<AddressForm>,
  ) {
    const { email } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(<ForgottenPasswordPage {...{ view, errors, action: BEGIN, values: { email } }} />);
    if (form.errors.length > 0) return again(form.errors);
    const { origin, id: requestId } = request;
    const begun = await this.reset.begin({ email, language: view.lang, origin, requestId });
    if (!begun.ok) return again([ASKED[begun.code]]);
    giveTicket(reply, ERRAND, begun.value.ticket);
    return new SeeOther(CODE_STEP.action);
  }

  @Get('code')
  code(@View() view: PortalView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, ERRAND)) return new SeeOther(BEGIN);
    return <CodePage {...{ view, ...CODE_STEP }} />;
  }

  @Post('code')
  @Limited({ name: 'password-reset-code', points: 30, seconds: 900, by: 'browser' })
  async confirm(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(CodeForm)) form: PostedForm<CodeForm>,
  ) {
    const { code } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(<CodePage {...{ view, errors, values: { code }, ...CODE_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, ERRAND);
    const confirmed = await this.reset.confirm({ ticket, code, requestId: request.id });
    return confirmed.ok ? new SeeOther(PASSWORD_STEP.action) : again([CODE[confirmed.code]]);
  }

  @Get('new')
  password(@View() view: PortalView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, ERRAND)) return new SeeOther(BEGIN);
    return <NewPasswordPage {...{ view, ...PASSWORD_STEP }} />;
  }

  @Post('new')
  @Limited({ name: 'password-reset-new', points: 30, seconds: 900, by: 'browser' })
  async finish(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(NewPasswordForm)) form: PostedForm<NewPasswordForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<NewPasswordPage {...{ view, errors, ...PASSWORD_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, ERRAND);
    const { password } = form.value;
    const { origin, id: requestId } = request;
    const done = await this.reset.finish({ ticket, password, origin, requestId });
    if (!done.ok) return again([PASSWORD[done.code]]);
    dropTicket(reply, ERRAND);
    rememberBrowser(reply, done.value.browser);
    return new SeeOther('/sign-in?reset=1');
  }
}
