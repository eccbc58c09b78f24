import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import {
  CODE_DIGITS,
  CODE_MINUTES,
  PASSWORD_CHARS_MIN,
  type PasswordProblem,
  type SignUp,
} from '#identity';
import type { Result } from '#kernel';
import {
  CodePage,
  dropTicket,
  FormPipe,
  giveTicket,
  invalid,
  Limited,
  NewPasswordPage,
  rememberBrowser,
  SeeOther,
  ticketOf,
  View,
  type FieldError,
  type PostedForm,
  type ShellView,
} from '#web';
import { AddressForm, CodeForm, NewPasswordForm } from './forms.ts';
import { ASKED, CODE, PASSWORD } from './refusals.ts';

/** What identity does at each step, whatever it is for. */
interface Steps<Made> extends Pick<SignUp, 'begin' | 'confirm'> {
  finish(
    input: Parameters<SignUp['finish']>[0],
  ): Promise<Result<Made, 'expired' | PasswordProblem>>;
}

/** What the page with the code shows; `begin` is where one asks for another. */
export const codeStep = (begin: string) => ({
  action: `${begin}/code`,
  begin,
  minutes: CODE_MINUTES,
  digits: CODE_DIGITS,
});

/**
 * An address, the code that was mailed to it, a password. Each kind says what it begins with and what
 * it ends with; whoever extends it is at `path`.
 */
export abstract class CodeThenPasswordRoutes<Made extends { readonly browser: string }> {
  private readonly begins: string;
  private readonly passwordStep;

  constructor(
    private readonly steps: Steps<Made>,
    /** Its path, under which the browser keeps its ticket as well. */
    private readonly path: string,
    kind: 'signUp' | 'reset',
  ) {
    this.begins = `/${path}`;
    const action = `${this.begins}/password`;
    this.passwordStep = { action, kind, min: PASSWORD_CHARS_MIN } as const;
  }

  protected abstract firstPage(
    view: ShellView,
    again: { values: { email: string }; errors: readonly FieldError[] },
  ): VNode;
  /** Gives where to go next. */
  protected abstract done(request: FastifyRequest, made: Made): Promise<string>;

  @Post()
  @Limited({ name: 'code-asked', points: 20, seconds: 3600, by: 'browser' })
  async begin(
    @View() view: ShellView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(AddressForm)) form: PostedForm<AddressForm>,
  ) {
    const { email } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(this.firstPage(view, { errors, values: { email } }));
    if (form.errors.length > 0) return again(form.errors);
    const { origin, id: requestId } = request;
    const begun = await this.steps.begin({ email, language: view.lang, origin, requestId });
    if (!begun.ok) return again([ASKED[begun.code]]);
    giveTicket(reply, this.path, begun.value.ticket);
    return new SeeOther(codeStep(this.begins).action);
  }

  @Get('code')
  code(@View() view: ShellView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, this.path)) return new SeeOther(this.begins);
    return <CodePage {...{ view, ...codeStep(this.begins) }} />;
  }

  @Post('code')
  @Limited({ name: 'code-shown', points: 30, seconds: 900, by: 'browser' })
  async confirm(
    @View() view: ShellView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(CodeForm)) form: PostedForm<CodeForm>,
  ) {
    const { code } = form.value;
    const again = (errors: readonly FieldError[]) =>
      invalid(<CodePage {...{ view, errors, values: { code }, ...codeStep(this.begins) }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, this.path);
    const confirmed = await this.steps.confirm({ ticket, code, requestId: request.id });
    return confirmed.ok ? new SeeOther(this.passwordStep.action) : again([CODE[confirmed.code]]);
  }

  @Get('password')
  password(@View() view: ShellView, @Req() request: FastifyRequest) {
    if (!ticketOf(request, this.path)) return new SeeOther(this.begins);
    return <NewPasswordPage {...{ view, ...this.passwordStep }} />;
  }

  @Post('password')
  @Limited({ name: 'code-password', points: 30, seconds: 900, by: 'browser' })
  async finish(
    @View() view: ShellView,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(NewPasswordForm)) form: PostedForm<NewPasswordForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<NewPasswordPage {...{ view, errors, ...this.passwordStep }} />);
    if (form.errors.length > 0) return again(form.errors);
    const ticket = ticketOf(request, this.path);
    const { password } = form.value;
    const { origin, id: requestId } = request;
    const made = await this.steps.finish({ ticket, password, origin, requestId });
    if (!made.ok) return again([PASSWORD[made.code]]);
    dropTicket(reply, this.path);
    rememberBrowser(reply, made.value.browser);
    return new SeeOther(await this.done(request, made.value));
  }
}
