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
import type { PortalView } from '../text/index.ts';
import { SignInForm } from './account.forms.ts';
import { SignInPage } from './sign-in.page.tsx';

const AFTER = '/cases';

/** Why somebody is here, as a key of a text. */
function noticeOf(query: Readonly<Record<string, unknown>>): string | undefined {
  if (query.reset) return 'web.own.done.reset';
  if (query.ended) return 'web.session.ended';
  return query.out ? 'account.signIn.out' : undefined;
}

@Controller()
export class SignInController {
  constructor(private readonly config: Config) {}

  @Get('sign-in')
  @Open()
  show(@View() view: PortalView, @Query() query: Readonly<Record<string, unknown>>) {
    if (view.account) return new SeeOther(localPath(query.next, AFTER));
    const values = { next: localPath(query.next, AFTER) };
    const roles = demonstrationAccounts(this.config, 'portal');
    const chosen = roles.find(({ user }) => user === query.as);
    return <SignInPage {...{ view, values, notice: noticeOf(query), roles, chosen }} />;
  }

  @Post('sign-in')
  @Open()
  @Limited({ name: 'sign-in', points: 30, seconds: 900, by: 'browser' })
  @UseGuards(LocalSignIn)
  async signIn(
    @View() view: PortalView,
    @Req() request: FastifyRequest & { user: Tried },
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(SignInForm)) form: PostedForm<SignInForm>,
  ) {
    const { email } = form.value;
    const next = localPath(form.value.next, AFTER);
    // The same page again: the address stays, not the password.
    const kept = keptWith(request);
    const again = (errors: readonly FieldError[]) =>
      invalid(<SignInPage {...{ view, values: { email, next }, errors, kept }} />);
    if (form.errors.length > 0) return again(form.errors);
    const tried = request.user;
    // Nothing that is said tells about accounts.
    if ('ok' in tried) return again([{ field: 'email', key: `account.error.${tried.code}` }]);
    rememberBrowser(reply, tried.browser);
    await signIn(request, tried, { how: 'password' });
    return new SeeOther(bringBack(request, kept) ?? next);
  }

  /** Open: whose session is over already is signed out as well. */
  @Post('sign-out')
  @Header('clear-site-data', CLEARED_AT_SIGN_OUT)
  @Limited({ name: 'sign-out', points: 60, seconds: 900, by: 'address' })
  @Open()
  async signOut(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/sign-in?out=1');
  }
}
