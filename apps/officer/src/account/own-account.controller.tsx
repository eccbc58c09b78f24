import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OwnAccount, PASSWORD_CHARS_MIN, PasswordChange } from '#identity';
import { formatMoment } from '#kernel';
import {
  ChangePasswordPage,
  CurrentAccount,
  FormPipe,
  invalid,
  Limited,
  Needs,
  OwnAccountPage,
  SeeOther,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import { DESK, staffCtx, type Staff } from '../accounts-for-web.ts';
import type { OfficerView } from '../text/index.ts';
import { ChangePasswordForm } from './own-account.forms.ts';
import { CURRENT, PASSWORD } from './refusals.ts';

const ZONE = 'UTC';
const PASSWORD_STEP = { action: '/account/password', min: PASSWORD_CHARS_MIN };

/** One's own account: how it is entered, and where it is entered now. */
@Controller('account')
@Needs(DESK)
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccount,
    private readonly passwords: PasswordChange,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Req() request: FastifyRequest,
    @CurrentAccount() staff: Staff,
    @Query('done') said: unknown,
  ) {
    const { email, sessions } = await this.own.facts(staffCtx(staff, request.id));
    const shown = sessions.map(({ id, isThisOne, createdAt, lastUsedAt }) => ({
      ...{ id, isThisOne },
      since: formatMoment(createdAt, ZONE, view.lang),
      used: formatMoment(lastUsedAt, ZONE, view.lang),
    }));
    return <OwnAccountPage {...{ view, email, said, mayChangeEmail: false }} sessions={shown} />;
  }

  @Get('password')
  password(@View() view: OfficerView) {
    return <ChangePasswordPage {...{ view, ...PASSWORD_STEP }} />;
  }

  @Post('password')
  @Limited({ name: 'password-change', points: 20, seconds: 900, by: 'account' })
  async change(
    @View() view: OfficerView,
    @Req() request: FastifyRequest,
    @CurrentAccount() staff: Staff,
    @Body(FormPipe(ChangePasswordForm)) form: PostedForm<ChangePasswordForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<ChangePasswordPage {...{ view, errors, ...PASSWORD_STEP }} />);
    if (form.errors.length > 0) return again(form.errors);
    const { current, password } = form.value;
    const { origin } = request;
    const changed = await this.passwords.change(staffCtx(staff, request.id), {
      current,
      password,
      origin,
    });
    if (!changed.ok) return again([{ ...CURRENT, ...PASSWORD }[changed.code]]);
    return new SeeOther('/account?done=password');
  }

  /** One of one's own by its id, or all others. */
  @Post('sessions/:id/end')
  async end(
    @Req() request: FastifyRequest,
    @CurrentAccount() staff: Staff,
    @Param('id') id: string,
  ) {
    const ended = await this.own.end(staffCtx(staff, request.id), id);
    return new SeeOther(ended > 0 ? '/account?done=ended' : '/account');
  }
}
