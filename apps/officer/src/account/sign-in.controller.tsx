import { Body, Controller, Get, Header, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LocalSignIn, type Tried } from '#identity';
import { Config } from '#platform';
import {
  bringBack,
  CLEARED_AT_SIGN_OUT,
  demonstrationAccounts,
  FormPipe,
  invalid,
  keptWith,
  Limited,
  localPath,
  Open,
  rememberBrowser,
  SeeOther,
  signIn,
  signOut,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { OfficerView } from '../text/index.ts';
import { SignInPage } from './sign-in.page.tsx';
import { SignInForm } from './sign-in.form.ts';

@Controller()
@Open()
export class SignInController {
  constructor(private readonly config: Config) {}

  @Get('sign-in')
  show(
    @View() view: OfficerView,
    @Query('next') next: unknown,
    @Query('ended') ended: unknown,
    @Query('out') out: unknown,
    @Query('reset') reset: unknown,
    @Query('as') as: unknown,
  ) {
    if (view.account) return new SeeOther(localPath(next));
    const said = { ended, out, reset };
    const notice = (['reset', 'ended', 'out'] as const).find((what) => said[what] === '1');
    const values = { next: localPath(next) };
    const roles = demonstrationAccounts(this.config, 'officer');
    const chosen = roles.find(({ user }) => user === as);
    return <SignInPage {...{ view, values, notice, roles, chosen }} />;
  }

  @Post('sign-in')
  @UseGuards(LocalSignIn)
  @Limited({ name: 'officer-sign-in', points: 30, seconds: 600, by: 'browser' })
  async enter(
    @View() view: OfficerView,
    @Req() request: FastifyRequest & { user: Tried },
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(SignInForm)) form: PostedForm<SignInForm>,
  ) {
    const { email, next } = form.value;
    const values = { email, next: localPath(next) };
    const kept = keptWith(request);
    const again = (errors: readonly FieldError[]) =>
      invalid(<SignInPage {...{ view, values, errors, kept }} />);
    if (form.errors.length > 0) return again(form.errors);
    const tried = request.user;
    if ('ok' in tried) return again([{ field: 'email', key: `account.error.${tried.code}` }]);
    rememberBrowser(reply, tried.browser);
    await signIn(request, tried);
    return new SeeOther(bringBack(request, kept) ?? localPath(next));
  }

  @Post('sign-out')
  @Header('clear-site-data', CLEARED_AT_SIGN_OUT)
  @Limited({ name: 'sign-out', points: 60, seconds: 900, by: 'address' })
  async leave(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/sign-in?out=1');
  }
}
