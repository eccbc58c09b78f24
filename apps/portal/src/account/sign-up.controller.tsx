import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CODE_DIGITS, CODE_MINUTES, PASSWORD_CHARS_MIN, SignUp } from '#identity';
import {
  CodePage,
  dropTicket,
  FormPipe,
  giveTicket,
  invalid,
  Limited,
  NewPasswordPage,
  Open,
  rememberBrowser,
  SeeOther,
  signIn,
  ticketOf,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { AddressForm, CodeForm, NewPasswordForm } from './own-account.forms.ts';
import { ASKED, CODE, PASSWORD } from './refusals.ts';
import { SignUpPage } from './sign-up.page.tsx';

const ERRAND = 'sign-up';
const BEGIN = '/sign-up';
const CODE_STEP = {
  action: '/sign-up/code',
  begin: BEGIN,
  minutes: CODE_MINUTES,
  digits: CODE_DIGITS,
};
const PASSWORD_STEP = {
  action: '/sign-up/password',
  kind: 'signUp',
  min: PASSWORD_CHARS_MIN,
} as const;

/** An address, the code that was mailed to it, a password, and the person is in. */
@Controller('sign-up')
@Open()
export class SignUpController {
  constructor(private readonly signUp: SignUp) {}

  @Get()
  show(@View() view: PortalView) {
    return view.account ? new SeeOther('/cases') : <SignUpPage view={view} values={{}} />;
  }

  @Post()
  @Limited({ name: 'sign-up', points: 20, seconds: 3600, by: 'address' })
  async begin(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(AddressForm)) form: PostedForm<AddressForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<SignUpPage view={view} values={{ email: form.value.email }} errors={errors} />);
    if (form.errors.length > 0) return again(form.errors);
    const { origin, id: requestId } = request;
    const { email } = form.value;
    const begun = await this.signUp.begin({ email, language: view.lang, origin, requestId });
    if (!begun.ok) return again([ASKED[begun.code]]);
    giveTicket(reply, ERRAND, begun.value.ticket);
    return new SeeOther('/sign-up/code');
  }

  @Get('code')
  code(@View() view: PortalView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, ERRAND)) return new SeeOther(BEGIN);
    return <CodePage {...{ view, ...CODE_STEP }} />;
  }

  @Post('code')
  @Limited({ name: 'sign-up-code', points: 30, seconds: 900, by: 'address' })
  async confirm(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(CodeForm)) form: PostedForm<CodeForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<CodePage {...{ view, errors, values: { code: form.value.code }, ...CODE_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, ERRAND);
    const { code } = form.value;
    const confirmed = await this.signUp.confirm({ ticket, code, requestId: request.id });
    return confirmed.ok ? new SeeOther('/sign-up/password') : again([CODE[confirmed.code]]);
  }

  @Get('password')
  password(@View() view: PortalView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, ERRAND)) return new SeeOther(BEGIN);
    return <NewPasswordPage {...{ view, ...PASSWORD_STEP }} />;
  }

  @Post('password')
  @Limited({ name: 'sign-up-password', points: 30, seconds: 900, by: 'address' })
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
    const { origin, id: requestId } = request;
    const { password } = form.value;
    const made = await this.signUp.finish({ ticket, password, origin, requestId });
    if (!made.ok) return again([PASSWORD[made.code]]);
    dropTicket(reply, ERRAND);
    rememberBrowser(reply, made.value.browser);
    await signIn(request, made.value, { how: 'sign-up' });
    return new SeeOther('/cases');
  }
}
