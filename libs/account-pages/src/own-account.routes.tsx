import { Body, Get, Injectable, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { newPayoutWaitsUntil, OwnAccount, PASSWORD_CHARS_MIN, PasswordChange } from '#identity';
import { formatMoment, Temporal } from '#kernel';
import {
  ChangePasswordPage,
  FormPipe,
  invalid,
  Limited,
  OwnAccountPage,
  SeeOther,
  Asking,
  type AccountCtx,
  View,
  type FieldError,
  type PostedForm,
  type ShellView,
} from '#web';
import { ChangePasswordForm } from './forms.ts';
import { CURRENT, PASSWORD } from './refusals.ts';

const ZONE = 'UTC';
const PASSWORD_STEP = { action: '/account/password', min: PASSWORD_CHARS_MIN };

/** One's own account: how it is entered, and where it is entered now. At /account of each site. */
@Injectable()
export abstract class OwnAccountRoutes {
  constructor(
    private readonly own: OwnAccount,
    private readonly passwords: PasswordChange,
  ) {}

  @Get()
  async show(@View() view: ShellView, @Asking() ctx: AccountCtx, @Query('done') said: unknown) {
    const { email, sessions, accessChangedAt } = await this.own.facts(ctx);
    // Applicants change their address by themselves, and money goes to them.
    const isApplicant = view.site === 'portal';
    const waits = isApplicant && newPayoutWaitsUntil(accessChangedAt, Temporal.Now.instant());
    const shown = sessions.map(({ id, isThisOne, createdAt, lastUsedAt }) => ({
      ...{ id, isThisOne },
      since: formatMoment(createdAt, ZONE, view.lang),
      used: formatMoment(lastUsedAt, ZONE, view.lang),
    }));
    const waitsUntil = waits ? formatMoment(waits, ZONE, view.lang) : undefined;
    return (
      <OwnAccountPage
        {...{ view, email, said, waitsUntil, mayChangeEmail: isApplicant }}
        sessions={shown}
      />
    );
  }

  @Get('password')
  password(@View() view: ShellView) {
    return <ChangePasswordPage {...{ view, ...PASSWORD_STEP }} />;
  }

  @Post('password')
  @Limited({ name: 'password-change', points: 20, seconds: 900, by: 'account' })
  async change(
    @View() view: ShellView,
    @Asking() ctx: AccountCtx,
    @Req() request: FastifyRequest,
    @Body(FormPipe(ChangePasswordForm)) form: PostedForm<ChangePasswordForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<ChangePasswordPage {...{ view, errors, ...PASSWORD_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const { current, password } = form.value;
    const { origin } = request;
    const changed = await this.passwords.change(ctx, { current, password, origin });
    if (!changed.ok) return again([{ ...CURRENT, ...PASSWORD }[changed.code]]);
    return new SeeOther('/account?done=password');
  }

  /** One of one's own by its id, or all others. */
  @Post('sessions/:id/end')
  async end(@Asking() ctx: AccountCtx, @Param('id') id: string) {
    const ended = await this.own.end(ctx, id);
    return new SeeOther(ended > 0 ? '/account?done=ended' : '/account');
  }
}
