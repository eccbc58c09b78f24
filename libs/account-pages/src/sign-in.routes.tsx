import { Body, Get, Header, Injectable, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
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
  type Answers,
  type DemonstrationAccount,
  type FieldError,
  type PostedForm,
  type ShellView,
} from '#web';
import { SignInForm } from './forms.ts';
import { signInRefusal } from './refusals.ts';

const NOTICES = ['reset', 'ended', 'out'] as const;

export interface SignInShown {
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
  /** Why the person is here although they did not ask to be. */
  readonly notice?: (typeof NOTICES)[number] | undefined;
  /** What was typed before a session ended, sealed. */
  readonly kept?: string | null;
  /** In a demonstration: whom the page offers, and who was chosen. */
  readonly roles?: readonly DemonstrationAccount[];
  readonly chosen?: DemonstrationAccount | undefined;
}

/** In and out of a site. */
@Injectable()
export abstract class SignInRoutes {
  /** Where somebody goes who was not going anywhere. */
  protected abstract readonly after: string;

  constructor(private readonly config: Config) {}

  protected abstract page(view: ShellView, shown: SignInShown): VNode;

  @Get('sign-in')
  @Open()
  show(@View() view: ShellView, @Query() query: Readonly<Record<string, unknown>>) {
    const next = localPath(query.next, this.after);
    if (view.account) return new SeeOther(next);
    const notice = NOTICES.find((what) => query[what] === '1');
    const roles = demonstrationAccounts(this.config, view.site);
    const chosen = roles.find(({ user }) => user === query.as);
    return this.page(view, { values: { next }, notice, roles, chosen });
  }

  @Post('sign-in')
  @Open()
  @Limited({ name: 'sign-in', points: 30, seconds: 900, by: 'browser' })
  @UseGuards(LocalSignIn)
  async enter(
    @View() view: ShellView,
    @Req() request: FastifyRequest & { user: Tried },
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body(FormPipe(SignInForm)) form: PostedForm<SignInForm>,
  ) {
    const { email } = form.value;
    const next = localPath(form.value.next, this.after);
    const kept = keptWith(request);
    // The same page again: the address stays, not the password.
    const again = (errors: readonly FieldError[]) =>
      invalid(this.page(view, { values: { email, next }, errors, kept }));
    if (form.errors.length > 0) return again(form.errors);
    const tried = request.user;
    // Nothing that is said tells about accounts.
    if ('ok' in tried) return again([signInRefusal(tried.code)]);
    rememberBrowser(reply, tried.browser);
    await signIn(request, tried);
    return new SeeOther(bringBack(request, kept) ?? next);
  }

  /** Open: whose session is over already is signed out as well. */
  @Post('sign-out')
  @Open()
  @Header('clear-site-data', CLEARED_AT_SIGN_OUT)
  @Limited({ name: 'sign-out', points: 60, seconds: 900, by: 'address' })
  async leave(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/sign-in?out=1');
  }
}
