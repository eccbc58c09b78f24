import type { Origin } from '#kernel';
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Accounts, type SignedIn } from '../account/account.service.ts';

/** What the strategy looks at; every web framework's request has it. */
interface SignInRequest {
  readonly id?: unknown;
  readonly body?: unknown;
  /** Set by the site for every request. */
  readonly origin: Origin;
}

/**
 * Sign-in with e-mail and password, as passport's 'local'. Its refusal carries the code for the
 * page: wrong_credentials or too_many_tries. Without credentials passport itself refuses.
 */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly accounts: Accounts) {
    super({
      usernameField: 'email',
      passwordField: 'password',
      session: false,
      passReqToCallback: true,
    });
  }

  async validate(request: SignInRequest, email: unknown, password: unknown): Promise<SignedIn> {
    const body = (request.body ?? {}) as Record<string, unknown>;
    // passport-local also takes them from the address, where they would end in logs and histories.
    const isPosted = body.email === email && body.password === password;
    if (!isPosted || typeof email !== 'string' || typeof password !== 'string') {
      throw new UnauthorizedException('wrong_credentials');
    }
    const requestId = typeof request.id === 'string' ? request.id : 'sign-in';
    const answer = await this.accounts.authenticate({
      ...{ email, password, requestId, origin: request.origin },
    });
    if (!answer.ok) throw new UnauthorizedException(answer.code);
    return answer.value;
  }
}
