import {
  createParamDecorator,
  Injectable,
  Inject,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { accountCtx, type Ctx } from '#platform';
import type { SignedInAccount } from '../page/view.ts';
import { AccessRefused, SessionExpired } from './refusals.ts';
import { SeeOtherInstead } from './see-other.ts';
import type { AccountSessions } from './account-sessions.ts';
import { signedInBy, signOut } from './session.ts';

/** Metadata of a route: who may come here. */
export const ACCESS = 'access';
export type Access = 'open' | { readonly needs: string };

/** No sign-in needed. */
export const Open = () => SetMetadata(ACCESS, 'open' satisfies Access);
/** Only for accounts with this permission; the row itself is checked again by the query. */
export const Needs = (permission: string) =>
  SetMetadata(ACCESS, { needs: permission } satisfies Access);

export const ACCOUNTS = Symbol('ACCOUNTS');

const isReading = (request: FastifyRequest) => ['GET', 'HEAD'].includes(request.method);

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACCOUNTS) private readonly accounts: AccountSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    request.account = await this.accountOf(request);
    if (access === 'open') return true;
    if (!request.account) throw askToSignIn(request);
    if (!access || !request.account.permissions.has(access.needs)) throw new AccessRefused();
    return true;
  }

  private async accountOf(request: FastifyRequest): Promise<SignedInAccount | null> {
    const by = signedInBy(request);
    if (!by) return null;
    const account = await this.accounts.signedIn(by, request.id);
    const { site } = request.server.web.options;
    const scope = site === 'officer' ? 'staff' : 'applicant';
    // Both sites keep sessions in one table: a session of the other site is none here.
    if (account?.scope === scope) return account;
    await signOut(request);
    request.sessionEnded = true;
    return null;
  }
}

/** Who asks: what the doors to the data take, with the account that is signed in. */
export interface AccountCtx<A extends SignedInAccount = SignedInAccount> extends Ctx {
  readonly account: A;
}

/** `@Asking() ctx: AccountCtx`. Only on routes that need a permission. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): AccountCtx => {
  const { account, id } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!account) throw new Error('a route without a sign-in asked who is signed in');
  return { ...accountCtx(account.id, account.scope, id, account.token), account };
});

function askToSignIn(request: FastifyRequest): Error {
  if (!isReading(request)) return new SessionExpired();
  const query = new URLSearchParams({ next: request.url });
  if (request.sessionEnded) query.set('ended', '1');
  return new SeeOtherInstead(`/sign-in?${query.toString()}`);
}
